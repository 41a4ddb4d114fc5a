//! Cells and columns that several sheets share.

use chrono::NaiveDate;
use sheets::{CellOut, ColumnKind, ColumnOut};

use super::Page;
use crate::city::UNITS;

/// A cell of text; nothing where there is none.
pub(super) fn text(text: &str) -> CellOut {
    if text.is_empty() {
        CellOut::Empty
    } else {
        CellOut::Text(text.to_owned())
    }
}

/// Columns of text.
pub(super) fn columns<const N: usize>(headers: [&str; N]) -> Vec<ColumnOut> {
    headers
        .map(|header| ColumnOut::new(header, ColumnKind::Text))
        .to_vec()
}

/// A column of codes.
pub(super) fn code(header: &str) -> ColumnOut {
    ColumnOut::new(header, ColumnKind::Code).width(20)
}

impl Page<'_> {
    /// A unit as this office names it.
    pub(super) fn unit_name(&self, at: usize) -> &'static str {
        let unit = &UNITS[at];
        if self.habit.codes_units {
            unit.code
        } else {
            unit.name
        }
    }

    /// A day, or nothing.
    pub(super) fn day(&self, day: Option<NaiveDate>) -> CellOut {
        day.map_or(CellOut::Empty, |day| self.habit.day(day))
    }

    /// The three columns that name a company.
    pub(super) fn company_columns(&self) -> Vec<ColumnOut> {
        self.habit.grouped(
            "企业情况",
            vec![
                ColumnOut::new("企业名称", ColumnKind::Text).width(34),
                ColumnOut::new("统一社会信用代码", ColumnKind::Code).width(24),
                ColumnOut::new("注册地区划代码", ColumnKind::Code).width(14),
            ],
        )
    }

    /// Their cells.
    pub(super) fn company(&self, at: Option<usize>) -> [CellOut; 3] {
        let Some(at) = at else {
            return [(); 3].map(|()| CellOut::Empty);
        };
        let company = &self.city.companies[at];
        [
            text(&company.name),
            text(company.credit_code.as_deref().unwrap_or_default()),
            text(company.division),
        ]
    }

    /// A project by its code, or nothing.
    pub(super) fn project(&self, at: Option<usize>) -> CellOut {
        at.map_or(CellOut::Empty, |at| text(&self.city.projects[at].code))
    }

    /// Whether this workbook holds the row of something that began on one day and
    /// may have ended on another, and whether the row says so: as it begins, and
    /// again when it has ended.
    pub(super) fn of_life(&self, began: NaiveDate, ended: Option<NaiveDate>) -> Option<bool> {
        if ended.is_some_and(|day| self.holds(day)) {
            Some(true)
        } else {
            self.holds(began).then_some(false)
        }
    }

    /// Whether this is the office that hands in the city's own lists.
    pub(super) fn is_citys(&self) -> bool {
        self.unit == 0
    }
}
