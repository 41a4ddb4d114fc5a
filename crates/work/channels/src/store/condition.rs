//! Conditions on rows: whose may be seen, and which were asked for.

use super::{like, placeholders};
use db::Value;
use kernel::Scope;

/// A condition in the making: its text and the values of its placeholders.
#[derive(Debug, Clone, Default)]
pub(super) struct Condition {
    parts: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Condition {
    /// Adds `part`, in which `{}` stands for the next placeholder.
    pub(super) fn and(&mut self, part: &str, values: impl IntoIterator<Item = Value>) {
        let mut text = part.to_owned();
        for value in values {
            self.values.push(value);
            text = text.replacen("{}", &format!("${}", self.values.len()), 1);
        }
        self.parts.push(text);
    }

    /// Only rows of which one of `columns` is a unit that `scope` covers.
    pub(super) fn scoped(&mut self, columns: &[&str], scope: &Scope) {
        match scope {
            Scope::Everything => {}
            Scope::Nothing => self.parts.push("1 = 0".to_owned()),
            Scope::Units(units) => self.units(columns, units),
        }
    }

    /// Only rows of which one of `columns` is among `units`.
    pub(super) fn units(&mut self, columns: &[&str], units: &[i64]) {
        if units.is_empty() {
            self.parts.push("1 = 0".to_owned());
            return;
        }
        let from = self.values.len() + 1;
        self.values
            .extend(units.iter().map(|&unit| Value::from(unit)));
        let keys = placeholders(from, units.len());
        let parts: Vec<String> = columns
            .iter()
            .map(|column| format!("{column} IN ({keys})"))
            .collect();
        self.parts.push(format!("({})", parts.join(" OR ")));
    }

    /// Only rows whose `column` of search texts holds what was asked for, if anything was.
    pub(super) fn holding(&mut self, column: &str, q: Option<&str>) {
        let q = q.map(companies::normal_name).filter(|q| !q.is_empty());
        if let Some(q) = q {
            self.and(
                &format!("{column} LIKE {{}} ESCAPE '\\'"),
                [like(&q).into()],
            );
        }
    }

    /// The text, true where nothing was added.
    pub(super) fn text(&self) -> String {
        if self.parts.is_empty() {
            "1 = 1".to_owned()
        } else {
            self.parts.join(" AND ")
        }
    }
}
