//! The looks of cells, and numbers as Excel keeps them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::{CellOut, ColumnKind};
use crate::decimal::Decimal;
use crate::unit::MoneyUnit;

/// Excel keeps 15 digits of a number; what has more is written as text.
const EXACT: u64 = 1_000_000_000_000_000;

/// The formats of one workbook.
pub(super) struct Formats {
    pub(super) title: Format,
    pub(super) left: Format,
    pub(super) right: Format,
    pub(super) header: Format,
    pub(super) required: Format,
}

impl Formats {
    pub(super) fn new() -> Self {
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(0x00F2_F2F2));
        Self {
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            left: Format::new().set_align(FormatAlign::VerticalCenter),
            right: Format::new().set_align(FormatAlign::Right),
            required: header.clone().set_font_color(Color::RGB(0x00C0_0000)),
            header,
        }
    }
}

/// How a row of cells is set.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Weight {
    Plain,
    Sample,
    Total,
}

/// The format of a cell in a column.
pub(super) fn cell_format(kind: ColumnKind, cell: Option<&CellOut>, weight: Weight) -> Format {
    let format = Format::new()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter);
    let format = match number_format(kind, cell) {
        // Excel's own text format, under the number that every program knows.
        Some("@") => format.set_num_format_index(49),
        Some(number) => format.set_num_format(number),
        None => format,
    };
    let format = if kind == ColumnKind::Text
        && !matches!(
            cell,
            Some(CellOut::Money { .. } | CellOut::Int(_) | CellOut::Number(_))
        ) {
        format.set_text_wrap()
    } else {
        format
    };
    match weight {
        Weight::Plain => format,
        Weight::Sample => format.set_italic().set_font_color(Color::RGB(0x0080_8080)),
        Weight::Total => format.set_bold(),
    }
}

/// The number format: the cell's own nature before its column's.
fn number_format(kind: ColumnKind, cell: Option<&CellOut>) -> Option<&'static str> {
    let kind = match cell {
        Some(CellOut::Money { unit, .. }) => ColumnKind::Money(*unit),
        Some(CellOut::Date(_)) => ColumnKind::Date,
        Some(CellOut::Percent(_)) => ColumnKind::Percent,
        Some(CellOut::Int(_)) if kind != ColumnKind::Code => ColumnKind::Int,
        _ => kind,
    };
    match kind {
        ColumnKind::Text => None,
        ColumnKind::Code => Some("@"),
        ColumnKind::Money(MoneyUnit::Yuan) => Some("#,##0.00"),
        ColumnKind::Money(MoneyUnit::ThousandYuan) => Some("#,##0.00###"),
        ColumnKind::Money(MoneyUnit::TenThousandYuan) => Some("#,##0.00####"),
        ColumnKind::Money(_) => Some("#,##0.00########"),
        ColumnKind::Int => Some("0"),
        ColumnKind::Date => Some("yyyy-mm-dd"),
        ColumnKind::Percent => Some("0.00%"),
    }
}

/// What is put into the file for a cell.
pub(super) enum Stored {
    Blank,
    Text(String),
    Number(f64),
    Date(chrono::NaiveDate),
}

/// Decides between a number that Excel keeps exactly and text.
pub(super) fn stored(cell: &CellOut) -> Stored {
    match cell {
        CellOut::Empty => Stored::Blank,
        CellOut::Text(text) if text.is_empty() => Stored::Blank,
        CellOut::Text(text) => Stored::Text(clean(text)),
        CellOut::Money { fen, unit } => number(Decimal::new(*fen, i16::from(unit.fen_power()))),
        CellOut::Int(value) => number(Decimal::new(*value, 0)),
        CellOut::Number(value) => number(*value),
        CellOut::Percent(basis_points) => number(Decimal::new(*basis_points, 4)),
        // Excel knows no day before 1900-03-01 that it does not miscount.
        CellOut::Date(date)
            if *date < chrono::NaiveDate::from_ymd_opt(1900, 3, 1).unwrap_or_default() =>
        {
            Stored::Text(date.to_string())
        }
        CellOut::Date(date) => Stored::Date(*date),
    }
}

fn number(value: Decimal) -> Stored {
    let text = value.to_string();
    // The float nearest to at most 15 digits shows as these digits again.
    match text.parse::<f64>() {
        Ok(float) if value.coefficient().unsigned_abs() < EXACT && float.is_finite() => {
            Stored::Number(float)
        }
        _ => Stored::Text(text),
    }
}

/// Takes out control characters, which XML cannot hold.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}
