//! Names, places of origin and classes. All names are visibly made up: 演示 and
//! a number, so that nobody finds a real company among them.

use crate::dice::Dice;
use crate::model::Investor;

/// Divisions of other provinces with the short name that a company's name carries.
const OTHER_PROVINCES: [(&str, &str); 16] = [
    ("310000", "上海"),
    ("110000", "北京"),
    ("440300", "深圳"),
    ("320500", "苏州"),
    ("330100", "杭州"),
    ("120000", "天津"),
    ("440100", "广州"),
    ("320100", "南京"),
    ("500000", "重庆"),
    ("510100", "成都"),
    ("420100", "武汉"),
    ("340100", "合肥"),
    ("610100", "西安"),
    ("130100", "石家庄"),
    ("410100", "郑州"),
    ("350200", "厦门"),
];

/// Shandong's own.
const SAME_PROVINCE: [(&str, &str); 4] = [
    ("370100", "济南"),
    ("370200", "青岛"),
    ("370600", "烟台"),
    ("370700", "潍坊"),
];

/// Hong Kong, Macao, Taiwan and foreign countries, which have no code of GB/T 2260.
const ABROAD: [(&str, &str); 7] = [
    ("810000", "香港"),
    ("820000", "澳门"),
    ("710000", "台湾"),
    ("德国", "德国"),
    ("日本", "日本"),
    ("韩国", "韩国"),
    ("新加坡", "新加坡"),
];

/// Industry class (GB/T 4754-2017), chain and the words of a project's name.
const INDUSTRIES: [(&str, &str, &str); 16] = [
    ("2651", "高性能纤维与复合材料", "高分子材料生产"),
    ("2661", "精细化工", "助剂与试剂生产"),
    ("2710", "医药", "原料药生产"),
    ("2720", "医药", "制剂生产"),
    ("3062", "高性能纤维与复合材料", "复合材料制品"),
    ("3091", "高性能纤维与复合材料", "石墨制品"),
    ("3311", "智能装备", "钢结构制造"),
    ("3444", "智能装备", "高端装备制造"),
    ("3670", "新能源汽车及零部件", "汽车零部件制造"),
    ("3831", "泵阀与电机", "特种电缆制造"),
    ("3841", "新型储能", "动力电池"),
    ("3982", "微电子", "电子电路"),
    ("3985", "微电子", "电子材料"),
    ("4415", "新型储能", "风力发电"),
    ("5990", "冷链物流", "冷链仓储"),
    ("7320", "高端服务业", "研发中试平台"),
];

/// Where an investor comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    OtherProvince,
    SameProvince,
    Abroad,
}

/// Gives out names and numbers, none of them twice where it matters.
pub(crate) struct Names {
    companies: usize,
    investors: Vec<(Origin, String, &'static str)>,
}

impl Names {
    pub(crate) fn new() -> Self {
        Self {
            companies: 0,
            investors: Vec::new(),
        }
    }

    /// The number of a company not yet named.
    pub(crate) fn company_number(&mut self) -> usize {
        self.companies += 1;
        self.companies
    }

    /// An investor: now and then one that already invests here.
    pub(crate) fn investor(&mut self, origin: Origin, share_bp: i64, dice: &mut Dice) -> Investor {
        let known: Vec<usize> = (0..self.investors.len())
            .filter(|&at| self.investors[at].0 == origin)
            .collect();
        let at = if !known.is_empty() && dice.chance(20) {
            *dice.pick(&known)
        } else {
            let (division, short) = place(origin, dice);
            let name = format!("演示企业{:04}（{short}）有限公司", self.investors.len() + 1);
            self.investors.push((origin, name, division));
            self.investors.len() - 1
        };
        let (_, name, division) = &self.investors[at];
        Investor {
            name: name.clone(),
            division,
            share_bp,
        }
    }
}

/// A place of origin: the division, or the country, and its short name.
pub(crate) fn place(origin: Origin, dice: &mut Dice) -> (&'static str, &'static str) {
    *match origin {
        Origin::OtherProvince => dice.pick(&OTHER_PROVINCES),
        Origin::SameProvince => dice.pick(&SAME_PROVINCE),
        Origin::Abroad => dice.pick(&ABROAD),
    }
}

/// An industry: class, chain and words.
pub(crate) fn industry(dice: &mut Dice) -> (&'static str, &'static str, &'static str) {
    *dice.pick(&INDUSTRIES)
}
