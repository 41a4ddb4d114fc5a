//! Gathering what is wrong with an input, so that every field is named at once.

use crate::refusal::{FieldRefusal, Refusal, RefusalKind, params_of};
use serde_json::{Map, Value};

/// The fields found wrong so far.
///
/// ```
/// let mut wrong = kernel::Fields::default();
/// wrong.refuse("name", "field.empty", serde_json::json!({}));
/// wrong.refuse("share", "field.too_large", serde_json::json!({ "max": 10_000 }));
/// let refusal = wrong.done().expect_err("two fields are wrong");
/// assert_eq!(refusal.code, "request.invalid");
/// assert_eq!(refusal.fields.len(), 2);
/// assert!(kernel::Fields::default().done().is_ok());
/// ```
#[derive(Debug, Default)]
pub struct Fields(Vec<FieldRefusal>);

impl Fields {
    /// Notes that `field` is wrong. `params` is a JSON object.
    ///
    /// # Panics
    /// If `params` is no object.
    pub fn refuse(&mut self, field: &str, code: &str, params: Value) {
        self.0.push(FieldRefusal {
            field: field.to_owned(),
            code: code.to_owned(),
            params: params_of(params),
        });
    }

    /// Whether nothing has been found wrong yet.
    pub fn is_clean(&self) -> bool {
        self.0.is_empty()
    }

    /// Refuses with all fields that were noted (`request.invalid`, 422), if there are any.
    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(Refusal {
            kind: RefusalKind::Invalid,
            code: "request.invalid",
            params: Map::new(),
            fields: self.0,
        })
    }
}
