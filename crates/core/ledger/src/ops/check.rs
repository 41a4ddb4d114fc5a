//! What a fact must be before it is recorded.

use crate::books::Books;
use crate::fact::{CreditMode, Fact, NewFact};
use crate::posting::LARGEST_AMOUNT;
use kernel::Month;
use std::collections::BTreeSet;

kernel::refusals! {
    /// Why facts were refused. Nothing of the batch is recorded then.
    pub enum RecordRefusal {
        /// The books have no open month.
        NoOpenMonth = (Conflict, "ledger.no_open_month"),
        /// `indicators/kinds.toml` has no such kind.
        UnknownKind { kind: String } = (Invalid, "ledger.unknown_kind"),
        /// The kind is about another kind of subject.
        WrongSubject { kind: String, subject: String } = (Invalid, "ledger.wrong_subject"),
        /// A payload field is missing, unknown or of another type.
        WrongField { kind: String, field: String } = (Invalid, "ledger.wrong_field"),
        /// 期初 can be booked in the first month only.
        OpeningTooLate { first_month: Month, open_month: Month } = (Conflict, "ledger.opening_too_late"),
        /// No unit, a unit twice, shares that do not make a whole, or a mode that does not fit.
        WrongCredit { kind: String } = (Invalid, "ledger.wrong_credit"),
        /// The fact to correct or to refer to does not exist, does not stand any more, or is
        /// about something else.
        UnknownFact { seq: i64 } = (NotFound, "ledger.unknown_fact"),
        /// A fact is reversed at most once.
        AlreadyReversed { seq: i64 } = (Conflict, "ledger.already_reversed"),
        /// A reversal is never reversed.
        ReversalOfReversal { seq: i64 } = (Conflict, "ledger.reversal_of_reversal"),
        /// A replacement stands for a fact that has been reversed.
        NotReversed { seq: i64 } = (Conflict, "ledger.not_reversed"),
        /// A fact is replaced at most once.
        AlreadyReplaced { seq: i64 } = (Conflict, "ledger.already_replaced"),
        /// Other facts refer to it: they must be reversed first, or with it.
        ReferredTo { seq: i64, by: i64 } = (Conflict, "ledger.referred_to"),
        /// A definition failed on the fact.
        DefinitionFailed { indicator: String, reason: String } = (Invalid, "ledger.definition_failed"),
        /// A sum would be larger than the books can hold.
        Overflow = (Invalid, "ledger.overflow"),
        /// A plan or opening total names an indicator that has none.
        NotPlanned { indicator: String } = (Invalid, "ledger.not_planned"),
    }
}

/// Checks the fact by itself: kind, subject, fields, credit.
pub(super) fn check(books: &Books, fact: &NewFact) -> Result<(), RecordRefusal> {
    let kinds = &books.definitions().kinds;
    let kind = kinds
        .get(&fact.kind)
        .ok_or_else(|| RecordRefusal::UnknownKind {
            kind: fact.kind.clone(),
        })?;
    if kind.subject != fact.subject.kind {
        return Err(RecordRefusal::WrongSubject {
            kind: fact.kind.clone(),
            subject: fact.subject.kind.clone(),
        });
    }
    let wrong = |field: &str| RecordRefusal::WrongField {
        kind: fact.kind.clone(),
        field: field.to_owned(),
    };
    for (field, of_type) in &kind.fields {
        if !fact
            .payload
            .get(field)
            .is_some_and(|value| of_type.holds(value))
        {
            return Err(wrong(field));
        }
    }
    if let Some(field) = fact
        .payload
        .keys()
        .find(|field| !kind.fields.contains_key(*field))
    {
        return Err(wrong(field));
    }
    if !(-LARGEST_AMOUNT..=LARGEST_AMOUNT).contains(&fact.amount.fen()) {
        return Err(RecordRefusal::Overflow);
    }
    for (place, reference) in fact.refs.iter().enumerate() {
        if fact.refs[..place].contains(reference) {
            return Err(wrong("refs"));
        }
    }
    check_credit(fact)
}

/// Checks that a reversal says again what it takes back: it is the same entry with the
/// opposite sign, and nothing else (rule 8).
pub(super) fn check_reversal(reversal: &NewFact, of: &Fact) -> Result<(), RecordRefusal> {
    let field = if reversal.amount != of.amount {
        "amount"
    } else if reversal.payload != of.payload {
        "payload"
    } else if reversal.credits != of.credits {
        "credits"
    } else {
        return Ok(());
    };
    Err(RecordRefusal::WrongField {
        kind: reversal.kind.clone(),
        field: field.to_owned(),
    })
}

fn check_credit(fact: &NewFact) -> Result<(), RecordRefusal> {
    let credits = &fact.credits;
    let units: BTreeSet<i64> = credits.iter().map(|credit| credit.unit).collect();
    let one_mode = credits.windows(2).all(|pair| pair[0].mode == pair[1].mode);
    let whole = |points: i64| points == 10_000;
    let fits = match credits.first().map(|credit| credit.mode) {
        None => false,
        Some(CreditMode::Exclusive) => credits.len() == 1 && whole(credits[0].basis_points),
        Some(CreditMode::Double) => {
            credits.len() >= 2 && credits.iter().all(|credit| whole(credit.basis_points))
        }
        Some(CreditMode::Shared) => {
            credits
                .iter()
                .all(|credit| (1..10_000).contains(&credit.basis_points))
                && whole(credits.iter().map(|credit| credit.basis_points).sum())
        }
    };
    if fits && one_mode && units.len() == credits.len() {
        Ok(())
    } else {
        Err(RecordRefusal::WrongCredit {
            kind: fact.kind.clone(),
        })
    }
}
