//! What is recognised, as entries of the journal. Every dimension is as it is now, at
//! recognition.

use super::activity::{Activity, ActivityRecord};
use super::document::DocumentRecord;
use chrono::NaiveDate;
use kernel::Money;
use ledger::{Credit, FieldValue, NewFact, Payload, Reference, Source, Subject};

/// The source of what this slice records.
pub(crate) fn source(kind: &str, id: i64) -> Source {
    Source {
        kind: kind.to_owned(),
        id,
    }
}

fn entry(
    kind: &str,
    subject: Subject,
    day: NaiveDate,
    opening: bool,
    credits: Vec<Credit>,
    source: Source,
) -> NewFact {
    NewFact {
        kind: kind.to_owned(),
        subject,
        occurred_on: day,
        opening,
        amount: Money::ZERO,
        credits,
        payload: Payload::new(),
        refs: Vec::new(),
        correction: None,
        source,
    }
}

/// These of an activity's dimensions.
fn dimensions(record: &ActivityRecord, fields: &[&str]) -> Payload {
    let value = |field: &str| -> FieldValue {
        match field {
            "activity" => record.kind.word().into(),
            "leader" => record.leader.word().into(),
            "outbound" => record.kind.is_outbound().into(),
            "inbound" => record.kind.is_inbound().into(),
            _ => record.kind.is_joint().into(),
        }
    };
    fields
        .iter()
        .map(|field| ((*field).to_owned(), value(field)))
        .collect()
}

/// The entry of an activity; `id` is its key, the organisers share the credit.
pub(crate) fn held_entry(
    record: &ActivityRecord,
    credits: Vec<Credit>,
    opening: bool,
    id: i64,
) -> NewFact {
    let fields = ["activity", "leader", "outbound", "inbound", "joint"];
    NewFact {
        payload: dimensions(record, &fields),
        ..entry(
            "activity.held",
            Subject::new("activity", id),
            record.begins_on,
            opening,
            credits,
            source("activity", id),
        )
    }
}

/// The entry of somebody's being met at `activity`; `id` is the meeting's key.
pub(crate) fn met_entry(
    activity: &Activity,
    kind: &str,
    subject: Subject,
    credits: Vec<Credit>,
    opening: bool,
    id: i64,
) -> NewFact {
    let fields = ["activity", "outbound", "inbound", "joint"];
    NewFact {
        payload: dimensions(&activity.record, &fields),
        ..of_activity(activity, kind, subject, credits, opening, id)
    }
}

/// The entry of a project's being signed on `activity`; `id` is the meeting's key.
pub(crate) fn trip_signed_entry(
    activity: &Activity,
    project: i64,
    credits: Vec<Credit>,
    opening: bool,
    id: i64,
) -> NewFact {
    let subject = Subject::new("project", project);
    NewFact {
        payload: dimensions(&activity.record, &["activity", "leader", "outbound"]),
        ..of_activity(
            activity,
            "project.trip_signed",
            subject,
            credits,
            opening,
            id,
        )
    }
}

fn of_activity(
    activity: &Activity,
    kind: &str,
    subject: Subject,
    credits: Vec<Credit>,
    opening: bool,
    id: i64,
) -> NewFact {
    let day = activity.record.begins_on;
    NewFact {
        refs: vec![Reference {
            role: "activity".to_owned(),
            seq: activity.booked.fact_seq,
        }],
        ..entry(kind, subject, day, opening, credits, source("meeting", id))
    }
}

/// The entry of a policy document; `id` is its key.
pub(crate) fn issued_entry(
    record: &DocumentRecord,
    credits: Vec<Credit>,
    opening: bool,
    id: i64,
) -> NewFact {
    NewFact {
        payload: Payload::from([
            ("nature".to_owned(), record.nature.word().into()),
            ("theme".to_owned(), record.theme.word().into()),
        ]),
        ..entry(
            "document.issued",
            Subject::new("document", id),
            record.issued_on,
            opening,
            credits,
            source("policy_document", id),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::booked::Booked;
    use super::super::samples::{activity_in, tree};
    use super::super::{DocumentNature, DocumentTheme, check_activity};
    use super::*;
    use kernel::{Fields, Id, Instant};
    use ledger::Kinds;

    /// The kinds of the journal, as the repository declares them.
    const KINDS: &str = include_str!("../../../../../indicators/kinds.toml");

    fn activity() -> Activity {
        let at = Instant::parse("2023-06-30T00:00:00Z").unwrap();
        Activity {
            id: Id::new(7),
            record: check_activity(&mut Fields::default(), &tree(), &activity_in()).unwrap(),
            booked: Booked {
                fact_seq: 42,
                month: "2023-06".parse().unwrap(),
                origin_month: None,
                recorded_at: at,
            },
            reversal: None,
            revision: 1,
            updated_at: at,
        }
    }

    #[test]
    fn every_entry_carries_the_fields_that_its_kind_declares() {
        let activity = activity();
        let met = |kind: &str, subject: &str| {
            met_entry(
                &activity,
                kind,
                Subject::new(subject, 1),
                Vec::new(),
                false,
                1,
            )
        };
        let document = DocumentRecord {
            number: "1号".into(),
            name: "办法".into(),
            nature: DocumentNature::Policy,
            theme: DocumentTheme::Landing,
            issuer: "淄博市".into(),
            unit: 1,
            issued_on: activity.record.begins_on,
            campaign: None,
        };
        let kinds = Kinds::parse(KINDS).unwrap();
        for entry in [
            held_entry(&activity.record, Vec::new(), false, 7),
            met("company.met", "company"),
            met("company.met_by_firsts", "company"),
            met("project.met", "project"),
            trip_signed_entry(&activity, 1, Vec::new(), false, 1),
            issued_entry(&document, Vec::new(), false, 1),
        ] {
            let declared = kinds.get(&entry.kind).unwrap();
            assert!(
                declared.fields.keys().eq(entry.payload.keys()),
                "{}",
                entry.kind
            );
            assert_eq!(declared.subject, entry.subject.kind, "{}", entry.kind);
        }
    }

    #[test]
    fn what_happened_on_an_activity_refers_to_its_fact() {
        let entry = trip_signed_entry(&activity(), 9, Vec::new(), false, 3);
        assert_eq!(entry.refs[0].seq, 42);
        assert_eq!(entry.refs[0].role, "activity");
        assert_eq!(entry.payload["leader"], FieldValue::from("county_first"));
        assert_eq!(entry.payload["outbound"], FieldValue::from(true));
        assert_eq!(entry.source, source("meeting", 3));
    }
}
