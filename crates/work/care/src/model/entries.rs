//! What is recognised, as entries of the journal.

use super::party::Party;
use super::problem::Category;
use super::visit::{Mode, Purpose};
use chrono::NaiveDate;
use kernel::Money;
use ledger::{Credit, NewFact, Payload, Source, Subject};

/// The source of an entry: one of this crate's records.
pub(crate) fn source(kind: &str, id: i64) -> Source {
    Source {
        kind: kind.to_owned(),
        id,
    }
}

/// What every entry of this crate shares: when, whether it is 期初, and whose credit it is.
#[derive(Debug, Clone)]
pub(crate) struct Occasion {
    pub day: NaiveDate,
    pub opening: bool,
    pub credits: Vec<Credit>,
}

fn entry(kind: &str, subject: Subject, occasion: Occasion, source: Source) -> NewFact {
    NewFact {
        kind: kind.to_owned(),
        subject,
        occurred_on: occasion.day,
        opening: occasion.opening,
        amount: Money::ZERO,
        credits: occasion.credits,
        payload: Payload::new(),
        refs: Vec::new(),
        correction: None,
        source,
    }
}

/// The subject that a roster's entry is about: the company, else the project.
fn subject_of(party: &Party) -> (&'static str, i64) {
    match party.company_key() {
        Some(key) => ("company", key),
        None => ("project", party.project_key().unwrap_or_default()),
    }
}

/// The entry of an enrolment; `id` is the roster entry's key.
pub(crate) fn enrolment_entry(party: &Party, occasion: Occasion, id: i64) -> NewFact {
    let (kind, key) = subject_of(party);
    let fact = format!("{kind}.enrolled");
    entry(
        &fact,
        Subject::new(kind, key),
        occasion,
        source("roster", id),
    )
}

/// The entry of a release; `id` is the release's key.
pub(crate) fn release_entry(party: &Party, occasion: Occasion, id: i64) -> NewFact {
    let (kind, key) = subject_of(party);
    let fact = format!("{kind}.released");
    let source = source("roster_release", id);
    entry(&fact, Subject::new(kind, key), occasion, source)
}

/// The entry of a visit; `id` is its key.
pub(crate) fn visit_entry(mode: Mode, purpose: Purpose, occasion: Occasion, id: i64) -> NewFact {
    let subject = Subject::new("visit", id);
    NewFact {
        payload: Payload::from([
            ("purpose".to_owned(), purpose.word().into()),
            ("mode".to_owned(), mode.word().into()),
        ]),
        ..entry("visit.made", subject, occasion, source("visit", id))
    }
}

/// The entry of a solution; `problem` and `id` are the problem's key and the solution's.
pub(crate) fn solution_entry(
    problem: i64,
    category: Category,
    occasion: Occasion,
    id: i64,
) -> NewFact {
    let subject = Subject::new("problem", problem);
    let source = source("problem_solution", id);
    NewFact {
        payload: Payload::from([("category".to_owned(), category.word().into())]),
        ..entry("problem.solved", subject, occasion, source)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{company, day, project};
    use super::*;
    use ledger::Kinds;

    const KINDS: &str = include_str!("../../../../../indicators/kinds.toml");

    fn occasion() -> Occasion {
        Occasion {
            day: day(5),
            opening: false,
            credits: Vec::new(),
        }
    }

    #[test]
    fn every_entry_carries_the_fields_and_the_subject_that_its_kind_declares() {
        let kinds = Kinds::parse(KINDS).unwrap();
        let entries = [
            enrolment_entry(&company(), occasion(), 1),
            enrolment_entry(&project(), occasion(), 1),
            release_entry(&company(), occasion(), 1),
            release_entry(&project(), occasion(), 1),
            visit_entry(Mode::Online, Purpose::Leads, occasion(), 1),
            solution_entry(2, Category::Housing, occasion(), 1),
        ];
        let codes = entries.each_ref().map(|entry| entry.kind.as_str());
        assert_eq!(
            codes,
            [
                "company.enrolled",
                "project.enrolled",
                "company.released",
                "project.released",
                "visit.made",
                "problem.solved"
            ]
        );
        for entry in &entries {
            let declared = kinds.get(&entry.kind).unwrap();
            assert_eq!(declared.subject, entry.subject.kind, "{}", entry.kind);
            assert!(
                declared.fields.keys().eq(entry.payload.keys()),
                "{}",
                entry.kind
            );
        }
    }
}
