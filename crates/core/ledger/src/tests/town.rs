//! A small town for examples: two districts and a zone under a city, and what can be done
//! to its books in one line each.

use super::place::Place;
use crate::figures::{Figure, FigureQuery, Value, Window, figures};
use crate::{
    Books, Credit, CreditMode, Definitions, FieldValue, NewFact, Payload, Recorded, Reference,
    Source, Subject, Verified, close_month, correct, install, open_month, record, reopen_month,
    verify,
};
use chrono::NaiveDate;
use kernel::{Actor, Instant, Money, Month, Outcome};

pub(super) const CITY: i64 = 1;
pub(super) const EAST: i64 = 2;
pub(super) const WEST: i64 = 3;
/// A zone in the west.
pub(super) const ZONE: i64 = 4;

/// The product's own kinds and definitions.
pub(super) const KINDS: &str = include_str!("../../../../../indicators/kinds.toml");
pub(super) const INDICATORS: &str = include_str!("../../../../../indicators/investment.toml");

/// The kinds of the product, and two kinds of meetings.
pub(super) fn kinds() -> String {
    format!(
        "{KINDS}\n[[kind]]\ncode = \"company.seen\"\nsubject = \"company\"\n\
         [[kind]]\ncode = \"project.seen\"\nsubject = \"project\"\n"
    )
}

/// An indicator out of the part of its file that matters to a test.
pub(super) fn indicator(code: &str, rest: &str) -> String {
    let name = r#"{ zh = "甲", en = "A" }"#;
    format!(
        "[[indicator]]\ncode = \"{code}\"\nname = {name}\ndefinition = {name}\ncount_unit = {name}\n\
         source = {name}\n{rest}\n"
    )
}

pub(super) struct Town {
    pub place: Place,
    pub books: Books,
}

pub(super) fn at() -> Instant {
    Instant::parse("2023-07-03T02:00:00Z").expect("an instant")
}

pub(super) fn actor() -> Actor {
    Actor::operator([])
}

pub(super) fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

pub(super) fn only(unit: i64) -> Vec<Credit> {
    vec![credit(unit, 10_000, CreditMode::Exclusive)]
}

pub(super) fn credit(unit: i64, basis_points: i64, mode: CreditMode) -> Credit {
    let above = if unit == ZONE {
        vec![WEST, CITY]
    } else {
        vec![CITY]
    };
    Credit {
        unit,
        above,
        basis_points,
        mode,
    }
}

/// A fact of `kind` about the project `id` of the east.
pub(super) fn fact(kind: &str, id: i64, payload: &[(&str, FieldValue)]) -> NewFact {
    let subject = match kind.split_once('.') {
        Some(("company", _)) => "company",
        Some(("plan" | "opening", _)) => "unit",
        _ => "project",
    };
    NewFact {
        kind: kind.into(),
        subject: Subject::new(subject, id),
        occurred_on: NaiveDate::from_ymd_opt(2023, 1, 5).expect("a day"),
        opening: false,
        amount: Money::ZERO,
        credits: only(if subject == "unit" { id } else { EAST }),
        payload: payload
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect::<Payload>(),
        refs: Vec::new(),
        correction: None,
        source: source(),
    }
}

pub(super) fn source() -> Source {
    Source {
        kind: "fund".into(),
        id: 7,
    }
}

/// Funds of the project `id`, all from other provinces.
pub(super) fn funds(id: i64, fen: i64) -> NewFact {
    NewFact {
        amount: Money::from_fen(fen),
        ..fact(
            "funds.arrived",
            id,
            &[
                ("fund_kind", "土地款".into()),
                ("platform", false.into()),
                ("other_province_bp", 10_000.into()),
            ],
        )
    }
}

/// A large project of another province is introduced.
pub(super) fn introduced(id: i64) -> NewFact {
    fact(
        "project.introduced",
        id,
        &[
            ("planned_fen", 20_000_000_000.into()),
            ("other_province", true.into()),
        ],
    )
}

/// It is witnessed.
pub(super) fn witnessed(id: i64) -> NewFact {
    fact("project.witnessed", id, &[("planned_fen", 300.into())])
}

/// The annual target of a unit.
pub(super) fn plan(unit: i64, indicator: &str, year: i64, value: i64) -> NewFact {
    fact(
        "plan.set",
        unit,
        &[
            ("indicator", indicator.into()),
            ("year", year.into()),
            ("value", value.into()),
        ],
    )
}

/// A total from before the books.
pub(super) fn opening_total(unit: i64, indicator: &str, until: i64, value: i64) -> NewFact {
    fact(
        "opening.total",
        unit,
        &[
            ("indicator", indicator.into()),
            ("until", until.into()),
            ("value", value.into()),
            ("document", "招〔2022〕3号".into()),
        ],
    )
}

