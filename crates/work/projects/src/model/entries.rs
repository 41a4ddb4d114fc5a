//! What is recognised, as entries of the journal. Every dimension is as it is now, at
//! recognition.

use super::fund::{Fund, NewFund};
use super::investor::Home;
use super::milestone::MilestoneKind;
use super::project::Project;
use chrono::NaiveDate;
use kernel::Money;
use ledger::{Fact, FieldValue, NewFact, Payload, Source, Subject};
use orgs::UnitTree;

/// The subject kind of projects in the journal.
const SUBJECT: &str = "project";

fn entry(
    project: &Project,
    tree: &UnitTree,
    kind: String,
    day: NaiveDate,
    opening: bool,
    source: Source,
) -> NewFact {
    NewFact {
        kind,
        subject: Subject::new(SUBJECT, project.id.key()),
        occurred_on: day,
        opening,
        amount: Money::ZERO,
        credits: project.credit.credits(tree),
        payload: Payload::new(),
        refs: Vec::new(),
        correction: None,
        source,
    }
}

fn source(kind: &str, id: i64) -> Source {
    Source {
        kind: kind.to_owned(),
        id,
    }
}

/// The entry of a milestone; `id` is the milestone's key.
pub(crate) fn milestone_entry(
    project: &Project,
    tree: &UnitTree,
    kind: MilestoneKind,
    day: NaiveDate,
    opening: bool,
    id: i64,
) -> NewFact {
    let mut payload = Payload::new();
    let mut put = |field: &str, value: FieldValue| payload.insert(field.to_owned(), value);
    if kind.carries_plan() {
        put("planned_fen", project.planned.into());
    }
    if kind.carries_origin() {
        let is_other = project.other_province_bp(Home::of(tree)) > 0;
        put("other_province", is_other.into());
    }
    if kind == MilestoneKind::Signed {
        put(
            "contract_fen",
            project.contract.amount.unwrap_or_default().into(),
        );
    }
    NewFact {
        payload,
        ..entry(
            project,
            tree,
            kind.fact_kind(),
            day,
            opening,
            source("milestone", id),
        )
    }
}

/// The entry of a platform's bringing the project in; `id` is the key of the platform's row.
pub(crate) fn brought_entry(
    project: &Project,
    tree: &UnitTree,
    platform: &str,
    day: NaiveDate,
    opening: bool,
    id: i64,
) -> NewFact {
    let kind = "project.brought".to_owned();
    NewFact {
        payload: Payload::from([("platform".to_owned(), platform.into())]),
        ..entry(
            project,
            tree,
            kind,
            day,
            opening,
            source("platform_project", id),
        )
    }
}

/// The entry of an amended plan; `id` is the amendment's key.
pub(crate) fn amendment_entry(
    project: &Project,
    tree: &UnitTree,
    planned: Money,
    day: NaiveDate,
    opening: bool,
    id: i64,
) -> NewFact {
    let kind = "project.amended".to_owned();
    NewFact {
        payload: Payload::from([("planned_fen".to_owned(), planned.into())]),
        ..entry(project, tree, kind, day, opening, source("amendment", id))
    }
}

/// The entry of arrived funds; `id` is their key.
pub(crate) fn fund_entry(
    project: &Project,
    tree: &UnitTree,
    funds: &NewFund,
    other_province_bp: i64,
    opening: bool,
    id: i64,
) -> NewFact {
    let kind = "funds.arrived".to_owned();
    NewFact {
        amount: funds.amount,
        payload: Payload::from([
            ("fund_kind".to_owned(), funds.kind.word().into()),
            ("other_province_bp".to_owned(), other_province_bp.into()),
            ("platform".to_owned(), project.platform.is_some().into()),
        ]),
        ..entry(
            project,
            tree,
            kind,
            funds.arrived_on,
            opening,
            source("fund", id),
        )
    }
}

/// The entry that stands in for `fact` after a 核减: the same but for its amount.
pub(crate) fn replacement_entry(fact: &Fact, replacement: &Fund) -> NewFact {
    NewFact {
        kind: fact.kind.clone(),
        subject: fact.subject.clone(),
        occurred_on: fact.occurred_on,
        opening: false,
        amount: replacement.amount,
        credits: fact.credits.clone(),
        payload: fact.payload.clone(),
        refs: fact.refs.clone(),
        correction: None,
        source: source("fund", replacement.id.key()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::milestone_rules::samples::{day, project, tree};
    use super::*;
    use ledger::Kinds;

    /// The kinds of the journal, as the repository declares them.
    const KINDS: &str = include_str!("../../../../../indicators/kinds.toml");

    #[test]
    fn every_milestone_carries_the_fields_that_its_kind_declares() {
        let kinds = Kinds::parse(KINDS).unwrap();
        for kind in MilestoneKind::ALL {
            let entry = milestone_entry(&project(), &tree(), kind, day(5), false, 1);
            let declared = kinds
                .get(&entry.kind)
                .unwrap_or_else(|| panic!("{}", entry.kind));
            assert!(
                declared.fields.keys().eq(entry.payload.keys()),
                "{}",
                entry.kind
            );
        }
    }

    #[test]
    fn a_signing_carries_plan_contract_and_origin() {
        let entry = milestone_entry(&project(), &tree(), MilestoneKind::Signed, day(5), false, 7);
        assert_eq!(
            entry.payload["planned_fen"],
            FieldValue::Int(20_000_000_000)
        );
        assert_eq!(
            entry.payload["contract_fen"],
            FieldValue::Int(20_000_000_000)
        );
        assert_eq!(entry.payload["other_province"], FieldValue::Bool(true));
        assert_eq!(entry.source, source("milestone", 7));
        assert_eq!(entry.credits[0].above, [1]);
    }
}
