//! A row on its way in: typed values by field, each still knowing its cell.

use crate::kind::{FieldSpec, KindSpec};
use chrono::NaiveDate;
use kernel::{Money, Month};
use sheets::{Cell, Unit};
use std::sync::Arc;

/// A parsed cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedValue {
    /// Of [`FieldType::Text`](crate::FieldType) and `Code`.
    Text(String),
    /// Of `Integer`.
    Integer(i64),
    /// Of `Date`.
    Date(NaiveDate),
    /// Of `Month`.
    Month(Month),
    /// Of `Money`.
    Money(Money),
    /// Of `Percent`, in basis points.
    Percent(i64),
    /// Of `YesNo`.
    YesNo(bool),
    /// Of `Choice`: the choice's word.
    Choice(&'static str),
    /// Of `List`; none is empty.
    List(Vec<String>),
    /// Of `Percents`, in basis points.
    Percents(Vec<i64>),
    /// Of `Raw`.
    Raw(Cell),
}

/// What the rows of one table share.
#[derive(Debug, Clone)]
pub struct SheetIn {
    /// The sheet's name; of a second table on it with `#2` behind.
    pub sheet: String,
    /// The table's place among those of the batch.
    pub place: i32,
    /// What its rows are.
    pub kind: &'static KindSpec,
    /// For each field of the kind, the letter of its column.
    pub letters: Vec<Option<String>>,
    /// For each field of the kind, the unit that its header or its table names.
    pub units: Vec<Option<Unit>>,
}

/// A row as checkers and commits see it.
#[derive(Debug, Clone)]
pub struct RowIn {
    /// Its table.
    pub table: Arc<SheetIn>,
    /// As Excel shows it, from 1.
    pub row_number: u32,
    /// For each field of the kind, its value; none where the cell is blank, could not be
    /// read, or has no column.
    pub values: Vec<Option<TypedValue>>,
}

impl RowIn {
    /// Its kind.
    pub fn kind(&self) -> &'static KindSpec {
        self.table.kind
    }

    /// The sheet it stands on.
    pub fn sheet(&self) -> &str {
        &self.table.sheet
    }

    /// Where it stands, for a problem that names another row: `到位资金!12`.
    pub fn place(&self) -> String {
        format!("{}!{}", self.table.sheet, self.row_number)
    }

    /// The field's cell, such as `C7`; none where no column is mapped to it.
    pub fn cell(&self, field: &str) -> Option<String> {
        let position = self.kind().position(field)?;
        let letter = self.table.letters.get(position)?.as_ref()?;
        Some(format!("{letter}{}", self.row_number))
    }

    /// Whether a column is mapped to the field: one that has none is not being changed.
    pub fn has_column(&self, field: &str) -> bool {
        self.kind()
            .position(field)
            .and_then(|position| self.table.letters.get(position))
            .is_some_and(Option::is_some)
    }

    /// The unit that the field's header or table names.
    pub fn unit(&self, field: &str) -> Option<&Unit> {
        let position = self.kind().position(field)?;
        self.table.units.get(position)?.as_ref()
    }

    /// The field's value.
    pub fn value(&self, field: &str) -> Option<&TypedValue> {
        self.values.get(self.kind().position(field)?)?.as_ref()
    }

    /// The text of a `Text` or `Code` field.
    pub fn text(&self, field: &str) -> Option<&str> {
        match self.value(field)? {
            TypedValue::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value of an `Integer` field.
    pub fn integer(&self, field: &str) -> Option<i64> {
        match self.value(field)? {
            TypedValue::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The value of a `Date` field.
    pub fn date(&self, field: &str) -> Option<NaiveDate> {
        match self.value(field)? {
            TypedValue::Date(day) => Some(*day),
            _ => None,
        }
    }

    /// The value of a `Month` field.
    pub fn month(&self, field: &str) -> Option<Month> {
        match self.value(field)? {
            TypedValue::Month(month) => Some(*month),
            _ => None,
        }
    }

    /// The value of a `Money` field.
    pub fn money(&self, field: &str) -> Option<Money> {
        match self.value(field)? {
            TypedValue::Money(money) => Some(*money),
            _ => None,
        }
    }

    /// The value of a `Percent` field, in basis points.
    pub fn percent(&self, field: &str) -> Option<i64> {
        match self.value(field)? {
            TypedValue::Percent(points) => Some(*points),
            _ => None,
        }
    }

    /// The value of a `YesNo` field.
    pub fn yes_no(&self, field: &str) -> Option<bool> {
        match self.value(field)? {
            TypedValue::YesNo(value) => Some(*value),
            _ => None,
        }
    }

    /// The word of a `Choice` field.
    pub fn choice(&self, field: &str) -> Option<&'static str> {
        match self.value(field)? {
            TypedValue::Choice(word) => Some(word),
            _ => None,
        }
    }

    /// The texts of a `List` field; none where it is blank.
    pub fn list(&self, field: &str) -> &[String] {
        match self.value(field) {
            Some(TypedValue::List(texts)) => texts,
            _ => &[],
        }
    }

    /// The shares of a `Percents` field, in basis points.
    pub fn percents(&self, field: &str) -> &[i64] {
        match self.value(field) {
            Some(TypedValue::Percents(shares)) => shares,
            _ => &[],
        }
    }

    /// The cell of a `Raw` field.
    pub fn raw(&self, field: &str) -> Option<&Cell> {
        match self.value(field)? {
            TypedValue::Raw(cell) => Some(cell),
            _ => None,
        }
    }

    /// Its fields with their values.
    pub fn fields(&self) -> impl Iterator<Item = (&'static FieldSpec, Option<&TypedValue>)> {
        self.kind()
            .fields
            .iter()
            .zip(self.values.iter().map(Option::as_ref))
    }
}
