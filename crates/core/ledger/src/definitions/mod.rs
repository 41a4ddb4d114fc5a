//! What counts, and how: kinds of facts and indicator definitions, as files with versions.

mod compile;
mod expression;
mod indicator;
mod kinds;

pub use expression::ExpressionRefusal;
pub use indicator::{
    Basis, DefinitionRefusal, Indicator, Late, Measure, RankBy, Sort, Text, UnitOfValue,
};
pub use kinds::{FieldType, Kind, Kinds, KindsRefusal};

pub(crate) use compile::{Compiled, Rule};
pub(crate) use expression::{Expression, Values};
pub(crate) use kinds::State;

/// A whole set of definitions, read and checked.
#[derive(Debug, Clone)]
pub struct Definitions {
    /// The kinds of facts.
    pub kinds: Kinds,
    /// Every version of every indicator, in the files' order.
    pub(crate) indicators: Vec<Compiled>,
}

impl Definitions {
    /// Reads `kinds.toml` and the files of indicators.
    pub fn parse(kinds: &str, files: &[&str]) -> Result<Self, DefinitionRefusal> {
        let kinds = Kinds::parse(kinds)?;
        let mut indicators = Vec::new();
        for file in files {
            indicators.extend(compile::parse(file, &kinds)?);
        }
        compile::check_together(&indicators)?;
        Ok(Self { kinds, indicators })
    }

    /// Every version of every indicator.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().map(|compiled| &compiled.indicator)
    }
}
