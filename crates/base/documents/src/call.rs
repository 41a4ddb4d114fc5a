//! What a template asks for and what it is answered: figure calls and figures.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The measure that is meant where a template names none.
pub const DEFAULT_MEASURE: &str = "value";

/// One question of a template, such as `fig("funds_arrived", "yoy", month="2023-04")`.
///
/// What is left out is for the caller to fill in: its own month, the whole city, the year to date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FigureCall {
    /// The code of what is measured.
    pub code: String,
    /// What is asked of it; [`DEFAULT_MEASURE`] unless said.
    pub measure: String,
    /// The unit it is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The last month of the window, `YYYY-MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<String>,
    /// The first month of the window, `YYYY-MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
}

impl FigureCall {
    /// A call for the plain value of `code`.
    pub fn value(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            measure: DEFAULT_MEASURE.to_owned(),
            unit: None,
            month: None,
            from: None,
        }
    }
}

impl fmt::Display for FigureCall {
    /// Writes the call as a template would: `fig("funds_arrived", "yoy", unit="370303")`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "fig(\"{}\"", self.code)?;
        if self.measure != DEFAULT_MEASURE {
            write!(out, ", \"{}\"", self.measure)?;
        }
        for (name, value) in [
            ("unit", &self.unit),
            ("month", &self.month),
            ("from", &self.from),
        ] {
            if let Some(value) = value {
                write!(out, ", {name}=\"{value}\"")?;
            }
        }
        out.write_str(")")
    }
}

/// The answer to a [`FigureCall`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// How it is printed, rounded and with its sign, such as `352.3` or `3.0%`.
    pub display: String,
    /// An opaque handle; the page that shows the document opens the figure with it.
    pub address: String,
    /// The exact value as text, `None` where there is no value (printed as —).
    /// A leading minus makes the figure negative.
    pub value: Option<String>,
}

/// The answers for [`render`](crate::render), by question.
pub type Figures = BTreeMap<FigureCall, Figure>;

/// What a template may ask for: the known codes and measures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Codes that [`FigureCall::code`] may name.
    pub codes: Vec<String>,
    /// Measures that [`FigureCall::measure`] may name.
    pub measures: Vec<String>,
}

impl Catalogue {
    /// A catalogue of these codes and measures.
    pub fn new<C, M>(codes: C, measures: M) -> Self
    where
        C: IntoIterator,
        C::Item: Into<String>,
        M: IntoIterator,
        M::Item: Into<String>,
    {
        Self {
            codes: codes.into_iter().map(Into::into).collect(),
            measures: measures.into_iter().map(Into::into).collect(),
        }
    }
}
