//! Industry chains and their nodes: the demo's own, not the city's.

/// An industry chain, or one of the directions that go beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// 类型: 产业链 or 方向.
    pub kind: &'static str,
}

/// A node of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: &'static str,
    /// The node it is a part of.
    pub above: &'static str,
    /// What it feeds.
    pub below: &'static [&'static str],
}

const fn chain(code: &'static str, name: &'static str) -> Chain {
    Chain {
        code,
        name,
        kind: "产业链",
    }
}

const fn direction(code: &'static str, name: &'static str) -> Chain {
    Chain {
        code,
        name,
        kind: "方向",
    }
}

/// Twenty chains and four directions.
pub const CHAINS: [Chain; 24] = [
    chain("YSL01", "演示新材料"),
    chain("YSL02", "演示精细化工"),
    chain("YSL03", "演示医药"),
    chain("YSL04", "演示高端装备"),
    chain("YSL05", "演示汽车零部件"),
    chain("YSL06", "演示智能电网"),
    chain("YSL07", "演示新能源"),
    chain("YSL08", "演示电子信息"),
    chain("YSL09", "演示现代物流"),
    chain("YSL10", "演示高性能膜"),
    chain("YSL11", "演示聚氨酯"),
    chain("YSL12", "演示氢能"),
    chain("YSL13", "演示机器人"),
    chain("YSL14", "演示仪器仪表"),
    chain("YSL15", "演示陶瓷"),
    chain("YSL16", "演示纺织"),
    chain("YSL17", "演示医疗器械"),
    chain("YSL18", "演示节能环保"),
    chain("YSL19", "演示集成电路"),
    chain("YSL20", "演示数字产业"),
    direction("YSF01", "演示文化旅游"),
    direction("YSF02", "演示现代农业"),
    direction("YSF03", "演示高端服务业"),
    direction("YSF04", "演示冷链物流"),
];

/// The nodes of every chain; what one feeds, or is a part of, comes before it.
pub const NODES: [Node; 5] = [
    node("演示终端应用", "", &[]),
    node("演示成品制造", "", &["演示终端应用"]),
    node("演示检测服务", "演示成品制造", &[]),
    node("演示关键部件", "", &["演示成品制造", "演示检测服务"]),
    node("演示基础材料", "", &["演示关键部件"]),
];

const fn node(name: &'static str, above: &'static str, below: &'static [&'static str]) -> Node {
    Node { name, above, below }
}

/// 强弱 of a chain's node: the same for every city.
pub const fn strength(chain: usize, node: usize) -> &'static str {
    match (chain * 7 + node * 5) % 6 {
        0 | 1 => "强",
        2..=4 => "弱",
        _ => "缺",
    }
}
