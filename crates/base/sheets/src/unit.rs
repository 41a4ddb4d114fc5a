//! Units as offices write them: `单位：万元` above a table, `金额（万元）` in a
//! header, `352.3亿元` in a cell.

use serde::Serialize;

use crate::normal::normal_text;

/// A unit of Renminbi. Each is a power of ten of a fen, so that conversion
/// moves the point and never rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyUnit {
    /// 元
    Yuan,
    /// 千元
    ThousandYuan,
    /// 万元
    TenThousandYuan,
    /// 百万元
    MillionYuan,
    /// 千万元
    TenMillionYuan,
    /// 亿元
    HundredMillionYuan,
}

impl MoneyUnit {
    /// Zeros between one of this unit and one fen: 元 2, 万元 6, 亿元 10.
    pub fn fen_power(self) -> u8 {
        match self {
            Self::Yuan => 2,
            Self::ThousandYuan => 5,
            Self::TenThousandYuan => 6,
            Self::MillionYuan => 8,
            Self::TenMillionYuan => 9,
            Self::HundredMillionYuan => 10,
        }
    }

    /// As offices write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yuan => "元",
            Self::ThousandYuan => "千元",
            Self::TenThousandYuan => "万元",
            Self::MillionYuan => "百万元",
            Self::TenMillionYuan => "千万元",
            Self::HundredMillionYuan => "亿元",
        }
    }

    /// Reads `万元`, `万`, `万元人民币`, `人民币万元`, `RMB`.
    pub fn from_name(text: &str) -> Option<Self> {
        let text = normal_text(text)
            .replace("人民币", "")
            .replace("RMB", "")
            .replace("CNY", "");
        Some(match text.trim() {
            "元" | "圆" | "yuan" => Self::Yuan,
            "千元" | "仟元" => Self::ThousandYuan,
            "万元" | "万" | "萬元" | "10000yuan" => Self::TenThousandYuan,
            "百万元" | "百万" => Self::MillionYuan,
            "千万元" | "千万" => Self::TenMillionYuan,
            "亿元" | "亿" | "億元" | "100millionyuan" => Self::HundredMillionYuan,
            _ => return None,
        })
    }
}

/// A unit found on a column or a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Renminbi.
    Money(MoneyUnit),
    /// Another currency, as written: 万美元. Amounts in it are refused.
    Foreign(String),
    /// 百分比, written as points: 12.5 is 12.5 %.
    Percent,
    /// Anything that is counted or measured: 家, 亩, 平方米.
    Other(String),
}

/// Currencies whose names end a unit.
const FOREIGN: [&str; 9] = [
    "美元", "欧元", "港元", "港币", "日元", "英镑", "韩元", "USD", "EUR",
];

/// What stands between the words of a unit.
const SEPARATORS: [char; 5] = [',', ';', '、', '/', ' '];

/// Headers of columns that say in which currency a row's amounts are.
const CURRENCY_HEADERS: [&str; 7] = [
    "币种",
    "币别",
    "货币",
    "货币种类",
    "结算币种",
    "currency",
    "original currency",
];

/// What such a column says where it says renminbi.
const RENMINBI: [&str; 6] = ["人民币", "人民币元", "元", "rmb", "cny", "yuan"];

/// Words that are units when they stand in brackets behind a header's name.
const MEASURES: [&str; 34] = [
    "家",
    "个",
    "项",
    "人",
    "次",
    "户",
    "件",
    "名",
    "台",
    "套",
    "亩",
    "公顷",
    "平方米",
    "万平方米",
    "㎡",
    "平方公里",
    "米",
    "公里",
    "吨",
    "万吨",
    "千瓦",
    "千瓦时",
    "万千瓦时",
    "度",
    "天",
    "日",
    "月",
    "年",
    "小时",
    "位",
    "只",
    "辆",
    "千克",
    "所",
];

impl Unit {
    /// Reads a unit's name, also `单位:万元`. None for what is no unit, such as
    /// the 全称 in 企业名称（全称）. Of several (`亿元、家`) the first counts.
    pub fn from_name(text: &str) -> Option<Self> {
        let text = normal_text(text);
        let text = text
            .trim()
            .trim_start_matches("计量")
            .trim_start_matches("金额");
        let text = text
            .strip_prefix("单位")
            .unwrap_or(text)
            .trim_start_matches([':', ' ']);
        let first = text.split(SEPARATORS).next().unwrap_or(text).trim();
        if let Some(money) = MoneyUnit::from_name(first) {
            return Some(Self::Money(money));
        }
        let foreign = |word: &&str| {
            word.chars().count() <= 6 && FOREIGN.iter().any(|name| word.ends_with(name))
        };
        if let Some(currency) = text.split(SEPARATORS).find(foreign) {
            return Some(Self::Foreign(currency.to_owned()));
        }
        match first {
            "%" | "百分比" | "百分点" => Some(Self::Percent),
            _ if MEASURES.contains(&first) => Some(Self::Other(first.to_owned())),
            _ => None,
        }
    }

