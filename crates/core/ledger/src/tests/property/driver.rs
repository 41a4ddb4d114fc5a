//! Books and history side by side: every step is done to both.

// Long: one driver tells both sides the same story; split, the two tellings could part.

use super::super::place::Place;
use super::city::{Pair, first_definitions, second_definitions};
use super::kinds::{KINDS, plain_kinds};
use super::steps::{Deed, Step};
use super::words::{UNITS, fact_of, month, seq_of, shares};
use crate::{Books, Definitions, NewFact, close_month, install, open_month, record, reopen_month};
use kernel::{Actor, Instant};
use std::collections::BTreeMap;
use testkit::evaluator::{Datum, Entry, Evaluator, History, month_after, month_before};

pub(super) const CITY: i64 = 1;

/// Something that the ledger refused although the rules allow it.
#[derive(Debug)]
pub(super) struct Refused(#[expect(dead_code, reason = "is printed")] pub String);

pub(super) struct Driver {
    pub place: Place,
    pub books: Books,
    pub evaluator: Evaluator,
    pub open: i32,
    files: Vec<String>,
    parents: BTreeMap<i64, i64>,
    pending: Vec<(NewFact, Entry)>,
}

fn actor() -> Actor {
    Actor::operator([])
}

fn at() -> Instant {
    Instant::parse("2023-07-03T02:00:00Z").expect("an instant")
}

impl Driver {
    /// Books that begin with `first`.
    pub(super) async fn new(first: i32) -> Self {
        let place = Place::new().await;
        let pairs = first_definitions();
        let files: Vec<String> = pairs.iter().map(|pair| pair.file.clone()).collect();
        let books = installed(&place, &files).await.expect("installs");
        let tx = place.database.begin_write().await.expect("begins");
        open_month(&tx, &actor(), at(), month(first))
            .await
            .expect("opens");
        tx.commit().await.expect("commits");
        Self {
            place,
            books,
            evaluator: Evaluator {
                kinds: plain_kinds(),
                definitions: pairs.into_iter().map(|pair| pair.plain).collect(),
                history: History {
                    entries: Vec::new(),
                    first_month: first,
                },
            },
            open: first,
            files,
            parents: [(2, CITY), (3, CITY), (4, 2), (5, 2), (6, 3), (7, 3)].into(),
            pending: Vec::new(),
        }
    }

    /// Does one step; what cannot be done now is passed over.
    pub(super) async fn take(&mut self, step: Step) -> Result<(), Refused> {
        match step.deed {
            Deed::Record => self.record(step),
            Deed::Reverse => {
                self.reverse(step);
            }
            Deed::Correct => {
                if let Some(target) = self.reverse(step) {
                    self.replace(target, step);
                }
            }
            Deed::Replace => {
                let reversed = self.reversed_and_not_replaced();
                if let Some(target) = chosen(&reversed, step.a) {
                    self.replace(target, step);
                }
            }
            Deed::Plan => self.plan(step),
            Deed::Total => self.total(step),
            Deed::Close | Deed::Reopen | Deed::Install | Deed::Move => {}
        }
        let records = !matches!(
            step.deed,
            Deed::Close | Deed::Reopen | Deed::Install | Deed::Move
        );
        if records && step.goes_on {
            return Ok(());
        }
        self.flush().await?;
        match step.deed {
            Deed::Move => self.move_unit(step),
            Deed::Close => {
                for _ in 0..=step.a % 4 {
                    self.close().await?;
                }
            }
            Deed::Reopen => self.reopen().await?,
            Deed::Install => self.install().await?,
            _ => {}
        }
        Ok(())
    }

    /// Writes what is pending, in one transaction.
    pub(super) async fn flush(&mut self) -> Result<(), Refused> {
        let (facts, entries): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.pending).into_iter().unzip();
        if facts.is_empty() {
            return Ok(());
        }
        let tx = self.place.database.begin_write().await.expect("begins");
        let recorded = record(&tx, &self.books, &actor(), at(), facts)
            .await
            .map_err(|fault| Refused(format!("record: {fault}")))?;
        tx.commit().await.expect("commits");
        let first = self.evaluator.history.entries.len();
        assert_eq!(recorded[0].seq, seq_of(first), "no gap in the journal");
        self.evaluator.history.entries.extend(entries);
        Ok(())
    }

    async fn close(&mut self) -> Result<(), Refused> {
        let tx = self.place.database.begin_write().await.expect("begins");
        close_month(&tx, &self.books, &actor(), at(), month(self.open))
            .await
            .map_err(|fault| Refused(format!("close {}: {fault}", self.open)))?;
        tx.commit().await.expect("commits");
        self.open = month_after(self.open);
        Ok(())
    }

    async fn reopen(&mut self) -> Result<(), Refused> {
        let entries = &self.evaluator.history.entries;
        let holds_facts = entries.last().is_some_and(|entry| entry.month == self.open);
        if holds_facts || self.open == self.evaluator.history.first_month {
            return Ok(());
        }
        let last = month_before(self.open);
        let tx = self.place.database.begin_write().await.expect("begins");
        reopen_month(&tx, &actor(), at(), month(last), "检查")
            .await
            .map_err(|fault| Refused(format!("reopen {last}: {fault}")))?;
        tx.commit().await.expect("commits");
        self.open = last;
        Ok(())
    }

    /// Installs the second versions, as from the open month.
    async fn install(&mut self) -> Result<(), Refused> {
        if self.files.len() > first_definitions().len() {
            return Ok(());
        }
        let pairs: Vec<Pair> = second_definitions(self.open);
        self.files
            .extend(pairs.iter().map(|pair| pair.file.clone()));
        self.books = installed(&self.place, &self.files)
            .await
            .map_err(|error| Refused(format!("install: {error}")))?;
        let plain = pairs.into_iter().map(|pair| pair.plain);
        self.evaluator.definitions.extend(plain);
        Ok(())
    }

    fn move_unit(&mut self, step: Step) {
        let unit = UNITS[usize::from(step.a) % UNITS.len()];
        let parents: &[i64] = if unit <= 3 { &[CITY] } else { &[CITY, 2, 3] };
        self.parents
            .insert(unit, parents[usize::from(step.b) % parents.len()]);
    }

    fn record(&mut self, step: Step) {
        let number = i128::from(step.d);
        let kind = [
            "funds.arrived",
            "project.introduced",
            "project.started",
            "project.witnessed",
            "company.met",
            "project.met",
            "funds.arrived",
            "project.transferred",
            "project.amended",
            "project.ended",
            "project.resumed",
            "funds.arrived",
        ][usize::from(step.a) % 12];
        let (subject, _) = kind.split_once('.').expect("has a dot");
        let subject = if subject == "funds" {
            "project"
        } else {
            subject
        };
        let planned = Datum::Number(number * 7);
        let fields: Vec<(&str, Datum)> = match kind {
            "funds.arrived" => {
                let points = [10_000, 0, 3_337, 5_000][usize::from(step.c / 16) % 4];
                let sort = if step.c.is_multiple_of(2) {
                    "land"
                } else {
                    "works"
                };
                vec![
                    ("bp", Datum::Number(points)),
                    ("sort", Datum::Word(sort.into())),
                ]
            }
            "project.introduced" => vec![
                ("planned_fen", planned),
                ("outside", Datum::Flag(!step.c.is_multiple_of(3))),
            ],
            "project.amended" => vec![("planned_fen", planned)],
            _ => vec![],
        };
        let amount = if kind == "funds.arrived" {
            number * 13 + 1
        } else {
            0
        };
        self.add(
            step,
            kind,
            (subject, i64::from(step.b % 4) + 1),
            amount,
            fields,
        );
    }

    fn plan(&mut self, step: Step) {
        let unit = [CITY, 2, 3, 4, 5, 6, 7][usize::from(step.a) % 7];
        let (indicator, value) = if step.b.is_multiple_of(2) {
            ("funds", i128::from(step.d) * 50)
        } else {
            ("introduced", i128::from(step.d % 6))
        };
        let year = self.open / 100 + i32::from(step.c.is_multiple_of(4));
        self.add(
            step,
            "plan.set",
            ("unit", unit),
            0,
            vec![
                ("indicator", Datum::Word(indicator.into())),
                ("year", Datum::Number(year.into())),
                ("value", Datum::Number(value)),
            ],
        );
    }

    fn total(&mut self, step: Step) {
        let unit = [CITY, 2, 3, 4][usize::from(step.a) % 4];
        let indicator = ["funds", "introduced", "witnessed"][usize::from(step.b) % 3];
        // Around the beginning of the books, so that totals meet windows.
        let mut until = month_before(self.evaluator.history.first_month);
        for _ in 0..step.c % 16 {
            until = month_before(until);
        }
        self.add(
            step,
            "opening.total",
            ("unit", unit),
            0,
            vec![
                ("indicator", Datum::Word(indicator.into())),
                ("until", Datum::Number(until.into())),
                ("value", Datum::Number(i128::from(step.d))),
                ("document", Datum::Word("招〔2022〕1号".into())),
            ],
        );
    }

    fn add(
        &mut self,
        step: Step,
        kind: &str,
        (subject, id): (&str, i64),
        amount: i128,
        fields: Vec<(&str, Datum)>,
    ) {
        let in_first = self.open == self.evaluator.history.first_month;
        let entry = Entry {
            kind: kind.into(),
            subject: (subject.into(), id),
            month: self.open,
            opening: in_first && step.c % 4 == 1,
            amount,
            shares: shares(step),
            parents: self.parents.clone(),
            fields: fields
                .into_iter()
                .map(|(name, datum)| (name.to_owned(), datum))
                .collect(),
            reverses: None,
            replaces: None,
        };
        self.keep(entry, step);
    }

    fn keep(&mut self, entry: Entry, step: Step) {
        let fact = fact_of(&entry, step);
        self.pending.push((fact, entry));
    }

    /// All entries, those pending included.
    fn entries(&self) -> Vec<&Entry> {
        let pending = self.pending.iter().map(|(_, entry)| entry);
        self.evaluator
            .history
            .entries
            .iter()
            .chain(pending)
            .collect()
    }

    fn reverse(&mut self, step: Step) -> Option<usize> {
        let entries = self.entries();
        let standing: Vec<usize> = (0..entries.len())
            .filter(|&place| entries[place].reverses.is_none())
            .filter(|&place| !entries.iter().any(|entry| entry.reverses == Some(place)))
            .collect();
        let target = chosen(&standing, step.a)?;
        let entry = Entry {
            month: self.open,
            opening: false,
            parents: entries[target].parents.clone(),
            reverses: Some(target),
            replaces: None,
            ..entries[target].clone()
        };
        self.keep(entry, step);
        Some(target)
    }

    fn reversed_and_not_replaced(&self) -> Vec<usize> {
        let entries = self.entries();
        (0..entries.len())
            .filter(|&place| entries.iter().any(|entry| entry.reverses == Some(place)))
            .filter(|&place| !entries.iter().any(|entry| entry.replaces == Some(place)))
            .collect()
    }

    /// Another amount, other units, the tree of today.
    fn replace(&mut self, target: usize, step: Step) {
        let old = self.entries()[target].clone();
        let mut fields = old.fields.clone();
        if let Some(planned) = fields.get_mut("planned_fen") {
            *planned = Datum::Number(step.d.into());
        }
        let entry = Entry {
            month: self.open,
            opening: false,
            amount: if old.amount == 0 { 0 } else { step.d.into() },
            shares: if step.c.is_multiple_of(2) {
                shares(step)
            } else {
                old.shares.clone()
            },
            parents: self.parents.clone(),
            fields,
            reverses: None,
            replaces: Some(target),
            ..old
        };
        self.keep(entry, step);
    }
}

async fn installed(place: &Place, files: &[String]) -> Result<Books, crate::InstallError> {
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let definitions = Definitions::parse(KINDS, &files).expect("the definitions are sound");
    install(&place.database, definitions, at()).await
}

/// One of them, if there are any.
fn chosen(places: &[usize], choice: u8) -> Option<usize> {
    (!places.is_empty()).then(|| places[usize::from(choice) % places.len()])
}
