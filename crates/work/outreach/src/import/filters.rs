//! The filters of a screen's query, as an export is given them.

use chrono::NaiveDate;
use kernel::{Fields, Month};
use orgs::UnitTree;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Filters, read one by one.
pub(super) struct Filters<'a> {
    given: &'a BTreeMap<String, String>,
    pub wrong: Fields,
}

impl<'a> Filters<'a> {
    /// Refuses filters that are none of `known`.
    pub(super) fn new(given: &'a BTreeMap<String, String>, known: &[&str]) -> Self {
        let mut wrong = Fields::default();
        for name in given.keys().filter(|name| !known.contains(&name.as_str())) {
            wrong.refuse(
                name,
                intake::codes::UNKNOWN_FILTER,
                json!({ "found": name }),
            );
        }
        Self { given, wrong }
    }

    /// A text that is not empty.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.given
            .get(name)
            .filter(|text| !text.is_empty())
            .cloned()
    }

    /// A value; one that cannot be read is refused.
    pub(super) fn read<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong.refuse(name, "field.malformed", json!({}));
        }
        value
    }

    /// The keys of the unit and everything below it.
    pub(super) fn units(&mut self, tree: &UnitTree) -> Option<Arc<[i64]>> {
        self.read("unit", |code| {
            let unit = tree.by_code(code);
            unit.map(|unit| tree.subtree(unit.key))
        })
    }

    /// A month.
    pub(super) fn month(&mut self) -> Option<Month> {
        self.read("month", |text| text.parse::<Month>().ok())
    }

    /// A day.
    pub(super) fn day(&mut self, name: &str) -> Option<NaiveDate> {
        self.read(name, |text| text.parse::<NaiveDate>().ok())
    }
}
