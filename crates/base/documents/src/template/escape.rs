//! What a template prints is data, not Markdown: a project named `A*B|C` stays that.

use minijinja::value::Serde;
use minijinja::{Error, Output, Value};
use serde::Serialize;
use serde_json::Value as Json;

use super::figure_value::FigureValue;
use crate::fault::Fault;

/// Opens the mark that stands for a figure until the Markdown is read: the number of what is
/// printed follows. Both marks are private characters that neither a template nor a context can
/// bring in, so nobody forges a figure.
pub(crate) const MARK_OPEN: char = '\u{E000}';
/// Closes the mark of a figure.
pub(crate) const MARK_CLOSE: char = '\u{E001}';

/// What is printed where there is no value.
const NO_VALUE: &str = "—";

/// `text` without the characters that mark figures.
pub(super) fn without_marks(text: &str) -> String {
    text.replace([MARK_OPEN, MARK_CLOSE], "")
}

/// The context as the engine takes it, without marks.
pub(super) fn context(context: &impl Serialize) -> Result<Value, Fault> {
    let mut json = serde_json::to_value(context).map_err(|error| Fault::Context {
        detail: error.to_string(),
    })?;
    clean(&mut json);
    Ok(Value::from(Serde(json)))
}

fn clean(json: &mut Json) {
    match json {
        Json::String(text) if text.contains([MARK_OPEN, MARK_CLOSE]) => {
            *text = without_marks(text);
        }
        Json::Array(values) => values.iter_mut().for_each(clean),
        Json::Object(fields) => fields.values_mut().for_each(clean),
        _ => {}
    }
}

/// Writes what an expression gave: a figure as its mark, marked-up text as it is, all else with
/// every character that Markdown could read as its own escaped.
pub(super) fn write(out: &mut Output<'_>, value: &Value) -> Result<(), Error> {
    if value.is_none() || value.is_undefined() {
        out.write_str(NO_VALUE)?;
    } else if value.is_safe() {
        out.write_str(&value.to_string())?;
    } else if let Some(figure) = value.downcast_object_ref::<FigureValue>() {
        out.write_str(&figure.mark())?;
    } else {
        out.write_str(&literal(&value.to_string()))?;
    }
    Ok(())
}

/// Markdown that reads as exactly `text`, on one line.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c == '\n' || c == '\r' {
            out.push(' ');
        } else {
            if c.is_ascii_punctuation() {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}
