//! Conditions of queries: whose rows may be seen, and which were asked for.

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

    /// Only rows for which `part` holds, in which `{keys}` stands for the scope's units.
    pub(super) fn scoped(&mut self, scope: &Scope, part: &str) {
        match scope {
            Scope::Everything => {}
            Scope::Nothing => self.parts.push("1 = 0".to_owned()),
            Scope::Units(units) => self.among(units, part),
        }
    }

    /// Only rows for which `part` holds, in which `{keys}` stands for `keys`.
    pub(super) fn among(&mut self, keys: &[i64], part: &str) {
        if keys.is_empty() {
            self.parts.push("1 = 0".to_owned());
            return;
        }
        let from = self.values.len() + 1;
        self.values.extend(keys.iter().map(|&key| Value::from(key)));
        let places = super::placeholders(from, keys.len());
        self.parts.push(part.replace("{keys}", &places));
    }

    /// Only rows whose `column` holds `text`, however it is spelled.
    pub(super) fn holds(&mut self, column: &str, text: Option<&str>) {
        let wanted = text.map(companies::normal_name);
        if let Some(wanted) = wanted.filter(|wanted| !wanted.is_empty()) {
            let part = format!("{column} LIKE {{}} ESCAPE '\\'");
            self.and(&part, [like(&wanted).into()]);
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

/// `text` as part of a LIKE pattern: what stands for itself only.
fn like(text: &str) -> String {
    let escaped = text
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    format!("%{escaped}%")
}

/// What lists search in: these texts in one normal spelling.
pub(super) fn search_text<'a>(texts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let texts: Vec<String> = texts
        .into_iter()
        .flatten()
        .map(companies::normal_name)
        .collect();
    texts.join("\n")
}

/// Activities `a` that these units held.
pub(super) const HELD_BY: &str = "EXISTS (SELECT 1 FROM activity_organisers o \
     WHERE o.activity_id = a.id AND o.unit_id IN ({keys}))";
