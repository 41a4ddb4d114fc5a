//! What a run of a template has asked and printed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard};

use crate::call::{Catalogue, Figure, FigureCall, Figures};
use crate::fault::Fault;

/// A figure as it is to be printed; the marks in the Markdown number these.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Printed {
    pub(crate) call: FigureCall,
    pub(crate) display: String,
    pub(crate) address: String,
    pub(crate) value: Option<String>,
}

/// The record of one run.
#[derive(Debug)]
pub(super) struct Asking {
    /// What may be asked; `None` where everything may, because it was checked before.
    catalogue: Option<Catalogue>,
    figures: Figures,
    /// Codes and measures that are known to be faulty already.
    excused: BTreeSet<String>,
    asked: Vec<FigureCall>,
    /// What is in `asked`, for finding it.
    known: BTreeSet<FigureCall>,
    /// What is printed, with its number.
    printed: BTreeMap<Printed, usize>,
    /// What made the run stop, but for its line, which only the engine knows.
    pub(super) stopped_by: Option<Fault>,
}

/// The lock on it; the engine wants functions that could be shared between threads.
pub(super) fn lock(asking: &Mutex<Asking>) -> MutexGuard<'_, Asking> {
    asking
        .lock()
        .expect("no function of a template panics while it holds the record")
}

impl Asking {
    /// A run that learns what is asked and checks it.
    pub(super) fn checking(catalogue: Catalogue, figures: Figures, faults: &[Fault]) -> Self {
        let excused = faults
            .iter()
            .filter_map(|fault| match fault {
                Fault::UnknownFigure { given, .. } | Fault::UnknownMeasure { given, .. } => {
                    Some(given.clone())
                }
                _ => None,
            })
            .collect();
        Self {
            catalogue: Some(catalogue),
            excused,
            ..Self::answering(figures)
        }
    }

    /// A run that answers.
    pub(super) fn answering(figures: Figures) -> Self {
        Self {
            catalogue: None,
            figures,
            excused: BTreeSet::new(),
            asked: Vec::new(),
            known: BTreeSet::new(),
            printed: BTreeMap::new(),
            stopped_by: None,
        }
    }

    /// Notes a call and answers it if it can. An unknown code or measure is a fault of line 0.
    pub(super) fn ask(&mut self, call: &FigureCall) -> Result<Option<Figure>, Fault> {
        if let Some(catalogue) = &self.catalogue {
            let known = |word: &String, words: &[String]| {
                words.contains(word) || self.excused.contains(word)
            };
            if !known(&call.code, &catalogue.codes) {
                return Err(Fault::UnknownFigure {
                    line: 0,
                    given: call.code.clone(),
                    nearest: super::diagnosis::suggestion(&call.code, &catalogue.codes),
                });
            }
            if !known(&call.measure, &catalogue.measures) {
                return Err(Fault::UnknownMeasure {
                    line: 0,
                    given: call.measure.clone(),
                    nearest: super::diagnosis::suggestion(&call.measure, &catalogue.measures),
                });
            }
        }
        if self.known.insert(call.clone()) {
            self.asked.push(call.clone());
        }
        Ok(self.figures.get(call).cloned())
    }

    /// The number that stands for this way of printing this call.
    pub(super) fn print(&mut self, printed: Printed) -> usize {
        let next = self.printed.len();
        *self.printed.entry(printed).or_insert(next)
    }

    pub(super) fn asked(self) -> Vec<FigureCall> {
        self.asked
    }

    /// What was asked and not answered, sorted.
    pub(super) fn missing(&self) -> Vec<FigureCall> {
        self.known
            .iter()
            .filter(|call| !self.figures.contains_key(call))
            .cloned()
            .collect()
    }

    /// What is printed, by number.
    pub(super) fn printed(self) -> Vec<Printed> {
        let mut numbered: Vec<(usize, Printed)> = self
            .printed
            .into_iter()
            .map(|(printed, number)| (number, printed))
            .collect();
        numbered.sort_unstable_by_key(|(number, _)| *number);
        numbered.into_iter().map(|(_, printed)| printed).collect()
    }
}
