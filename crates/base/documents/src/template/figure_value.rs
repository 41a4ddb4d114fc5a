//! The functions `fig` and `change`, and the value that a figure is inside a template.

use std::fmt;
use std::sync::{Arc, Mutex};

use minijinja::value::{Kwargs, Object};
use minijinja::{Environment, Error, ErrorKind, Value};

use super::asking::{Asking, Printed, lock};
use super::escape::{MARK_CLOSE, MARK_OPEN, literal};
use crate::call::{DEFAULT_MEASURE, Figure, FigureCall};
use crate::fault::Fault;

/// The names that [`add_functions`] brings, for suggestions.
pub(super) const FUNCTIONS: [&str; 2] = ["fig", "change"];

/// A figure inside a template: prints as its mark; `.value`, `.display` and `.sign` can be asked,
/// and are none as long as the figure is not known.
#[derive(Debug)]
pub(super) struct FigureValue {
    call: FigureCall,
    figure: Option<Figure>,
    number: usize,
}

impl FigureValue {
    /// The text that stands for it in the Markdown.
    pub(super) fn mark(&self) -> String {
        mark(self.number)
    }
}

impl Object for FigureValue {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let figure = self.figure.as_ref();
        match key.as_str()? {
            "value" => Some(figure.and_then(|figure| figure.value.clone()).into()),
            "display" => Some(figure.map(|figure| figure.display.clone()).into()),
            "sign" => Some(figure.and_then(sign).into()),
            _ => None,
        }
    }

    fn render(self: &Arc<Self>, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.mark())
    }
}

fn mark(number: usize) -> String {
    format!("{MARK_OPEN}{number}{MARK_CLOSE}")
}

/// −1, 0 or 1; `None` where there is no value.
fn sign(figure: &Figure) -> Option<i64> {
    let value = figure.value.as_deref()?;
    if !value.contains(|c: char| ('1'..='9').contains(&c)) {
        Some(0)
    } else if value.starts_with(['-', '−']) {
        Some(-1)
    } else {
        Some(1)
    }
}

/// Adds `fig` and `change`.
///
/// `fig(code, measure="value", unit=, month=, from=)` is a figure.
/// `change(figure, up="增长", down="下降", flat="持平")` prints a figure with a word for its sign:
/// 增长3.0%, 下降1.2%, 持平; where there is no value, only —.
pub(super) fn add_functions(env: &mut Environment<'static>, asking: &Arc<Mutex<Asking>>) {
    let record = Arc::clone(asking);
    env.add_function(
        "fig",
        move |code: &str, measure: Option<&str>, options: Kwargs| {
            fig(&record, code, measure, &options)
        },
    );
    let record = Arc::clone(asking);
    env.add_function("change", move |figure: &Value, options: Kwargs| {
        change(&record, figure, &options)
    });
}

fn fig(
    record: &Mutex<Asking>,
    code: &str,
    measure: Option<&str>,
    options: &Kwargs,
) -> Result<Value, Error> {
    let call = FigureCall {
        code: code.to_owned(),
        measure: measure.unwrap_or(DEFAULT_MEASURE).to_owned(),
        unit: text(options, "unit")?,
        month: text(options, "month")?,
        from: text(options, "from")?,
    };
    options.assert_all_used()?;
    let mut asking = lock(record);
    if let Err(fault) = check_window(&call) {
        return Err(stop(&mut asking, fault));
    }
    let figure = match asking.ask(&call) {
        Ok(figure) => figure,
        Err(fault) => return Err(stop(&mut asking, fault)),
    };
    let display = figure
        .as_ref()
        .map_or(String::new(), |figure| figure.display.clone());
    let number = asking.print(printed(&call, figure.as_ref(), display));
    Ok(Value::from_object(FigureValue {
        call,
        figure,
        number,
    }))
}

fn change(record: &Mutex<Asking>, figure: &Value, options: &Kwargs) -> Result<Value, Error> {
    let word = |name: &str, default: &str| -> Result<String, Error> {
        Ok(options
            .get::<Option<String>>(name)?
            .unwrap_or_else(|| default.to_owned()))
    };
    let (up, down, flat) = (
        word("up", "增长")?,
        word("down", "下降")?,
        word("flat", "持平")?,
    );
    options.assert_all_used()?;
    let Some(asked) = figure.downcast_object_ref::<FigureValue>() else {
        let fault = Fault::BadArgument {
            line: 0,
            argument: "change".to_owned(),
            given: figure.to_string(),
        };
        return Err(stop(&mut lock(record), fault));
    };
    let Some((known, sign)) = asked
        .figure
        .as_ref()
        .and_then(|known| Some((known, sign(known)?)))
    else {
        return Ok(figure.clone());
    };
    let size = known.display.trim_start_matches(['+', '-', '−']).to_owned();
    let (word, display) = match sign {
        0 => (String::new(), flat),
        1 => (up, size),
        _ => (down, size),
    };
    let number = lock(record).print(printed(&asked.call, Some(known), display));
    Ok(Value::from_safe_string(literal(&word) + &mark(number)))
}

fn printed(call: &FigureCall, figure: Option<&Figure>, display: String) -> Printed {
    Printed {
        call: call.clone(),
        display,
        address: figure.map_or(String::new(), |figure| figure.address.clone()),
        value: figure.and_then(|figure| figure.value.clone()),
    }
}

/// An option as text; a unit's code may be written as a number.
fn text(options: &Kwargs, name: &str) -> Result<Option<String>, Error> {
    Ok(options
        .get::<Option<Value>>(name)?
        .filter(|value| !value.is_none())
        .map(|value| value.to_string()))
}

/// Refuses months that are none and windows that end before they begin.
fn check_window(call: &FigureCall) -> Result<(), Fault> {
    let bad = |argument: &str, given: &str| Fault::BadArgument {
        line: 0,
        argument: argument.to_owned(),
        given: given.to_owned(),
    };
    for (argument, given) in [("month", &call.month), ("from", &call.from)] {
        if let Some(given) = given
            && !is_month(given)
        {
            return Err(bad(argument, given));
        }
    }
    match (&call.from, &call.month) {
        (Some(from), Some(month)) if from > month => Err(bad("from", from)),
        _ => Ok(()),
    }
}

/// Whether `text` is a month as `YYYY-MM`.
fn is_month(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 7
        && bytes[4] == b'-'
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && matches!(&bytes[5..], [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2'])
}

/// Notes what stopped the run, and stops it.
fn stop(asking: &mut Asking, fault: Fault) -> Error {
    let detail = fault.to_string();
    asking.stopped_by = Some(fault);
    Error::new(ErrorKind::InvalidOperation, detail)
}
