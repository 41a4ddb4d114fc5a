//! Runs a template: once to learn which figures it asks for, once more with the answers.

mod asking;
mod diagnosis;
mod escape;
mod figure_value;

use std::sync::{Arc, Mutex};

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

use crate::call::{Catalogue, FigureCall, Figures};
use crate::fault::{Fault, Faults};
use crate::markdown;
use crate::meta::Language;
use crate::tree::Document;
use asking::Asking;
pub(crate) use asking::Printed;
pub(crate) use escape::{MARK_CLOSE, MARK_OPEN};

/// The budget of one run: about half a million steps, or 32 MB of text. A bulletin of three
/// pages takes some thousands.
const FUEL: u64 = 500_000;

/// So many faults are told at once; more would not be read.
const TOLD_AT_ONCE: usize = 20;

/// The figures that `template` asks for, each once, in the order of asking.
///
/// `known` holds the answers that are there already: a template may ask for one figure only where
/// another is negative, so a caller asks again until nothing is missing (twice, as a rule; begin
/// with an empty map).
///
/// # Errors
/// Every call with an unknown code or measure, or else the first other fault, with its line.
pub fn calls(
    template: &str,
    context: &impl Serialize,
    catalogue: &Catalogue,
    known: &Figures,
) -> Result<Vec<FigureCall>, Faults> {
    let context = escape::context(context)?;
    let mut faults: Vec<Fault> = Vec::new();
    loop {
        // A run stops at its first fault. Faulty calls are excused in the next run, so that
        // all of them are told together.
        let asking = Asking::checking(catalogue.clone(), known.clone(), &faults);
        match run(template, &context, asking) {
            Ok((_, asking)) if faults.is_empty() => return Ok(asking.asked()),
            Ok(_) => return Err(Faults(faults)),
            Err(fault @ (Fault::UnknownFigure { .. } | Fault::UnknownMeasure { .. })) => {
                faults.push(fault);
                if faults.len() == TOLD_AT_ONCE {
                    return Err(Faults(faults));
                }
            }
            Err(fault) => {
                faults.push(fault);
                return Err(Faults(faults));
            }
        }
    }
}

/// The document that `template` makes of `context` and `figures`.
///
/// # Errors
/// [`Fault::MissingFigures`] with all calls that `figures` does not answer; any other fault of the
/// template with its line.
pub fn render(
    template: &str,
    context: &impl Serialize,
    figures: &Figures,
    language: Language,
) -> Result<Document, Faults> {
    let context = escape::context(context)?;
    let (markdown, asking) = run(template, &context, Asking::answering(figures.clone()))?;
    let missing = asking.missing();
    if !missing.is_empty() {
        return Err(Fault::MissingFigures { calls: missing }.into());
    }
    Ok(markdown::document(&markdown, asking.printed(), language))
}

/// One run: the Markdown it wrote, with a mark for each figure, and what it asked.
fn run(template: &str, context: &Value, asking: Asking) -> Result<(String, Asking), Fault> {
    let source = escape::without_marks(template);
    let asking = Arc::new(Mutex::new(asking));
    let env = environment(&asking);
    let written = env
        .template_from_str(&source)
        .and_then(|compiled| compiled.render(context))
        .map_err(|error| diagnosis::fault(&error, &asking::lock(&asking), context, &source))?;
    drop(env);
    let asking = Arc::into_inner(asking)
        .expect("the environment that shared it is gone")
        .into_inner()
        .expect("no thread that held it panicked");
    Ok((written, asking))
}

fn environment(asking: &Arc<Mutex<Asking>>) -> Environment<'static> {
    let mut env = Environment::new();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_fuel(Some(FUEL));
    // A tag on a line of its own leaves no line behind; a loop over table rows depends on it.
    env.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .expect("the default delimiters are valid"),
    );
    env.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    env.set_formatter(|out, _, value| escape::write(out, value));
    figure_value::add_functions(&mut env, asking);
    env
}

#[cfg(test)]
mod tests;
