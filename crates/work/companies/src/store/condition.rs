//! Conditions of queries in the making.

use db::Value;

/// A condition: its text and the values of its placeholders.
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

    /// Adds that `column` is one of `keys`; nothing is where there are none.
    pub(super) fn among(&mut self, column: &str, keys: &[i64]) {
        if keys.is_empty() {
            self.parts.push("1 = 0".to_owned());
            return;
        }
        let places = vec!["{}"; keys.len()].join(", ");
        let values = keys.iter().map(|&key| Value::from(key));
        self.and(&format!("{column} IN ({places})"), values);
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

/// `text` as the beginning of a LIKE pattern: what stands for itself only.
pub(super) fn starting(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("{escaped}%")
}

/// `text` anywhere in a LIKE pattern.
pub(super) fn like(text: &str) -> String {
    format!("%{}", starting(text))
}
