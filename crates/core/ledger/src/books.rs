//! The definitions of this binary, matched with the versions that the database keeps.

use crate::definitions::{Basis, Compiled, Definitions, Indicator, Measure, Rule};
use crate::posting::VersionedRule;
use kernel::Month;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Definitions with their keys in the database. Cheap to clone; made by
/// [`install`](crate::install) when a process starts.
#[derive(Debug, Clone)]
pub struct Books(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    definitions: Definitions,
    keys: Vec<i64>,
    by_code: BTreeMap<String, Vec<usize>>,
}

/// One version of a definition in use.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Version<'a> {
    pub key: i64,
    pub compiled: &'a Compiled,
}

impl Version<'_> {
    /// Whether it counts different subjects.
    pub(crate) fn is_distinct(&self) -> bool {
        self.compiled.indicator.measure == Some(Measure::Distinct)
    }
}

impl Books {
    /// `keys[i]` is the database's key of `definitions.indicators[i]`.
    pub(crate) fn new(definitions: Definitions, keys: Vec<i64>) -> Self {
        let mut by_code: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, compiled) in definitions.indicators.iter().enumerate() {
            by_code
                .entry(compiled.indicator.code.clone())
                .or_default()
                .push(place);
        }
        for places in by_code.values_mut() {
            places.sort_by_key(|&place| definitions.indicators[place].indicator.version);
        }
        Self(Arc::new(Inner {
            definitions,
            keys,
            by_code,
        }))
    }

    /// The definitions.
    pub fn definitions(&self) -> &Definitions {
        &self.0.definitions
    }

    /// The indicator's definition for figures of `month`: the newest version that has
    /// taken effect, else the oldest there is.
    pub fn indicator(&self, code: &str, month: Month) -> Option<&Indicator> {
        self.version(code, month)
            .map(|version| &version.compiled.indicator)
    }

    /// Every version of an indicator, oldest first.
    pub fn versions(&self, code: &str) -> Vec<&Indicator> {
        self.0.by_code.get(code).map_or_else(Vec::new, |places| {
            places
                .iter()
                .map(|&place| &self.0.definitions.indicators[place].indicator)
                .collect()
        })
    }

    /// The codes of all indicators, in the order of the files.
    pub fn codes(&self) -> Vec<&str> {
        let mut codes = Vec::new();
        for compiled in &self.0.definitions.indicators {
            if !codes.contains(&compiled.indicator.code.as_str()) {
                codes.push(compiled.indicator.code.as_str());
            }
        }
        codes
    }

    pub(crate) fn version(&self, code: &str, month: Month) -> Option<Version<'_>> {
        let places = self.0.by_code.get(code)?;
        let in_effect = |place: &&usize| {
            self.0.definitions.indicators[**place]
                .indicator
                .effective
                .is_none_or(|first| first <= month)
        };
        let place = places.iter().rev().find(in_effect).or(places.first())?;
        Some(Version {
            key: self.0.keys[*place],
            compiled: &self.0.definitions.indicators[*place],
        })
    }

    /// Every version that facts post to.
    pub(crate) fn posting_rules(&self) -> Vec<VersionedRule<'_>> {
        self.all_versions()
            .filter(|version| {
                matches!(
                    version.compiled.rule,
                    Rule::Flow { .. } | Rule::State { .. }
                )
            })
            .map(|version| VersionedRule {
                key: version.key,
                compiled: version.compiled,
            })
            .collect()
    }

    pub(crate) fn all_versions(&self) -> impl Iterator<Item = Version<'_>> {
        self.0
            .keys
            .iter()
            .zip(&self.0.definitions.indicators)
            .map(|(&key, compiled)| Version { key, compiled })
    }

    /// Whether posting a fact of this kind needs what its subject had before.
    pub(crate) fn needs_history(&self, kind: &str) -> bool {
        self.0.definitions.kinds.touches_state(kind)
            || self.0.definitions.indicators.iter().any(|compiled| {
                matches!(&compiled.rule, Rule::Flow { on, basis: Basis::Now, .. } if on.contains(kind))
            })
    }
}
