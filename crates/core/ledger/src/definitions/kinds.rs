//! The kinds of facts: their subjects, their fields, and the state they set.

use crate::fact::{FieldValue, Payload, Subject};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The type of a payload field or a state field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// True or false.
    Bool,
    /// An integer.
    Int,
    /// A text.
    Text,
}

impl FieldType {
    /// The value of a state field that nothing has set.
    pub fn unset(self) -> FieldValue {
        match self {
            Self::Bool => FieldValue::Bool(false),
            Self::Int => FieldValue::Int(0),
            Self::Text => FieldValue::Text(String::new()),
        }
    }

    /// Whether `value` is of this type.
    pub fn holds(self, value: &FieldValue) -> bool {
        matches!(
            (self, value),
            (Self::Bool, FieldValue::Bool(_))
                | (Self::Int, FieldValue::Int(_))
                | (Self::Text, FieldValue::Text(_))
        )
    }
}

/// The file `indicators/kinds.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    kind: Vec<KindEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KindEntry {
    code: String,
    subject: String,
    #[serde(default)]
    fields: BTreeMap<String, FieldType>,
    #[serde(default)]
    sets: BTreeMap<String, toml::Value>,
    #[serde(default)]
    moves_credit: bool,
}

/// What a kind puts into a state field of its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Setting {
    /// Always this value.
    Constant(FieldValue),
    /// The fact's payload field of this name.
    Field(String),
    /// The fact's amount in fen.
    Amount,
    /// The month the fact belongs to, 0 before the books.
    OriginMonth,
}

/// A kind of fact.
#[derive(Debug, Clone)]
pub struct Kind {
    /// Its code, such as `funds.arrived`.
    pub code: String,
    /// The kind of subject it is about.
    pub subject: String,
    /// Its payload fields; a fact has exactly these.
    pub fields: BTreeMap<String, FieldType>,
    /// What it puts into its subject's state.
    pub(crate) sets: BTreeMap<String, Setting>,
    /// Whether it hands the subject's credit to the units it names (流转).
    pub moves_credit: bool,
}

/// All kinds, and the fields of every subject's state.
#[derive(Debug, Clone, Default)]
pub struct Kinds {
    kinds: BTreeMap<String, Kind>,
    state: BTreeMap<(String, String), FieldType>,
}

/// The names that a fact has beside its payload, which no field may take.
pub(crate) const ENVELOPE: [(&str, FieldType); 4] = [
    ("amount", FieldType::Int),
    ("kind", FieldType::Text),
    ("month", FieldType::Int),
    ("origin_month", FieldType::Int),
];

/// Why the kinds were refused. The text names the kind and field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("kinds: {0}")]
pub struct KindsRefusal(pub String);

impl Kinds {
    /// Reads `indicators/kinds.toml`.
    pub fn parse(text: &str) -> Result<Self, KindsRefusal> {
        let file: File = toml::from_str(text).map_err(|error| KindsRefusal(error.to_string()))?;
        let mut kinds = Self::default();
        for entry in file.kind {
            kinds.add(entry)?;
        }
        Ok(kinds)
    }

    fn add(&mut self, entry: KindEntry) -> Result<(), KindsRefusal> {
        let refuse = |what: String| Err(KindsRefusal(format!("{}: {what}", entry.code)));
        if let Some((name, _)) = ENVELOPE
            .iter()
            .find(|(name, _)| entry.fields.contains_key(*name))
        {
            return refuse(format!(
                "the field {name} has the name of a part of every fact"
            ));
        }
        let mut sets = BTreeMap::new();
        for (field, value) in entry.sets {
            let (setting, of_type) = match value {
                toml::Value::Boolean(flag) => {
                    (Setting::Constant(FieldValue::Bool(flag)), FieldType::Bool)
                }
                toml::Value::Integer(number) => {
                    (Setting::Constant(FieldValue::Int(number)), FieldType::Int)
                }
                toml::Value::String(name) if name == "amount" => (Setting::Amount, FieldType::Int),
                toml::Value::String(name) if name == "origin_month" => {
                    (Setting::OriginMonth, FieldType::Int)
                }
                toml::Value::String(name) => match entry.fields.get(&name) {
                    Some(of_type) => (Setting::Field(name), *of_type),
                    None => return refuse(format!("sets {field} from {name}, which is no field")),
                },
                other => return refuse(format!("sets {field} to {other}, which is no value")),
            };
            let place = (entry.subject.clone(), field.clone());
            if *self.state.entry(place).or_insert(of_type) != of_type {
                return refuse(format!("sets {field} with another type than a kind before"));
            }
            sets.insert(field, setting);
        }
        let code = entry.code.clone();
        let kind = Kind {
            code: entry.code,
            subject: entry.subject,
            fields: entry.fields,
            sets,
            moves_credit: entry.moves_credit,
        };
        match self.kinds.insert(code.clone(), kind) {
            None => Ok(()),
            Some(_) => Err(KindsRefusal(format!("{code} is declared twice"))),
        }
    }

