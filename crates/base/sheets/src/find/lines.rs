//! Tells the lines around a table apart: titles, 附件, 单位, sums, notes.

use crate::normal::{header_name, normal_text};
use crate::open::GridRow;
use crate::unit::{Unit, unit_line};
use crate::workbook::Cell;

/// The first line that is neither 附件 nor 单位 nor a form's label; a unit in
/// brackets behind it is taken off.
pub(super) fn title(preface: &[String]) -> Option<String> {
    preface.iter().map(|line| without_unit(line)).find(|line| {
        !is_annex(line)
            && unit_line(line).is_none()
            && !line.contains(':')
            && line.chars().count() > 1
    })
}

/// A line without the unit in brackets at its end.
fn without_unit(line: &str) -> String {
    let line = normal_text(line);
    match line.strip_suffix(')').and_then(|l| l.rsplit_once('(')) {
        Some((before, inside)) if Unit::from_name(inside).is_some() => before.trim_end().to_owned(),
        _ => line,
    }
}

/// `附件`, `附件1：`, `附表2`, `表号`.
fn is_annex(line: &str) -> bool {
    ["附件", "附表", "附录", "表号"].iter().any(|word| {
        line.strip_prefix(word).is_some_and(|rest| {
            rest.chars()
                .all(|c| c.is_ascii_digit() || "一二三四五六七八九十:-. ".contains(c))
        })
    })
}

/// `项目汇总表（单位：万元）`, `到位资金情况表（万元）`.
pub(super) fn unit_in_title(preface: &[String]) -> Option<Unit> {
    preface.iter().find_map(|line| {
        let line = normal_text(line);
        let inside = line.strip_suffix(')').and_then(|l| l.rsplit_once('('))?.1;
        Unit::from_name(inside).filter(|u| u.money().is_some())
    })
}

/// A line that labels the form and not the columns: 填报单位：张店区, 单位：万元.
pub(super) fn is_label_line(row: &GridRow, width: usize) -> bool {
    let texts: Vec<String> = row
        .cells
        .iter()
        .filter(|c| !c.is_empty())
        .map(|c| normal_text(&c.to_string()))
        .collect();
    let Some(first) = texts.first() else {
        return true;
    };
    if texts
        .iter()
        .any(|t| unit_line(t).is_some() && t.chars().count() <= 20 && !t.contains('('))
        && texts.len() <= 4
    {
        return true;
    }
    // A colon ends a label, or stands behind it in the same cell.
    let labelled = texts
        .iter()
        .filter(|t| t.contains(':') && header_name(t).1.is_none())
        .count();
    labelled == texts.len() || (labelled > 0 && first.contains(':') && texts.len() * 2 <= width)
}

/// 序号 and its spellings.
pub(super) fn is_sequence(header: &str) -> bool {
    matches!(
        header.to_lowercase().as_str(),
        "序号" | "序" | "no" | "no." | "№" | "顺序号" | "s/n"
    )
}

/// The bare name and unit of a joined header: 投资/金额（万元） gives 投资/金额.
pub(super) fn joined_header(raw: &str) -> (String, Option<Unit>) {
    let mut unit = None;
    let mut parts: Vec<String> = Vec::new();
    for part in raw.split('/') {
        // 金额 over 万元: the lower row is the unit alone.
        if let Some(found @ (Unit::Money(_) | Unit::Percent)) = Unit::from_name(part)
            && !parts.is_empty()
        {
            unit = Some(found);
            continue;
        }
        let (name, found) = header_name(part);
        if found.is_some() {
            unit = found;
        }
        if !name.is_empty() {
            parts.push(name);
        }
    }
    (parts.join("/"), unit)
}

/// 合计, 小计, 总计 and what offices write around them.
pub(super) fn is_total(text: &str) -> bool {
    // Most texts are told by their length or by lacking the word's last sign.
    if text.len() > 60
        || !["计", "总数", "otal", "OTAL"]
            .iter()
            .any(|w| text.contains(w))
    {
        return false;
    }
    let word: String = normal_text(text)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != ':')
        .collect();
    let bare = word.split('(').next().unwrap_or(&word);
    matches!(
        bare,
        "共计" | "累计" | "合计数" | "总数" | "Total" | "TOTAL"
    ) || (bare.chars().count() <= 8
        && ["合计", "小计", "总计"]
            .iter()
            .any(|end| bare.ends_with(end)))
}

/// 全国, 全省, 全市 as the name of a row.
pub(super) fn is_whole(text: &str) -> bool {
    text.len() <= 30
        && matches!(
            normal_text(text).replace(' ', "").as_str(),
            "全国" | "全省" | "全市" | "全区" | "全县"
        )
}

/// Figures typed as text.
pub(super) fn is_figure(text: &str) -> bool {
    let mut digits = false;
    text.chars().all(|c| {
        digits |= c.is_ascii_digit();
        c.is_ascii_digit() || ",.-%".contains(c)
    }) && digits
}

