//! Industry chains, and the demo's own nodes on them.

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

impl Chain {
    /// Whether it has a graph; a direction has none.
    pub fn has_nodes(&self) -> bool {
        self.kind != "方向"
    }
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

/// Twenty chains and four directions, by the codes and names that a city begins with: their
/// rows say what is there already. What hangs on them is the demo's own.
pub const CHAINS: [Chain; 24] = [
    chain("petrochemicals", "石油化工"),
    chain("fine_chemicals", "精细化工"),
    chain("polyolefins", "聚烯烃"),
    chain("polyurethanes", "聚氨酯"),
    chain("fluorosilicone", "氟硅材料"),
    chain("advanced_ceramics", "先进陶瓷"),
    chain("building_ceramics", "建筑陶瓷与日用陶瓷"),
    chain("glass", "玻璃与玻纤"),
    chain("new_materials", "高性能纤维与复合材料"),
    chain("aluminium", "铝及铝深加工"),
    chain("special_steel", "特种钢与金属制品"),
    chain("pumps_and_motors", "泵阀与电机"),
    chain("intelligent_equipment", "智能装备"),
    chain("new_energy_vehicles", "新能源汽车及零部件"),
    chain("hydrogen", "氢能"),
    chain("new_energy_storage", "新型储能"),
    chain("medicine", "医药"),
    chain("medical_devices", "医疗器械"),
    chain("microelectronics", "微电子"),
    chain("textiles", "纺织服装"),
    direction("culture_tourism", "文化旅游"),
    direction("modern_agriculture", "现代农业"),
    direction("high_end_services", "高端服务业"),
    direction("cold_chain", "冷链物流"),
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