    /// The kind with this code.
    pub fn get(&self, code: &str) -> Option<&Kind> {
        self.kinds.get(code)
    }

    /// The fields of the state of subjects of kind `subject`.
    pub fn state_of<'a>(&'a self, subject: &'a str) -> impl Iterator<Item = (&'a str, FieldType)> {
        self.state
            .iter()
            .filter(move |((owner, _), _)| owner == subject)
            .map(|((_, field), of_type)| (field.as_str(), *of_type))
    }

    /// Whether facts of this kind touch their subject's state or credit.
    pub(crate) fn touches_state(&self, code: &str) -> bool {
        self.get(code)
            .is_some_and(|kind| !kind.sets.is_empty() || kind.moves_credit)
    }
}

/// What is recognised of one subject at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct State(pub(crate) BTreeMap<String, FieldValue>);

impl State {
    /// The state before anything was recognised of `subject`.
    pub(crate) fn unset(kinds: &Kinds, subject: &Subject) -> Self {
        Self(
            kinds
                .state_of(&subject.kind)
                .map(|(field, of_type)| (field.to_owned(), of_type.unset()))
                .collect(),
        )
    }

    /// Lets one fact of `kind` set what it sets.
    pub(crate) fn apply(&mut self, kind: &Kind, amount_fen: i64, origin: i32, payload: &Payload) {
        for (field, setting) in &kind.sets {
            let value = match setting {
                Setting::Constant(value) => value.clone(),
                Setting::Amount => FieldValue::Int(amount_fen),
                Setting::OriginMonth => FieldValue::Int(i64::from(origin)),
                Setting::Field(name) => match payload.get(name) {
                    Some(value) => value.clone(),
                    None => continue,
                },
            };
            self.0.insert(field.clone(), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_sets_state_from_constants_fields_and_the_envelope() {
        let kinds = Kinds::parse(
            r#"
            [[kind]]
            code = "project.introduced"
            subject = "project"
            fields = { planned_fen = "int" }
            sets = { introduced = true, planned_fen = "planned_fen", introduced_month = "origin_month" }
            "#,
        )
        .expect("valid");
        let subject = Subject::new("project", 1);
        let mut state = State::unset(&kinds, &subject);
        assert_eq!(state.0["introduced"], FieldValue::Bool(false));
        let payload = Payload::from([("planned_fen".to_owned(), 5.into())]);
        state.apply(
            kinds.get("project.introduced").expect("declared"),
            0,
            202_306,
            &payload,
        );
        assert_eq!(state.0["introduced"], FieldValue::Bool(true));
        assert_eq!(state.0["planned_fen"], FieldValue::Int(5));
        assert_eq!(state.0["introduced_month"], FieldValue::Int(202_306));
    }

    #[test]
    fn kinds_that_contradict_each_other_are_refused() {
        let two_types = r#"
            [[kind]]
            code = "a.b"
            subject = "project"
            sets = { x = true }
            [[kind]]
            code = "a.c"
            subject = "project"
            sets = { x = 1 }
        "#;
        let unknown_field = r#"
            [[kind]]
            code = "a.b"
            subject = "project"
            sets = { x = "y" }
        "#;
        let envelope = r#"
            [[kind]]
            code = "a.b"
            subject = "project"
            fields = { amount = "int" }
        "#;
        for text in [two_types, unknown_field, envelope] {
            assert!(Kinds::parse(text).is_err(), "{text}");
        }
    }
}
