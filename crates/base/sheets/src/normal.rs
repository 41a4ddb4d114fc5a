//! One spelling for what people type in several: full-width characters, spaced
//! out names (`项 目 名 称`), the star of a required column, a unit in brackets.

use crate::unit::Unit;

/// Full-width letters, digits and signs become half-width, every kind of
/// space one plain space, invisible characters vanish; ends are trimmed.
pub fn normal_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match half_width(c) {
            '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => {}
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The half-width form of a full-width character, others as they are.
fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{ffe5}' => '¥',
        '\u{2212}' | '\u{2013}' => '-',
        '〔' => '(',
        '〕' => ')',
        c => c,
    }
}

/// Chinese characters, between which a space carries no meaning.
fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Drops the spaces that touch a Chinese character.
fn close_up(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars
        .iter()
        .enumerate()
        .filter(|&(i, &c)| {
            let touches = |j: Option<usize>| {
                j.and_then(|j| chars.get(j))
                    .is_some_and(|&n| is_ideograph(n) || "()/:%*".contains(n))
            };
            c != ' ' || !(touches(i.checked_sub(1)) || touches(Some(i + 1)))
        })
        .map(|(_, &c)| c)
        .collect()
}

/// A header's bare name and the unit it carried. `*金额（万元）` becomes
/// (`金额`, 万元); 企业名称（全称） keeps its bracket, which is no unit.
pub fn header_name(raw: &str) -> (String, Option<Unit>) {
    let text = close_up(&normal_text(raw));
    let mut name = text.trim_matches(['*', '★', '※', '☆', ' ', ':']).to_owned();
    let mut unit = None;
    for mark in [
        "(必填)",
        "(选填)",
        "(必填项)",
        "(选填项)",
        "[必填]",
        "[选填]",
    ] {
        name = name.replace(mark, "");
    }
    if name.ends_with(')')
        && let Some(open) = name.rfind('(')
    {
        unit = Unit::from_name(&name[open + 1..name.len() - 1]);
        if unit.is_some() {
            name.truncate(open);
        }
    }
    if unit.is_none() {
        // 金额/万元, 金额:万元, 金额_万元; only money and percent, since 家/次 may be names.
        for mark in ['/', ':', '_', ',', '-'] {
            if let Some((before, after)) = name.rsplit_once(mark)
                && !before.is_empty()
                && let Some(found @ (Unit::Money(_) | Unit::Percent)) = Unit::from_name(after)
            {
                (unit, name) = (Some(found), before.to_owned());
                break;
            }
        }
    }
    let name = name
        .trim_matches(['*', '★', '※', '☆', ' ', ':', '/'])
        .to_owned();
    (name, unit)
}

/// The form in which headers are compared: the bare name in lower case without
/// spaces and punctuation. `项目 名称`, `项目名称:` and `项目名称*` are one.
pub fn header_key(raw: &str) -> String {
    header_name(raw)
        .0
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '/' || *c == '%')
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit::MoneyUnit;

    #[test]
    fn full_width_becomes_half_width() {
        assert_eq!(
            normal_text("　１２．３％　（ａＢ）\u{200b} x\r\n y "),
            "12.3% (aB) x y"
        );
    }

    #[test]
    fn a_header_gives_its_bare_name_and_unit() {
        let wan = Some(Unit::Money(MoneyUnit::TenThousandYuan));
        for (raw, name, unit) in [
            ("*金额（万元）", "金额", wan.clone()),
            ("金 额\n（单位：万元）", "金额", wan.clone()),
            ("金额/万元", "金额", wan.clone()),
            ("到位资金 (万元) *", "到位资金", wan.clone()),
            ("到位资金（万元）（必填）", "到位资金", wan),
            ("项 目 名 称：", "项目名称", None),
            ("企业名称（全称）", "企业名称(全称)", None),
            ("占比（％）", "占比", Some(Unit::Percent)),
            ("企业（家）", "企业", Some(Unit::Other("家".into()))),
            ("Date of  Signature", "Date of Signature", None),
            (
                "（万元）",
                "",
                Some(Unit::Money(MoneyUnit::TenThousandYuan)),
            ),
            ("签约/家", "签约/家", None),
        ] {
            assert_eq!(header_name(raw), (name.to_owned(), unit), "{raw}");
        }
    }

    #[test]
    fn spellings_of_one_header_have_one_key() {
        let key = header_key("项目名称");
        for raw in [
            "项目 名称",
            "＊项目名称",
            "项目名称：",
            "项目_名称",
            " 项目名称(必填)",
        ] {
            assert_eq!(header_key(raw), key, "{raw}");
        }
        assert_eq!(header_key("RTA ID"), "rtaid");
        assert_ne!(header_key("投资/计划"), header_key("投资计划"));
    }
}
