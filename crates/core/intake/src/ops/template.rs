//! The template of a kind: an empty sheet with drop-down lists, and notes.

use super::importers;
use crate::kind::{FieldSpec, FieldType, KindSpec, Offers};
use crate::kinds::{planned_indicators, totalled_indicators};
use crate::permits::ReadImports;
use crate::refusals::ImportRefusal;
use http_base::{Allowed, App};
use kernel::Outcome;
use ledger::{Books, Indicator, Months};
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, notes_sheet};

/// The name of the sheet that explains the template.
const NOTES: &str = "填写说明";

/// The template of `kind`, as an .xlsx file.
///
/// # Errors
/// [`ImportRefusal::UnknownKind`].
pub async fn template(app: &App, _: &Allowed<ReadImports>, kind: &str) -> Outcome<Vec<u8>> {
    let importers = importers(app)?;
    let spec = importers
        .kind(kind)
        .ok_or_else(|| ImportRefusal::UnknownKind {
            kind: kind.to_owned(),
        })?;
    let units = unit_names(app).await?;
    let (planned, totalled) = indicator_names(app).await?;
    let columns = spec
        .fields
        .iter()
        .map(|field| {
            let offered = match field.offers {
                Offers::Nothing => &[][..],
                Offers::Units => &units,
                Offers::PlannedIndicators => &planned,
                Offers::TotalledIndicators => &totalled,
            };
            column(field, offered)
        })
        .collect();
    let sheet = SheetOut {
        name: spec.name.zh.to_owned(),
        columns,
        sample: Some(spec.fields.iter().enumerate().map(sample).collect()),
        ..SheetOut::default()
    };
    let notes = notes_sheet(NOTES, &sheet, &lines(spec));
    Ok(sheets::write(&[sheet, notes])?)
}

async fn unit_names(app: &App) -> Outcome<Vec<String>> {
    let tree = orgs::ops::load_units(app.database.reader()).await?;
    Ok(tree.all().iter().map(|unit| unit.name.clone()).collect())
}

/// The names of the indicators that have targets, and of those that can have totals.
async fn indicator_names(app: &App) -> Outcome<(Vec<String>, Vec<String>)> {
    let (Some(books), months) = (
        app.part::<Books>(),
        Months::load(app.database.reader()).await?,
    ) else {
        return Ok((Vec::new(), Vec::new()));
    };
    let name = |indicator: &Indicator| indicator.name.zh.clone();
    Ok((
        planned_indicators(&books, months.open())
            .map(name)
            .collect(),
        totalled_indicators(&books, months.open())
            .map(name)
            .collect(),
    ))
}

/// The column of a field; `offered` is a list that is not the kind's own.
pub(super) fn column(field: &FieldSpec, offered: &[String]) -> ColumnOut {
    let header = match field.field_type {
        FieldType::Money(unit) => format!("{}（{}）", field.header.zh, unit.name()),
        _ => field.header.zh.to_owned(),
    };
    let mut column = ColumnOut::new(header, column_kind(field.field_type));
    column.required = field.required;
    column.note = Some(field.note.zh.to_owned()).filter(|note| !note.is_empty());
    column.choices = match field.field_type {
        FieldType::Choice(choices) => choices
            .iter()
            .map(|choice| choice.name.zh.to_owned())
            .collect(),
        FieldType::YesNo => vec!["是".to_owned(), "否".to_owned()],
        _ => offered.to_vec(),
    };
    column
}

fn column_kind(field_type: FieldType) -> ColumnKind {
    match field_type {
        FieldType::Code => ColumnKind::Code,
        FieldType::Integer => ColumnKind::Int,
        FieldType::Date => ColumnKind::Date,
        FieldType::Money(unit) => ColumnKind::Money(unit),
        FieldType::Percent => ColumnKind::Percent,
        _ => ColumnKind::Text,
    }
}

/// A cell of the row that shows how to fill in; its first one marks it as no datum.
fn sample((position, field): (usize, &FieldSpec)) -> CellOut {
    if position == 0 {
        return CellOut::Text("示例（请删除或保留，不会导入）".to_owned());
    }
    let day = chrono::NaiveDate::from_ymd_opt(2023, 6, 5).expect("a day of the calendar");
    match field.field_type {
        FieldType::Integer => CellOut::Int(1),
        FieldType::Date => CellOut::Date(day),
        FieldType::Month => CellOut::Text("2023-06".to_owned()),
        FieldType::Money(unit) => CellOut::Money {
            fen: 1_200 * 10_i64.pow(u32::from(unit.fen_power())),
            unit,
        },
        FieldType::Percent => CellOut::Percent(6_000),
        FieldType::Percents => CellOut::Text("60%；40%".to_owned()),
        FieldType::YesNo => CellOut::Text("是".to_owned()),
        FieldType::Choice(choices) => choices.first().map_or(CellOut::Empty, |choice| {
            CellOut::Text(choice.name.zh.to_owned())
        }),
        FieldType::List => CellOut::Text("甲；乙".to_owned()),
        FieldType::Text | FieldType::Code | FieldType::Raw => CellOut::Empty,
    }
}

/// What is said above the list of columns.
fn lines(spec: &KindSpec) -> Vec<String> {
    vec![
        format!("是否同一条记录，只看：{}", spec.key_note.zh),
        "再次导入同一条记录不会重复计算；已认定的记录不能靠导入修改，请走更正。".to_owned(),
        "带 * 的列必填；表头的先后可以变动，多余的列不会导入。".to_owned(),
        "金额的单位以单元格、表头、表上方的“单位：”一行为准，都没有时用本模板的单位。".to_owned(),
        "一格里填多项时，用分号（；）隔开。".to_owned(),
    ]
}
