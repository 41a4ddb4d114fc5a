//! What is recognised, as entries of the journal. Every dimension is as it is now, at
//! recognition.

use super::opportunity::{Closing, Opportunity, Publication};
use super::platform::Platform;
use super::recognition::{Owner, Step};
use chrono::NaiveDate;
use kernel::Money;
use ledger::{Credit, NewFact, Payload, Source, Subject};

/// A step on its way into the books.
#[derive(Debug, Clone)]
pub(crate) struct Booking {
    pub owner: Owner,
    pub step: Step,
    pub fact: NewFact,
}

struct Entry {
    owner: Owner,
    id: i64,
    step: Step,
    on: NaiveDate,
    opening: bool,
}

impl Entry {
    fn booking(self, credits: Vec<Credit>, payload: Payload, source: Source) -> Booking {
        let fact = NewFact {
            kind: format!("{}.{}", self.owner.word(), self.step.word()),
            subject: Subject::new(self.owner.word(), self.id),
            occurred_on: self.on,
            opening: self.opening,
            amount: Money::ZERO,
            credits,
            payload,
            refs: Vec::new(),
            correction: None,
            source,
        };
        Booking {
            owner: self.owner,
            step: self.step,
            fact,
        }
    }
}

fn source(kind: &str, id: i64) -> Source {
    Source {
        kind: kind.to_owned(),
        id,
    }
}

/// The entry of a platform's founding.
pub(crate) fn founding_entry(platform: &Platform, credits: Vec<Credit>, opening: bool) -> Booking {
    platform_entry(
        platform,
        Step::Founded,
        platform.founded_on,
        credits,
        opening,
    )
}

/// The entry of a platform's closing.
pub(crate) fn platform_closing_entry(
    platform: &Platform,
    on: NaiveDate,
    credits: Vec<Credit>,
    opening: bool,
) -> Booking {
    platform_entry(platform, Step::Closed, on, credits, opening)
}

fn platform_entry(
    platform: &Platform,
    step: Step,
    on: NaiveDate,
    credits: Vec<Credit>,
    opening: bool,
) -> Booking {
    let entry = Entry {
        owner: Owner::Platform,
        id: platform.id.key(),
        step,
        on,
        opening,
    };
    let source = source("platform", platform.id.key());
    entry.booking(credits, Payload::new(), source)
}

fn opportunity_entry(opportunity: &Opportunity, step: Step, on: NaiveDate, opening: bool) -> Entry {
    Entry {
        owner: Owner::Opportunity,
        id: opportunity.id.key(),
        step,
        on,
        opening,
    }
}

/// The entry of an opportunity's planning. An investment that is not known is 0 there.
pub(crate) fn reserving_entry(
    opportunity: &Opportunity,
    credits: Vec<Credit>,
    opening: bool,
) -> Booking {
    let payload = Payload::from([
        ("category".to_owned(), opportunity.category.word().into()),
        (
            "investment_fen".to_owned(),
            opportunity.investment.unwrap_or_default().into(),
        ),
    ]);
    let source = source("opportunity", opportunity.id.key());
    opportunity_entry(
        opportunity,
        Step::Reserved,
        opportunity.reserved_on,
        opening,
    )
    .booking(credits, payload, source)
}

/// The entry of an opportunity's first publication.
pub(crate) fn publishing_entry(
    opportunity: &Opportunity,
    publication: &Publication,
    credits: Vec<Credit>,
    opening: bool,
) -> Booking {
    let channel = publication.channel.as_str().into();
    let source = source("publication", publication.id.key());
    opportunity_entry(
        opportunity,
        Step::Published,
        publication.published_on,
        opening,
    )
    .booking(
        credits,
        Payload::from([("channel".to_owned(), channel)]),
        source,
    )
}

/// The entry of an opportunity's leaving the stock.
pub(crate) fn closing_entry(
    opportunity: &Opportunity,
    closing: Closing,
    credits: Vec<Credit>,
    opening: bool,
) -> Booking {
    let outcome = closing.outcome.word().into();
    let source = source("opportunity", opportunity.id.key());
    opportunity_entry(opportunity, Step::Closed, closing.on, opening).booking(
        credits,
        Payload::from([("outcome".to_owned(), outcome)]),
        source,
    )
}

#[cfg(test)]
mod tests {
    use super::super::component::Components;
    use super::super::opportunity::{
        Category, NewOpportunity, OutcomeKind, PublicationId, check_opportunity, fresh_opportunity,
    };
    use super::super::platform::{PlatformDraft, fresh_platform};
    use super::*;
    use kernel::{Fields, FixedClock, Ids, Instant};
    use ledger::{FieldValue, Kinds};
    use orgs::{Unit, UnitKind, UnitTree};

    /// The kinds of the journal, as the repository declares them.
    const KINDS: &str = include_str!("../../../../../indicators/kinds.toml");

    fn bookings() -> Vec<Booking> {
        let at = Instant::parse("2023-06-20T02:00:00.000000Z").unwrap();
        let day: NaiveDate = "2023-06-01".parse().unwrap();
        let ids = Ids::new(FixedClock::at(at), 1);
        let city = Unit {
            key: 1,
            code: "370300".into(),
            name: "淄博市".into(),
            name_en: String::new(),
            kind: UnitKind::City,
            parent: None,
            division_code: None,
            ranked: false,
            tile: None,
        };
        let tree = UnitTree::new(vec![city]).unwrap();
        let draft = PlatformDraft {
            code: "PT-1".into(),
            name: "平台".into(),
            unit: 1,
            founded_on: day,
            components: Components::default(),
        };
        let platform = fresh_platform(draft, &ids, at);
        let new = NewOpportunity {
            code: "CB-1".into(),
            name: "储备".into(),
            category: Category::NewEconomy,
            unit: "370300".into(),
            chain: None,
            investment: Some(Money::from_fen(500)),
            reserved_on: day,
            content: None,
        };
        let draft = check_opportunity(&mut Fields::default(), &tree, &new).unwrap();
        let opportunity = fresh_opportunity(draft, &ids, at);
        let publication = Publication {
            id: PublicationId::new(9),
            opportunity: opportunity.id,
            channel: "选择淄博".into(),
            published_on: day,
            fact_seq: None,
            recorded_at: at,
        };
        let closing = Closing {
            on: day,
            outcome: OutcomeKind::Withdrawn,
            project: None,
        };
        vec![
            founding_entry(&platform, Vec::new(), false),
            platform_closing_entry(&platform, day, Vec::new(), false),
            reserving_entry(&opportunity, Vec::new(), false),
            publishing_entry(&opportunity, &publication, Vec::new(), false),
            closing_entry(&opportunity, closing, Vec::new(), false),
        ]
    }

    #[test]
    fn every_entry_carries_the_fields_that_its_kind_declares() {
        let kinds = Kinds::parse(KINDS).unwrap();
        for Booking { fact, .. } in bookings() {
            let declared = kinds
                .get(&fact.kind)
                .unwrap_or_else(|| panic!("{}", fact.kind));
            assert_eq!(declared.subject, fact.subject.kind);
            assert!(
                declared.fields.keys().eq(fact.payload.keys()),
                "{}",
                fact.kind
            );
        }
    }

    #[test]
    fn an_entry_carries_the_opportunity_as_it_was_planned() {
        let reserving = bookings().remove(2).fact;
        assert_eq!(reserving.payload["investment_fen"], FieldValue::Int(500));
        assert_eq!(
            reserving.payload["category"],
            FieldValue::Text("new_economy".into())
        );
    }
}
