//! The sheet that explains a template.

use super::{CellOut, ColumnKind, ColumnOut, SheetOut};

/// Choices that are listed in full; of longer lists the first ones.
const LISTED: usize = 12;

/// A 填写说明 sheet for a template: general lines, then each column with
/// whether it is required, its format, its choices and its note.
pub fn notes_sheet(name: &str, template: &SheetOut, lines: &[String]) -> SheetOut {
    let text = |header: &str, width| ColumnOut::new(header, ColumnKind::Text).width(width);
    SheetOut {
        name: name.to_owned(),
        title: template
            .title
            .as_ref()
            .map(|title| format!("{title}填写说明")),
        preface: lines.to_vec(),
        columns: vec![
            text("列名", 24),
            text("是否必填", 10),
            text("格式", 30),
            text("可选值", 40),
            text("说明", 60),
        ],
        rows: template.columns.iter().map(row).collect(),
        ..SheetOut::default()
    }
}

fn row(column: &ColumnOut) -> Vec<CellOut> {
    let text = |t: &str| CellOut::Text(t.to_owned());
    let mut listed = column
        .choices
        .iter()
        .take(LISTED)
        .cloned()
        .collect::<Vec<_>>()
        .join("、");
    if column.choices.len() > LISTED {
        listed = format!("{listed}等 {} 项，见下拉列表", column.choices.len());
    }
    let name = match &column.group {
        Some(group) => format!("{group}/{}", column.header),
        None => column.header.clone(),
    };
    vec![
        CellOut::Text(name),
        text(if column.required { "必填" } else { "选填" }),
        CellOut::Text(format_words(column.kind)),
        CellOut::Text(listed),
        text(column.note.as_deref().unwrap_or("")),
    ]
}

fn format_words(kind: ColumnKind) -> String {
    match kind {
        ColumnKind::Text => "文字".to_owned(),
        ColumnKind::Code => "文字，保留开头的 0".to_owned(),
        ColumnKind::Money(unit) => format!("数字，以{}计，精确到分", unit.name()),
        ColumnKind::Int => "整数".to_owned(),
        ColumnKind::Date => "日期，如 2023-06-05".to_owned(),
        ColumnKind::Percent => "百分数，如 12.5%".to_owned(),
    }
}