/// `fact` that refers to another.
pub(super) fn referring(to: i64, fact: NewFact) -> NewFact {
    let role = "trip".to_owned();
    NewFact {
        refs: vec![Reference { role, seq: to }],
        ..fact
    }
}

impl Town {
    /// Books that begin with `first`, with the product's definitions.
    pub(super) async fn new(first: &str) -> Self {
        Self::with(first, INDICATORS).await
    }

    /// Books with other definitions.
    pub(super) async fn with(first: &str, indicators: &str) -> Self {
        Self::with_kinds(first, &kinds(), indicators).await
    }

    /// Books with other kinds and definitions.
    pub(super) async fn with_kinds(first: &str, kinds: &str, indicators: &str) -> Self {
        let place = Place::new().await;
        let definitions = Definitions::parse(kinds, &[indicators]).expect("sound");
        let books = install(&place.database, definitions, at())
            .await
            .expect("installs");
        let town = Self { place, books };
        let tx = town.place.database.begin_write().await.expect("begins");
        open_month(&tx, &actor(), at(), month(first))
            .await
            .expect("opens");
        tx.commit().await.expect("commits");
        town
    }

    /// Records in one transaction.
    pub(super) async fn try_record(&self, facts: Vec<NewFact>) -> Outcome<Vec<Recorded>> {
        let tx = self.place.database.begin_write().await?;
        let recorded = record(&tx, &self.books, &actor(), at(), facts).await?;
        tx.commit().await?;
        Ok(recorded)
    }

    /// Records one fact and gives its seq.
    pub(super) async fn record(&self, fact: NewFact) -> i64 {
        self.try_record(vec![fact]).await.expect("records")[0].seq
    }

    /// The code with which facts are refused.
    pub(super) async fn refusal(&self, facts: Vec<NewFact>) -> Option<&'static str> {
        self.try_record(facts).await.expect_err("is refused").code()
    }

    /// Corrects a fact: takes it back and, with `amount`, puts another in its place.
    pub(super) async fn try_correct(&self, seq: i64, fen: Option<i64>) -> Outcome<Vec<Recorded>> {
        let tx = self.place.database.begin_write().await?;
        let recorded = correct(&tx, &self.books, &actor(), at(), seq, source(), |fact| {
            let mut again = NewFact::reversing(fact, source());
            again.amount = Money::from_fen(fen?);
            Some(again)
        })
        .await?;
        tx.commit().await?;
        Ok(recorded)
    }

    /// Takes a fact back.
    pub(super) async fn reverse(&self, seq: i64) -> i64 {
        self.try_correct(seq, None).await.expect("reverses")[0].seq
    }

    /// Closes months up to and including `last`.
    pub(super) async fn close_until(&self, last: &str) {
        loop {
            let open = self.open().await.expect("a month is open");
            if open > month(last) {
                return;
            }
            self.try_close(open).await.expect("closes");
        }
    }

    /// The open month.
    pub(super) async fn open(&self) -> Option<Month> {
        crate::Months::load(self.place.database.reader())
            .await
            .expect("months")
            .open()
    }

    pub(super) async fn try_close(&self, month: Month) -> Outcome<crate::Head> {
        let tx = self.place.database.begin_write().await?;
        let head = close_month(&tx, &self.books, &actor(), at(), month).await?;
        tx.commit().await?;
        Ok(head)
    }

    pub(super) async fn try_reopen(&self, text: &str, reason: &str) -> Outcome<()> {
        let tx = self.place.database.begin_write().await?;
        reopen_month(&tx, &actor(), at(), month(text), reason).await?;
        tx.commit().await?;
        Ok(())
    }

    /// One figure over `from..=until`.
    pub(super) async fn figure(&self, code: &str, unit: i64, from: &str, until: &str) -> Figure {
        let query = FigureQuery {
            window: Window {
                from: month(from),
                month: month(until),
            },
            units: &[unit],
            ranked: &[EAST, WEST, ZONE],
            codes: &[code],
            with_subjects: true,
        };
        figures(self.place.database.reader(), &self.books, &query)
            .await
            .expect("figures")
            .pop()
            .expect("the indicator is defined")
    }

    /// The plain number of a figure.
    pub(super) async fn number(&self, code: &str, unit: i64, from: &str, until: &str) -> i64 {
        match self.figure(code, unit, from, until).await.value {
            Some(Value::Money(money)) => money.fen(),
            Some(Value::Count(count)) => count,
            other => panic!("{code} is {other:?}"),
        }
    }

    pub(super) async fn verify(&self) -> Verified {
        verify(self.place.database.reader(), &self.books)
            .await
            .expect("verifies")
    }
}
