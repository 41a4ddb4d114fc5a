//! Conditions: whose rows may be seen, and which were asked for.

use super::{like, placeholders};
use companies::normal_name;
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

    /// Adds `column = value`, where there is a value.
    pub(super) fn equals(&mut self, column: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.and(&format!("{column} = {{}}"), [value.into()]);
        }
    }

    /// Only rows whose unit, in `column`, `scope` covers.
    pub(super) fn scoped(&mut self, column: &str, scope: &Scope) {
        match scope {
            Scope::Everything => {}
            Scope::Nothing => self.parts.push("1 = 0".to_owned()),
            Scope::Units(units) => self.units(column, units),
        }
    }

    /// Only rows of these units.
    pub(super) fn units(&mut self, column: &str, units: &[i64]) {
        if units.is_empty() {
            self.parts.push("1 = 0".to_owned());
            return;
        }
        let from = self.values.len() + 1;
        self.values
            .extend(units.iter().map(|&unit| Value::from(unit)));
        let keys = placeholders(from, units.len());
        self.parts.push(format!("{column} IN ({keys})"));
    }

    /// Only rows that hold `q`: in their `names`, a column of normal names, or as it stands
    /// in one of `texts`.
    pub(super) fn search(&mut self, names: &str, texts: &[&str], q: Option<&str>) {
        let Some(q) = q.map(str::trim).filter(|q| !q.is_empty()) else {
            return;
        };
        let mut parts = vec![format!("{names} LIKE {{}} ESCAPE '\\'")];
        let mut values: Vec<Value> = vec![like(&normal_name(q)).into()];
        for text in texts {
            parts.push(format!("{text} LIKE {{}} ESCAPE '\\'"));
            values.push(like(q).into());
        }
        self.and(&format!("({})", parts.join(" OR ")), values);
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
