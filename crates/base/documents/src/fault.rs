//! What can be wrong with a template, with a stable code and the line where it stands.

use serde::Serialize;

use crate::call::FigureCall;

/// One thing that is wrong with a template. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The template cannot be read: a tag is not closed, a word stands where none may.
    #[error("line {line}: {detail}")]
    Syntax {
        /// Where reading stopped.
        line: usize,
        /// The engine's own words.
        detail: String,
    },
    /// A name that the context does not hold.
    #[error("line {line}: {name} is not known")]
    UnknownName {
        /// Where it stands.
        line: usize,
        /// The name as written.
        name: String,
        /// The known name that is spelt most alike.
        nearest: Option<String>,
    },
    /// A figure call with a code that the catalogue does not hold.
    #[error("line {line}: no figure has the code {given}")]
    UnknownFigure {
        /// Where the call stands.
        line: usize,
        /// The code as written.
        given: String,
        /// The known code that is spelt most alike.
        nearest: Option<String>,
    },
    /// A figure call with a measure that the catalogue does not hold.
    #[error("line {line}: no figure has the measure {given}")]
    UnknownMeasure {
        /// Where the call stands.
        line: usize,
        /// The measure as written.
        given: String,
        /// The known measure that is spelt most alike.
        nearest: Option<String>,
    },
    /// An argument of a call that is not one, or has no sense: a month that is none, a window
    /// that ends before it begins.
    #[error("line {line}: {argument} cannot be {given}")]
    BadArgument {
        /// Where the call stands.
        line: usize,
        /// The argument's name.
        argument: String,
        /// What was given for it.
        given: String,
    },
    /// The template asks for figures that [`render`](crate::render) was not given.
    #[error("{} figures are missing", calls.len())]
    MissingFigures {
        /// The calls without an answer, sorted.
        calls: Vec<FigureCall>,
    },
    /// An expression that cannot be computed.
    #[error("line {line}: {detail}")]
    Expression {
        /// Where it stands.
        line: usize,
        /// The engine's own words.
        detail: String,
    },
    /// The template does more work than a document can need, such as a loop in a loop in a loop.
    #[error("line {line}: the template does not come to an end")]
    Endless {
        /// Where it was when its budget ran out.
        line: usize,
    },
    /// The context given by the program cannot be read; never the author's doing.
    #[error("the context cannot be read: {detail}")]
    Context {
        /// The reason.
        detail: String,
    },
}

impl Fault {
    /// The stable code that clients translate.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "documents.syntax",
            Self::UnknownName { .. } => "documents.unknown_name",
            Self::UnknownFigure { .. } => "documents.unknown_figure",
            Self::UnknownMeasure { .. } => "documents.unknown_measure",
            Self::BadArgument { .. } => "documents.bad_argument",
            Self::MissingFigures { .. } => "documents.missing_figures",
            Self::Expression { .. } => "documents.expression",
            Self::Endless { .. } => "documents.endless",
            Self::Context { .. } => "documents.context",
        }
    }

    /// Every code that [`Fault::code`] can give, for the test that each has a text.
    pub const CODES: [&str; 9] = [
        "documents.syntax",
        "documents.unknown_name",
        "documents.unknown_figure",
        "documents.unknown_measure",
        "documents.bad_argument",
        "documents.missing_figures",
        "documents.expression",
        "documents.endless",
        "documents.context",
    ];

    /// The line of the template, where one can be named.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Syntax { line, .. }
            | Self::UnknownName { line, .. }
            | Self::UnknownFigure { line, .. }
            | Self::UnknownMeasure { line, .. }
            | Self::BadArgument { line, .. }
            | Self::Expression { line, .. }
            | Self::Endless { line } => Some(*line),
            Self::MissingFigures { .. } | Self::Context { .. } => None,
        }
    }

    /// The word that was probably meant, where one is near.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::UnknownName { nearest, .. }
            | Self::UnknownFigure { nearest, .. }
            | Self::UnknownMeasure { nearest, .. } => nearest.as_deref(),
            _ => None,
        }
    }
}

/// All that is wrong with a template; never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Faults(pub Vec<Fault>);

impl std::fmt::Display for Faults {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (n, fault) in self.0.iter().enumerate() {
            if n > 0 {
                out.write_str("; ")?;
            }
            write!(out, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

impl From<Fault> for Faults {
    fn from(fault: Fault) -> Self {
        Self(vec![fault])
    }
}
