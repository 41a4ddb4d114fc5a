//! All facts of one subject, and what each does to every indicator.
//!
//! **Invariant:** a posting depends on its subject's facts alone. So recording needs only
//! the subjects it touches, and verifying walks the journal subject by subject, in
//! bounded memory.

use super::credit::{Part, split};
use super::{LARGEST_AMOUNT, Posting};
use crate::definitions::{
    Basis, Compiled, Expression, ExpressionRefusal, Kinds, Late, Rule, State, Values,
};
use crate::fact::{Correction, Credit, Fact, FieldValue, Subject};
#[cfg(test)]
use crate::planted;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// A version of a definition with its key in the database.
pub(crate) struct VersionedRule<'a> {
    pub key: i64,
    pub compiled: &'a Compiled,
}

/// A definition failed on a fact: the recognition is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EvaluationRefusal {
    pub indicator: String,
    pub refusal: String,
}

/// What a subject has in one version, by unit and cohort.
pub(crate) type Held = BTreeMap<(i64, i32), Part>;

/// The facts of one subject in the journal's order, and what they hold.
#[derive(Debug)]
pub(crate) struct SubjectBook {
    subject: Subject,
    facts: BTreeMap<i64, Arc<Fact>>,
    reversed: BTreeSet<i64>,
    replaced: BTreeSet<i64>,
    held: HashMap<i64, Held>,
}

/// A fact as expressions see it.
struct FactValues<'a>(&'a Fact, &'a Kinds);

impl Values for FactValues<'_> {
    fn value(&self, name: &str) -> Option<FieldValue> {
        let field = name.strip_prefix("fact.")?;
        match field {
            "amount" => Some(FieldValue::Int(self.0.amount.fen())),
            "kind" => Some(FieldValue::Text(self.0.kind.clone())),
            "month" => Some(FieldValue::Int(self.0.month.number().into())),
            "origin_month" => Some(FieldValue::Int(origin_number(self.0).into())),
            // A kind may gain fields: facts from before have them unset.
            field => self.0.payload.get(field).cloned().or_else(|| {
                let declared = self.1.get(&self.0.kind)?.fields.get(field)?;
                Some(declared.unset())
            }),
        }
    }
}

impl Values for State {
    fn value(&self, name: &str) -> Option<FieldValue> {
        self.0.get(name.strip_prefix("state.")?).cloned()
    }
}

/// The month a fact belongs to as the table holds it: 0 before the books.
pub(crate) fn origin_number(fact: &Fact) -> i32 {
    fact.origin_month.map_or(0, kernel::Month::number)
}

/// An amount in fen that the books can hold.
fn amount_of(amount: &Expression, values: &dyn Values) -> Result<i64, ExpressionRefusal> {
    let fen = amount.integer(values)?;
    if (-LARGEST_AMOUNT..=LARGEST_AMOUNT).contains(&fen) {
        Ok(fen)
    } else {
        Err(amount.failed("gave a larger amount than the books hold"))
    }
}

/// The month that a subject counts in, 0 before the books.
fn cohort_of(cohort: &Expression, values: &dyn Values) -> Result<i32, ExpressionRefusal> {
    match i32::try_from(cohort.integer(values)?) {
        Ok(0) => Ok(0),
        Ok(number) if kernel::Month::from_number(number).is_ok() => Ok(number),
        _ => Err(cohort.failed("gave no month")),
    }
}

impl SubjectBook {
    /// The book of a subject of which nothing is loaded.
    pub(crate) fn empty(subject: Subject) -> Self {
        Self {
            subject,
            facts: BTreeMap::new(),
            reversed: BTreeSet::new(),
            replaced: BTreeSet::new(),
            held: HashMap::new(),
        }
    }

    /// The book of a subject with its facts and what they hold by version.
    pub(crate) fn loaded(subject: Subject, facts: Vec<Fact>, held: HashMap<i64, Held>) -> Self {
        let mut book = Self {
            held,
            ..Self::empty(subject)
        };
        for fact in facts {
            book.keep(Arc::new(fact));
        }
        book
    }

    fn keep(&mut self, fact: Arc<Fact>) {
        match fact.correction {
            Some(Correction::Reverses(target)) => _ = self.reversed.insert(target),
            Some(Correction::Replaces(target)) => _ = self.replaced.insert(target),
            None => {}
        }
        self.facts.insert(fact.seq, fact);
    }