/// 一、工业项目; （二）服务业; 北京市（92所）; 第三部分.
pub(super) fn is_group(text: &str) -> bool {
    let text = normal_text(text);
    let numeral = |c: char| "一二三四五六七八九十百".contains(c);
    let listed = text
        .split_once('、')
        .is_some_and(|(n, _)| !n.is_empty() && n.chars().all(numeral));
    let bracketed = text
        .strip_prefix('(')
        .and_then(|t| t.split_once(')'))
        .is_some_and(|(n, _)| !n.is_empty() && n.chars().all(numeral));
    let part = text.strip_prefix('第').is_some_and(|t| {
        t.trim_start_matches(numeral)
            .starts_with(['部', '类', '章', '批'])
            && t.starts_with(numeral)
    });
    let counted = text
        .strip_suffix(')')
        .and_then(|t| t.rsplit_once('('))
        .is_some_and(|(_, inside)| {
            let rest = inside
                .trim_start_matches(['共', ' '])
                .trim_start_matches(|c: char| c.is_ascii_digit());
            rest.chars().count() == 1 && rest.len() < inside.len()
        });
    listed || bracketed || part || counted
}

/// 注：, 填表人：, 数据来源： and their like under a table.
pub(super) fn is_footnote(text: &str) -> bool {
    if !text.contains([':', '：']) {
        return false;
    }
    let text = normal_text(text);
    let word: String = text
        .split(':')
        .next()
        .unwrap_or("")
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let labels = [
        "注",
        "备注",
        "说明",
        "填表说明",
        "填报说明",
        "填表人",
        "填报人",
        "制表",
        "制表人",
        "审核",
        "审核人",
        "审批人",
        "复核",
        "复核人",
        "联系人",
        "联系电话",
        "负责人",
        "单位负责人",
        "分管领导",
        "主要负责人",
        "填报日期",
        "填表日期",
        "数据来源",
        "资料来源",
        "来源",
        "填报单位",
        "Note",
        "Source",
        "Notes",
    ];
    text.contains(':')
        && labels.contains(
            &word
                .trim_end_matches(|c: char| c.is_ascii_digit())
                .trim_end_matches("(盖章)")
                .trim_end_matches("(签字)"),
        )
}

/// 续表 lines that open the next page of a table.
pub(super) fn is_continuation(text: &str) -> bool {
    let text = normal_text(text);
    text.chars().count() <= 30
        && (text.contains("续表")
            || text.eq_ignore_ascii_case("continued")
            || text.ends_with("(续)"))
}

/// A text of at most so many characters; an ellipsis tells that it was longer.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// The first cell that holds something.
pub(super) fn first_text(cells: &[Cell]) -> Option<&str> {
    cells.iter().find(|c| !c.is_empty()).and_then(Cell::as_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_told_from_names() {
        for text in [
            "合计",
            "合 计",
            "总　计：",
            "张店区小计",
            "全市合计",
            "合计（万元）",
            "地方合计",
            "Total",
        ] {
            assert!(is_total(text), "{text}");
        }
        for text in [
            "合计科技有限公司",
            "总计划",
            "累计到位资金",
            "小计算机厂",
            "甲公司",
        ] {
            assert!(!is_total(text), "{text}");
        }
    }

    #[test]
    fn headings_are_told_from_names() {
        for text in [
            "一、工业项目",
            "（二）服务业",
            "北京市（92所）",
            "第三批",
            "十二、其他",
            "山东省（共5家）",
        ] {
            assert!(is_group(text), "{text}");
        }
        for text in [
            "一汽集团",
            "第一拖拉机厂",
            "甲（上海）公司",
            "某公司（集团）",
            "某项目（2期）x",
        ] {
            assert!(!is_group(text), "{text}");
        }
    }

    #[test]
    fn notes_are_told_from_names() {
        for text in [
            "注：1.本表",
            "填表人：联系人 001",
            "数据来源:统计局",
            "注1：x",
            "单位负责人（签字）：",
        ] {
            assert!(is_footnote(text), "{text}");
        }
        for text in ["注塑机项目", "备注", "来源科技有限公司", "项目：甲"] {
            assert!(!is_footnote(text), "{text}");
        }
    }

    #[test]
    fn a_title_is_not_an_annex_nor_a_unit() {
        let preface = [
            "附件1：".to_owned(),
            "单位：万元".to_owned(),
            "到位资金 情况表".to_owned(),
        ];
        assert_eq!(title(&preface).as_deref(), Some("到位资金 情况表"));
        assert!(title(&["附件".to_owned(), "填报单位：张店区".to_owned()]).is_none());
    }

    #[test]
    fn joined_headers_lose_their_units() {
        let (name, unit) = joined_header("到位资金/金额（万元）");
        assert_eq!(
            (name.as_str(), unit.and_then(|u| u.money())),
            ("到位资金/金额", Some(crate::MoneyUnit::TenThousandYuan))
        );
        assert_eq!(joined_header("金额/亿元").0, "金额");
        assert_eq!(joined_header("数量（家）/本月").0, "数量/本月");
    }
}
