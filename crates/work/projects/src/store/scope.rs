//! Conditions on units: whose rows may be seen, and which were asked for.

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

    /// Only rows of projects `p` that `scope` covers: whoever leads or shares one sees it.
    pub(super) fn scoped(&mut self, scope: &Scope) {
        match scope {
            Scope::Everything => {}
            Scope::Nothing => self.parts.push("1 = 0".to_owned()),
            Scope::Units(units) => self.units(units),
        }
    }

    /// Only rows of projects `p` of these units.
    pub(super) fn units(&mut self, units: &[i64]) {
        if units.is_empty() {
            self.parts.push("1 = 0".to_owned());
            return;
        }
        let from = self.values.len() + 1;
        self.values
            .extend(units.iter().map(|&unit| Value::from(unit)));
        let keys = super::placeholders(from, units.len());
        self.parts.push(format!(
            "(p.lead_unit_id IN ({keys}) OR p.joint_unit_id IN ({keys}))"
        ));
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
