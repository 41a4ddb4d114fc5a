//! From a step to who shares a fact, and from the evaluator's words to the ledger's.

use super::steps::Step;
use crate::{Correction, Credit, CreditMode, FieldValue, NewFact, Payload, Source, Subject};
use kernel::Month;
use testkit::evaluator::{Datum, Entry, Mode, Share, View, month_before};

/// The units that facts are credited to; 2 and 3 stand between the city and the others.
pub(super) const UNITS: [i64; 6] = [2, 3, 4, 5, 6, 7];

pub(super) fn month(number: i32) -> Month {
    Month::from_number(number).expect("a month")
}

pub(super) fn seq_of(place: usize) -> i64 {
    i64::try_from(place).expect("a short history") + 1
}

/// Who shares a fact: one unit, two or three by shares, or two with the whole.
pub(super) fn shares(step: Step) -> Vec<Share> {
    let unit = |place: u8| UNITS[usize::from(place) % UNITS.len()];
    let (one, two, three) = (
        unit(step.b),
        unit(step.b.wrapping_add(step.c % 5 + 1)),
        unit(step.c),
    );
    let share = |unit, points, mode| Share { unit, points, mode };
    match step.d % 5 {
        0 if one != two => vec![
            share(one, 10_000, Mode::Both),
            share(two, 10_000, Mode::Both),
        ],
        1 if one != two => vec![
            share(one, 3_333, Mode::Split),
            share(two, 6_667, Mode::Split),
        ],
        2 if one != two && two != three && one != three => vec![
            share(one, 1, Mode::Split),
            share(two, 4_999, Mode::Split),
            share(three, 5_000, Mode::Split),
        ],
        _ => vec![share(one, 10_000, Mode::Sole)],
    }
}

/// The same entry in the ledger's words.
pub(super) fn fact_of(entry: &Entry, step: Step) -> NewFact {
    let small = |number: i128| i64::try_from(number).expect("a small number");
    let above = |unit: i64| {
        let mut above = Vec::new();
        let mut next = entry.parents.get(&unit);
        while let Some(parent) = next {
            above.push(*parent);
            next = entry.parents.get(parent);
        }
        above
    };
    let credits = entry.shares.iter().map(|share| Credit {
        unit: share.unit,
        above: above(share.unit),
        basis_points: small(share.points),
        mode: match share.mode {
            Mode::Sole => CreditMode::Exclusive,
            Mode::Split => CreditMode::Shared,
            Mode::Both => CreditMode::Double,
        },
    });
    let payload = View(entry.fields.clone())
        .0
        .into_iter()
        .map(|(name, datum)| {
            let value = match datum {
                Datum::Flag(flag) => FieldValue::Bool(flag),
                Datum::Number(number) => FieldValue::Int(small(number)),
                Datum::Word(word) => FieldValue::Text(word),
            };
            (name, value)
        });
    // The day is free of the month booked: some lie months before it.
    let mut day = entry.month;
    for _ in 0..step.c % 3 {
        day = month_before(day);
    }
    NewFact {
        kind: entry.kind.clone(),
        subject: Subject::new(&entry.subject.0, entry.subject.1),
        occurred_on: month(day).first_day(),
        opening: entry.opening,
        amount: kernel::Money::from_fen(small(entry.amount)),
        credits: credits.collect(),
        payload: payload.collect::<Payload>(),
        refs: Vec::new(),
        correction: match (entry.reverses, entry.replaces) {
            (Some(target), _) => Some(Correction::Reverses(seq_of(target))),
            (None, Some(target)) => Some(Correction::Replaces(seq_of(target))),
            (None, None) => None,
        },
        source: Source {
            kind: "test".into(),
            id: 1,
        },
    }
}
