//! What a flow or a state sums to for one unit.

use super::Evaluator;
use super::credit::part_of;
use super::history::{Datum, View};
use super::rules::{Belongs, Definition, Gives, Owner, Put, Rule};
use std::collections::BTreeMap;

/// A stretch of months as it was known at the end of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub from: i32,
    pub until: i32,
    pub as_at: i32,
}

impl Stretch {
    fn holds(self, month: i32) -> bool {
        self.from <= month && month <= self.until
    }
}

impl Evaluator {
    /// The sum over a stretch, out of the books alone. A stock looks at `as_at` only.
    pub(crate) fn sum(&self, definition: &Definition, unit: i64, stretch: Stretch) -> i128 {
        match &definition.rule {
            Rule::Flow { .. } => self.flow(definition, unit, stretch),
            Rule::State { .. } => self.state(definition, unit, stretch),
            Rule::Ratio { .. } | Rule::BothHalves { .. } => 0,
        }
    }

    fn flow(&self, definition: &Definition, unit: i64, stretch: Stretch) -> i128 {
        let Rule::Flow {
            on,
            when,
            amount,
            belongs,
            owner,
        } = &definition.rule
        else {
            return 0;
        };
        let entries = &self.history.entries;
        let mut sum = 0;
        let mut by_subject: BTreeMap<&(String, i64), i128> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            let counts = entry.month <= stretch.as_at && on.contains(&entry.kind.as_str());
            if !counts || !stretch.holds(self.charged(place, *belongs)) {
                continue;
            }
            // A reversal brings back what the reversed entry brought.
            let (place, sign) = entry.reverses.map_or((place, 1), |target| (target, -1));
            let view = self.history.view(place);
            if !when(&view) {
                continue;
            }
            let holder = match owner {
                Owner::AtRecognition => place,
                Owner::Now => self
                    .newest_transfer(&entry.subject, stretch.as_at)
                    .unwrap_or(place),
            };
            let holder = &entries[holder];
            let is_count = definition.gives != Gives::Money;
            let whole = if is_count { 1 } else { amount(&view) };
            let part = part_of(unit, &holder.shares, &holder.parents, whole, is_count);
            sum += sign * part;
            *by_subject.entry(&entry.subject).or_default() += sign * part;
        }
        if definition.gives == Gives::Different {
            let standing = by_subject.values().filter(|sum| **sum > 0).count();
            i128::try_from(standing).expect("a count of entries")
        } else {
            sum
        }
    }

    /// The month in which an entry counts for a flow, 0 before the books. A correction
    /// goes where the corrected entry counted, if that is in the year of the correction;
    /// else the definition says.
    fn charged(&self, place: usize, belongs: Belongs) -> i32 {
        let entry = &self.history.entries[place];
        let Some(corrected) = entry.reverses.or(entry.replaces) else {
            return self.history.origin(place);
        };
        let there = self.charged(corrected, belongs);
        let same_year = there / 100 == entry.month / 100;
        if there == 0 || same_year || belongs == Belongs::WhereItWas {
            there
        } else {
            entry.month
        }
    }

    /// The newest standing entry that gave the subject to other units.
    fn newest_transfer(&self, subject: &(String, i64), as_at: i32) -> Option<usize> {
        self.standing_of(subject, as_at).into_iter().rfind(|place| {
            self.kind(&self.history.entries[*place].kind)
                .is_some_and(|kind| kind.moves_credit)
        })
    }

    fn standing_of(&self, subject: &(String, i64), as_at: i32) -> Vec<usize> {
        self.history
            .standing(as_at)
            .into_iter()
            .filter(|place| self.history.entries[*place].subject == *subject)
            .collect()
    }

    fn state(&self, definition: &Definition, unit: i64, stretch: Stretch) -> i128 {
        let Rule::State {
            subject: wanted,
            when,
            amount,
            month,
            owner,
            credit_of,
        } = &definition.rule
        else {
            return 0;
        };
        let mut subjects: Vec<&(String, i64)> = Vec::new();
        for entry in &self.history.entries {
            if entry.subject.0 == *wanted && !subjects.contains(&&entry.subject) {
                subjects.push(&entry.subject);
            }
        }
        let mut sum = 0;
        for subject in subjects {
            let standing = self.standing_of(subject, stretch.as_at);
            let state = self.folded(&standing);
            if !when(&state) {
                continue;
            }
            let inside = month.is_none_or(|month| {
                i32::try_from(month(&state)).is_ok_and(|month| stretch.holds(month))
            });
            if !inside {
                continue;
            }
            let Some(holder) = self.holder(subject, &standing, stretch.as_at, *owner, credit_of)
            else {
                continue;
            };
            let holder = &self.history.entries[holder];
            let is_count = definition.gives != Gives::Money;
            let whole = if is_count { 1 } else { amount(&state) };
            sum += part_of(unit, &holder.shares, &holder.parents, whole, is_count);
        }
        sum
    }

    /// A subject's state out of its standing entries, from nothing.
    fn folded(&self, standing: &[usize]) -> View {
        let mut state = View::default();
        for &place in standing {
            let entry = &self.history.entries[place];
            let Some(kind) = self.kind(&entry.kind) else {
                continue;
            };
            for (field, put) in &kind.sets {
                let datum = match put {
                    Put::Always(datum) => datum.clone(),
                    Put::Origin => Datum::Number(self.history.origin(place).into()),
                    Put::Field(name) => match entry.fields.get(*name) {
                        Some(datum) => datum.clone(),
                        None => continue,
                    },
                };
                state.0.insert((*field).to_owned(), datum);
            }
        }
        state
    }

    /// The entry whose shares a subject in some state counts by: the newest of the kind
    /// that names the owner, else the newest that says something of its state.
    fn holder(
        &self,
        subject: &(String, i64),
        standing: &[usize],
        as_at: i32,
        owner: Owner,
        credit_of: &str,
    ) -> Option<usize> {
        let kind_of = |place: &usize| self.history.entries[*place].kind.as_str();
        let transferred = match owner {
            Owner::Now => self.newest_transfer(subject, as_at),
            Owner::AtRecognition => None,
        };
        let named = || {
            standing
                .iter()
                .copied()
                .rfind(|place| kind_of(place) == credit_of)
        };
        let any = || {
            standing.iter().copied().rfind(|place| {
                self.kind(kind_of(place))
                    .is_some_and(|kind| !kind.sets.is_empty())
            })
        };
        transferred.or_else(named).or_else(any)
    }
}
