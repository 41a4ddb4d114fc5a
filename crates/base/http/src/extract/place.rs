//! Which field a deserialiser stumbled over.

use crate::problem::Problem;
use axum::http::StatusCode;

/// The codes of fields that have the wrong shape.
pub(crate) const FIELD_CODES: &[&str] = &["field.malformed", "field.missing", "field.unknown"];

/// The problem for input that is readable but not of the wanted shape (422). serde stops
/// at the first such field; the rules of a slice name all at once.
pub(crate) fn misshapen(path: &str, message: &str) -> Problem {
    let (code, named) = if let Some(rest) = message.strip_prefix("missing field `") {
        ("field.missing", rest.split('`').next())
    } else if let Some(rest) = message.strip_prefix("unknown field `") {
        ("field.unknown", rest.split('`').next())
    } else {
        ("field.malformed", None)
    };
    let path = path.trim_matches('.');
    let field = match named {
        None => path.to_owned(),
        // An unknown field ends the path already, a missing one is not in it.
        Some(name) if path.is_empty() || path == name => name.to_owned(),
        Some(name) if path.ends_with(&format!(".{name}")) => path.to_owned(),
        Some(name) => format!("{path}.{name}"),
    };
    Problem::request(StatusCode::UNPROCESSABLE_ENTITY, "request.invalid").with_field(&field, code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field_of(path: &str, message: &str) -> (String, String) {
        let problem = misshapen(path, message);
        (
            problem.fields[0].field.clone(),
            problem.fields[0].code.clone(),
        )
    }

    #[test]
    fn the_field_at_fault_is_named_with_its_path() {
        let named = |field: &str, code: &str| (field.to_owned(), code.to_owned());
        assert_eq!(
            field_of(".", "missing field `login` at line 1 column 2"),
            named("login", "field.missing")
        );
        assert_eq!(
            field_of("shares[0]", "missing field `unit`"),
            named("shares[0].unit", "field.missing")
        );
        assert_eq!(
            field_of("colour", "unknown field `colour`, expected `login`"),
            named("colour", "field.unknown")
        );
        assert_eq!(
            field_of("limit", "invalid digit found in string"),
            named("limit", "field.malformed")
        );
    }
}