    /// Whether a column of this name says in which currency a row's amounts are.
    pub fn is_currency_header(name: &str) -> bool {
        let name = normal_text(name).trim().to_lowercase();
        CURRENCY_HEADERS.contains(&name.as_str())
    }

    /// The currency that a cell of such a column says; none for renminbi and for nothing.
    /// What is not known to be renminbi is foreign: a wrong amount is worse than a refused one.
    pub fn of_currency(text: &str) -> Option<Self> {
        let text = normal_text(text);
        let text = text.trim();
        let is_renminbi = text.is_empty()
            || RENMINBI.contains(&text.to_lowercase().as_str())
            || MoneyUnit::from_name(text).is_some();
        (!is_renminbi).then(|| Self::Foreign(text.to_owned()))
    }

    /// The unit of money, if it is one.
    pub fn money(&self) -> Option<MoneyUnit> {
        match self {
            Self::Money(unit) => Some(*unit),
            _ => None,
        }
    }
}

/// The unit of a `单位：万元` line. None for `填报单位：张店区` and `单位：张店区`.
pub(crate) fn unit_line(text: &str) -> Option<Unit> {
    if !text.contains("单位") {
        return None;
    }
    let text = normal_text(text);
    let start = text.rfind("单位")?;
    let before = &text[..start];
    // 填报单位, 建设单位 name an office, not a measure.
    if before.ends_with(|c: char| c.is_alphanumeric())
        && !before.ends_with("计量")
        && !before.ends_with("金额")
    {
        return None;
    }
    let rest = text[start + "单位".len()..].trim_start();
    let rest = rest.strip_prefix([':', '为']).unwrap_or(rest);
    Unit::from_name(rest.trim_end_matches([')', ']', '。']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_as_offices_write_them() {
        for (text, unit) in [
            ("万元", Some(Unit::Money(MoneyUnit::TenThousandYuan))),
            (
                "单位：亿元",
                Some(Unit::Money(MoneyUnit::HundredMillionYuan)),
            ),
            ("人民币元", Some(Unit::Money(MoneyUnit::Yuan))),
            ("亿元、家", Some(Unit::Money(MoneyUnit::HundredMillionYuan))),
            (
                "万元，保留两位小数",
                Some(Unit::Money(MoneyUnit::TenThousandYuan)),
            ),
            ("万美元", Some(Unit::Foreign("万美元".into()))),
            ("Nominal USD", Some(Unit::Foreign("USD".into()))),
            ("％", Some(Unit::Percent)),
            ("家", Some(Unit::Other("家".into()))),
            ("全称", None),
            ("", None),
            ("张店区", None),
        ] {
            assert_eq!(Unit::from_name(text), unit, "{text}");
        }
    }

    #[test]
    fn a_column_of_currencies_is_read() {
        for (header, is_currency) in [
            ("币种", true),
            ("Original  Currency", true),
            ("币种说明", false),
        ] {
            assert_eq!(Unit::is_currency_header(header), is_currency, "{header}");
        }
        for renminbi in ["", " 人民币", "RMB", "ＣＮＹ", "万元"] {
            assert_eq!(Unit::of_currency(renminbi), None, "{renminbi}");
        }
        for foreign in ["USD", "美元", "卢布"] {
            assert_eq!(
                Unit::of_currency(foreign),
                Some(Unit::Foreign(foreign.into()))
            );
        }
    }

    #[test]
    fn a_unit_line_is_not_the_line_of_the_reporting_office() {
        let ten_thousand = Some(Unit::Money(MoneyUnit::TenThousandYuan));
        for text in [
            "单位：万元",
            "单位:万元",
            "  单位： 万元",
            "（单位：万元）",
            "计量单位：万元",
            "填报单位：张店区  单位：万元",
            "单位为万元",
        ] {
            assert_eq!(unit_line(text), ten_thousand, "{text}");
        }
        for text in [
            "填报单位：张店区",
            "单位：张店区",
            "单位",
            "建设单位：万元公司",
            "万元",
        ] {
            assert_eq!(unit_line(text), None, "{text}");
        }
    }

    #[test]
    fn powers_are_those_of_the_names() {
        for unit in [
            MoneyUnit::Yuan,
            MoneyUnit::ThousandYuan,
            MoneyUnit::TenThousandYuan,
            MoneyUnit::MillionYuan,
            MoneyUnit::TenMillionYuan,
            MoneyUnit::HundredMillionYuan,
        ] {
            assert_eq!(MoneyUnit::from_name(unit.name()), Some(unit));
        }
        assert_eq!(MoneyUnit::TenThousandYuan.fen_power(), 6);
        assert_eq!(MoneyUnit::HundredMillionYuan.fen_power(), 10);
    }
}