    /// The fact `seq`, if it is about this subject.
    pub(crate) fn fact(&self, seq: i64) -> Option<&Fact> {
        self.facts.get(&seq).map(AsRef::as_ref)
    }

    /// Whether another fact stands in the place of `seq`.
    pub(crate) fn is_replaced(&self, seq: i64) -> bool {
        self.replaced.contains(&seq)
    }

    /// Whether the fact `seq` has been taken back.
    pub(crate) fn is_reversed(&self, seq: i64) -> bool {
        self.reversed.contains(&seq)
    }

    /// Takes `fact` in and returns what it posts to each of `rules`.
    pub(crate) fn post(
        &mut self,
        fact: &Arc<Fact>,
        kinds: &Kinds,
        rules: &[VersionedRule<'_>],
    ) -> Result<Vec<Posting>, EvaluationRefusal> {
        self.keep(Arc::clone(fact));
        let mut postings = Vec::new();
        for rule in rules {
            let parts = self
                .parts(fact, kinds, rule)
                .map_err(|refusal| EvaluationRefusal {
                    indicator: rule.compiled.indicator.code.clone(),
                    refusal: refusal.to_string(),
                })?;
            let mut numbers: HashMap<i64, i32> = HashMap::new();
            for ((unit, cohort), (amount, count)) in parts {
                let n = numbers.entry(unit).or_default();
                postings.push(Posting {
                    seq: fact.seq,
                    version: rule.key,
                    unit,
                    n: *n,
                    month: fact.month.number(),
                    cohort,
                    subject: self.subject.clone(),
                    amount,
                    count,
                });
                *n += 1;
            }
        }
        Ok(postings)
    }

    fn parts(
        &mut self,
        fact: &Fact,
        kinds: &Kinds,
        rule: &VersionedRule<'_>,
    ) -> Result<Held, ExpressionRefusal> {
        match &rule.compiled.rule {
            Rule::Flow {
                on,
                basis: Basis::Recognition,
                ..
            } if on.contains(&fact.kind) => self.flow_of(fact, kinds, rule.compiled, &fact.credits),
            Rule::Flow {
                on,
                basis: Basis::Now,
                ..
            } => {
                let moves = kinds.get(&fact.kind).is_some_and(|kind| kind.moves_credit);
                if on.contains(&fact.kind) || moves {
                    let wanted = self.flow_as_of_now(kinds, rule.compiled, on)?;
                    Ok(self.move_to(rule.key, wanted))
                } else {
                    Ok(Held::new())
                }
            }
            Rule::State { subject, .. }
                if *subject == self.subject.kind && kinds.touches_state(&fact.kind) =>
            {
                #[cfg(test)]
                if planted::is(planted::Fault::NegatedState)
                    && let Some(Correction::Reverses(target)) = fact.correction
                {
                    return Ok(self.add_to(rule.key, planted::negation(rule.key, target)));
                }
                let wanted = self.state_wanted(kinds, rule.compiled)?;
                let posted = self.move_to(rule.key, wanted);
                #[cfg(test)]
                planted::remember(rule.key, fact.seq, &posted);
                Ok(posted)
            }
            _ => Ok(Held::new()),
        }
    }

    /// What one fact brings to a flow: a reversal brings the negative of what it reverses.
    fn flow_of(
        &self,
        fact: &Fact,
        kinds: &Kinds,
        compiled: &Compiled,
        credits: &[Credit],
    ) -> Result<Held, ExpressionRefusal> {
        let Rule::Flow {
            when, amount, late, ..
        } = &compiled.rule
        else {
            return Ok(Held::new());
        };
        let (evaluated, sign) = match fact.correction {
            Some(Correction::Reverses(target)) => match self.facts.get(&target) {
                Some(target) => (target.as_ref(), -1),
                None => return Ok(Held::new()),
            },
            _ => (fact, 1),
        };
        let values = FactValues(evaluated, kinds);
        if let Some(when) = when
            && !when.truth(&values)?
        {
            return Ok(Held::new());
        }
        let amount = amount
            .as_ref()
            .map_or(Ok(0), |amount| amount_of(amount, &values))?;
        let cohort = self.cohort(fact, *late);
        Ok(split(credits, sign * amount, sign)
            .into_iter()
            .map(|(unit, part)| ((unit, cohort), part))
            .collect())
    }

    /// The month in which `fact` counts for a flow. A correction follows what it corrects
    /// within a year; across years `late` decides (rule 7). What lies before the books
    /// never moves into a year.
    fn cohort(&self, fact: &Fact, late: Late) -> i32 {
        #[cfg(test)]
        if planted::is(planted::Fault::ReversalWhereBooked) && fact.is_reversal() {
            return fact.month.number();
        }
        let Some(corrected) = fact
            .correction
            .and_then(|correction| self.facts.get(&correction.corrected()))
        else {
            return origin_number(fact);
        };
        let before = self.cohort(corrected, late);
        if before == 0 || before / 100 == fact.month.year() || late == Late::RestateOrigin {
            before
        } else {
            fact.month.number()
        }
    }

    /// All that the subject's facts bring to a flow whose credit follows transfers.
    fn flow_as_of_now(
        &self,
        kinds: &Kinds,
        compiled: &Compiled,
        on: &BTreeSet<String>,
    ) -> Result<Held, ExpressionRefusal> {
        let moved = self.moved_credit(kinds);
        let mut wanted = Held::new();
        for fact in self.facts.values().filter(|fact| on.contains(&fact.kind)) {
            let parts = self.flow_of(fact, kinds, compiled, moved.unwrap_or(&fact.credits))?;
            for (place, part) in parts {
                let sum = wanted.entry(place).or_default();
                sum.0 += part.0;
                sum.1 += part.1;
            }
        }
        Ok(wanted)
    }

    /// The credit that the newest standing transfer gave, if there was one.
    fn moved_credit(&self, kinds: &Kinds) -> Option<&[Credit]> {
        self.standing()
            .filter(|fact| kinds.get(&fact.kind).is_some_and(|kind| kind.moves_credit))
            .last()
            .map(|fact| fact.credits.as_slice())
    }

    /// The facts that are neither reversals nor reversed, oldest first.
    fn standing(&self) -> impl Iterator<Item = &Fact> {
        self.facts
            .values()
            .map(AsRef::as_ref)
            .filter(|fact| !fact.is_reversal() && !self.reversed.contains(&fact.seq))
    }

    /// What the subject's state, folded anew, is worth to a state indicator.
    fn state_wanted(&self, kinds: &Kinds, compiled: &Compiled) -> Result<Held, ExpressionRefusal> {
        let Rule::State {
            when,
            amount,
            cohort,
            basis,
            credit_of,
            ..
        } = &compiled.rule
        else {
            return Ok(Held::new());
        };
        let mut state = State::unset(kinds, &self.subject);
        let mut credit: &[Credit] = &[];
        let mut named: Option<&[Credit]> = None;
        for fact in self.standing() {
            if let Some(kind) = kinds.get(&fact.kind) {
                state.apply(kind, fact.amount.fen(), origin_number(fact), &fact.payload);
            }
            // A transfer says nothing of the state; only `credit = "now"` follows it.
            if kinds
                .get(&fact.kind)
                .is_some_and(|kind| !kind.sets.is_empty())
            {
                credit = &fact.credits;
            }
            if fact.kind == *credit_of {
                named = Some(&fact.credits);
            }
        }
        if !when.truth(&state)? {
            return Ok(Held::new());
        }
        let credit = match basis {
            Basis::Now => self.moved_credit(kinds).or(named).unwrap_or(credit),
            Basis::Recognition => named.unwrap_or(credit),
        };
        let amount = amount
            .as_ref()
            .map_or(Ok(0), |amount| amount_of(amount, &state))?;
        let cohort = cohort
            .as_ref()
            .map_or(Ok(0), |cohort| cohort_of(cohort, &state))?;
        Ok(split(credit, amount, 1)
            .into_iter()
            .map(|(unit, part)| ((unit, cohort), part))
            .collect())
    }

    /// Makes `wanted` what the subject holds, and returns the difference.
    fn move_to(&mut self, version: i64, wanted: Held) -> Held {
        let held = self.held.entry(version).or_default();
        let mut difference = wanted.clone();
        for (place, part) in held.iter() {
            let left = difference.entry(*place).or_default();
            left.0 -= part.0;
            left.1 -= part.1;
        }
        difference.retain(|_, part| *part != (0, 0));
        *held = wanted;
        difference
    }

    /// Adds `change` to what the subject holds: only a planted fault does so.
    #[cfg(test)]
    fn add_to(&mut self, version: i64, change: Held) -> Held {
        let held = self.held.entry(version).or_default();
        for (place, part) in &change {
            let sum = held.entry(*place).or_default();
            sum.0 += part.0;
            sum.1 += part.1;
        }
        change
    }
}
