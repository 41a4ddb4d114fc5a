//! Turns the engine's errors into faults with a line and a suggestion.

use minijinja::{Error, ErrorKind, Value};

use super::asking::Asking;
use super::figure_value::FUNCTIONS;
use crate::fault::Fault;
use crate::nearest::nearest;

/// The known word that is spelt most like `given`.
pub(super) fn suggestion(given: &str, known: &[String]) -> Option<String> {
    nearest(given, known.iter().map(String::as_str)).map(str::to_owned)
}

/// What is wrong, told from the engine's error and what the run noted.
pub(super) fn fault(error: &Error, asking: &Asking, context: &Value, source: &str) -> Fault {
    let line = error.line().unwrap_or(1);
    let detail = error
        .detail()
        .map_or_else(|| error.kind().to_string(), str::to_owned);
    if let Some(noted) = &asking.stopped_by {
        return at(noted, line);
    }
    match error.kind() {
        ErrorKind::SyntaxError => Fault::Syntax { line, detail },
        ErrorKind::OutOfFuel => Fault::Endless { line },
        ErrorKind::UndefinedError
        | ErrorKind::UnknownFunction
        | ErrorKind::UnknownFilter
        | ErrorKind::UnknownTest => match unknown_name(&detail, line, context, source) {
            Some((name, nearest)) => Fault::UnknownName {
                line,
                name,
                nearest,
            },
            None => Fault::Expression { line, detail },
        },
        _ => Fault::Expression { line, detail },
    }
}

/// The noted fault with the line that the engine knows.
fn at(noted: &Fault, at: usize) -> Fault {
    let mut fault = noted.clone();
    if let Fault::UnknownFigure { line, .. }
    | Fault::UnknownMeasure { line, .. }
    | Fault::BadArgument { line, .. } = &mut fault
    {
        *line = at;
    }
    fault
}

/// The name on this line that nothing answers to, and what was probably meant.
///
/// The engine says only that something was undefined. So each word of the line's tags is looked
/// up in the context; a word that follows a dot is looked up nowhere and is taken last.
fn unknown_name(
    detail: &str,
    line: usize,
    context: &Value,
    source: &str,
) -> Option<(String, Option<String>)> {
    let known: Vec<String> = context
        .try_iter()
        .ok()?
        .map(|key| key.to_string())
        .chain(FUNCTIONS.map(str::to_owned))
        .collect();
    let said = detail
        .strip_suffix(" is unknown")
        .and_then(|words| words.rsplit(' ').next());
    let name = match said {
        Some(name) => name.to_owned(),
        None => undeclared(line, &known, source)?,
    };
    let nearest = suggestion(&name, &known);
    Some((name, nearest))
}

fn undeclared(line: usize, known: &[String], source: &str) -> Option<String> {
    let env = minijinja::Environment::new();
    let names = env
        .template_from_str(source)
        .ok()?
        .undeclared_variables(false);
    let text = source.lines().nth(line - 1)?;
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .find(|word| names.contains(*word) && !known.iter().any(|name| name == word))
        .map(str::to_owned)
}
