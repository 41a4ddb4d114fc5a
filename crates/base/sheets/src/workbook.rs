//! What reading gives: a workbook of sheets, each with the tables found on it.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::decimal::Decimal;
use crate::unit::Unit;

/// A workbook as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Workbook {
    /// As handed in.
    pub file_name: String,
    /// In the workbook's order, hidden ones included and marked.
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// The tables of visible sheets. What an import takes: a hidden sheet is
    /// something its owner does not see.
    pub fn visible_tables(&self) -> impl Iterator<Item = (&Sheet, &Table)> {
        self.sheets
            .iter()
            .filter(|s| !s.hidden)
            .flat_map(|s| s.tables.iter().map(move |t| (s, t)))
    }
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// As on its tab.
    pub name: String,
    /// Not shown in Excel.
    pub hidden: bool,
    /// Mostly one; several where tables with different headers stand below
    /// each other (续表).
    pub tables: Vec<Table>,
    /// What a reader should be told about the sheet as a whole.
    pub notes: Vec<SheetNote>,
}

/// Something a person should be told about a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetNote {
    /// No cell holds anything.
    Empty,
    /// There are cells, but no row that looks like a header over rows.
    NoTable,
    /// A chart or macro sheet.
    NotCells,
    /// Cells to the right of [`crate::limits::MAX_COLUMNS`] were left out.
    TooWide,
    /// More merged ranges than are honoured; some cells were not filled.
    TooManyMerges,
    /// Rows are hidden, by hand or by a filter; they are read like the others
    /// and marked.
    HiddenRows,
    /// Columns of a table are hidden; they are read like the others and marked.
    HiddenColumns,
    /// Formulas have no value, since no spreadsheet program has calculated the
    /// file; their cells show [`NOT_CALCULATED`].
    NotCalculated,
}

/// What the cell of a formula shows that was written without a value.
pub const NOT_CALCULATED: &str = "#未计算";

/// One table: a header and the rows under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The line over the table, 附件 and 单位 lines left out.
    pub title: Option<String>,
    /// All lines over the header, the title included.
    pub preface: Vec<String>,
    /// From a `单位：万元` line: the unit of money columns that name none.
    pub unit: Option<Unit>,
    /// First and last row of the header, as Excel numbers them.
    #[serde(serialize_with = "row_range")]
    pub header_rows: RangeInclusive<u32>,
    /// From the first used column to the last, those without a name included.
    pub columns: Vec<Column>,
    /// Position in `columns` of the running number (序号), which is no datum.
    pub sequence: Option<usize>,
    /// The data, dropped rows left out.
    pub rows: Vec<Row>,
    /// Rows under the header that are no data, and why.
    pub dropped: Vec<DroppedRow>,
}

fn row_range<S: Serializer>(range: &RangeInclusive<u32>, serializer: S) -> Result<S::Ok, S::Error> {
    [range.start(), range.end()].serialize(serializer)
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Counted from 0 at A.
    pub index: u32,
    /// As Excel shows it: A, B … AA.
    pub letter: String,
    /// The bare name: half-width, without unit and required mark; header rows
    /// joined as 父/子. Empty where the column has none.
    pub header: String,
    /// The header as written.
    pub raw: String,
    /// The unit that the header named.
    pub unit: Option<Unit>,
    /// Not shown in Excel.
    pub hidden: bool,
}

/// One row of data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// As Excel shows it, from 1.
    pub number: u32,
    /// Not shown in Excel, by hand or by a filter.
    pub hidden: bool,
    /// One for each of [`Table::columns`].
    pub cells: Vec<Cell>,
}

/// A row under the header that is no data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DroppedRow {
    /// As Excel shows it, from 1.
    pub number: u32,
    /// Why.
    pub reason: DropReason,
    /// Not shown in Excel.
    pub hidden: bool,
    /// What it holds, shortened.
    pub text: String,
}

/// Why a row is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DropReason {
    /// 小计, 合计, 总计, or 全市 among its districts: a sum of other rows;
    /// counting it would count twice.
    Total,
    /// A heading inside the table: 一、工业项目, 北京市（92所）.
    Group,
    /// The header again, as on each printed page, or 续表.
    RepeatedHeader,
    /// 甲 乙 1 2 3 under the header.
    ColumnNumbers,
    /// 注：, 填表人：, 数据来源：.
    Footnote,
    /// A 单位 line.
    UnitLine,
    /// A row prepared with a running number and nothing else.
    OnlySequence,
    /// 示例, as templates show.
    Sample,
}

/// The content of a cell, as Excel shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing, or only spaces.
    #[default]
    Empty,
    /// Text, ends trimmed.
    Text(String),
    /// A number, with the digits that Excel shows.
    Number(Decimal),
    /// A number that Excel shows as a percentage, in points: 54.2 for 54.2 %.
    Percent(Decimal),
    /// A date; a time of day is left out.
    Date(NaiveDate),
    /// TRUE or FALSE.
    Bool(bool),
    /// `#REF!` and its like, and [`NOT_CALCULATED`].
    Error(Box<str>),
}

impl Cell {
    /// Holds nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The text of a text cell.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Makes a text cell, or an empty one of spaces.
    pub(crate) fn from_text(text: &str) -> Self {
        let text =
            text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'));
        if text.is_empty() {
            return Self::Empty;
        }
        if text.contains('\r') {
            Self::Text(text.replace("\r\n", "\n").replace('\r', ""))
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl std::fmt::Display for Cell {
    /// As a person would read it; dates as 2023-06-05.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Error(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Percent(points) => write!(f, "{points}%"),
            Self::Date(date) => date.fmt(f),
            Self::Bool(value) => f.write_str(if *value { "TRUE" } else { "FALSE" }),
        }
    }
}

impl Serialize for Cell {
    /// Null, true or false, else a string as [`Cell`] shows itself.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            other => serializer.collect_str(other),
        }
    }
}

/// A column's letters: 0 is A, 26 is AA.
pub fn column_letter(index: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(index) + 1;
    while rest > 0 {
        rest -= 1;
        letters.extend(('A'..='Z').nth(usize::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_excel_does() {
        for (index, letter) in [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
            (16_383, "XFD"),
        ] {
            assert_eq!(column_letter(index), letter);
        }
    }

    #[test]
    fn a_cell_of_spaces_is_empty() {
        assert_eq!(Cell::from_text(" \u{3000}\u{200b}\n"), Cell::Empty);
        assert_eq!(
            Cell::from_text("\u{3000}甲\r\n乙 "),
            Cell::Text("甲\n乙".into())
        );
    }

    #[test]
    fn a_cell_takes_24_bytes() {
        // The limit on cells in memory is reckoned with it.
        assert_eq!(size_of::<Cell>(), 24);
    }
}
