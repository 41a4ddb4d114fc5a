//! What was booked, entry by entry.

use std::collections::{BTreeMap, BTreeSet};

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Datum {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Number(i128),
    /// A text.
    Word(String),
}

/// How units share an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// 独占.
    Sole,
    /// 按比例.
    Split,
    /// 双计.
    Both,
}

/// A unit's part in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The unit.
    pub unit: i64,
    /// Hundredths of a percent.
    pub points: i128,
    /// How it shares.
    pub mode: Mode,
}

/// An entry of the journal. Entries name each other by their place in the history.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its kind.
    pub kind: String,
    /// Kind and number of what it is about.
    pub subject: (String, i64),
    /// The month it was booked in, `yyyymm`.
    pub month: i32,
    /// Whether it lies before the books.
    pub opening: bool,
    /// Its money.
    pub amount: i128,
    /// Who shares it; the first leads.
    pub shares: Vec<Share>,
    /// Each unit's parent on the day.
    pub parents: BTreeMap<i64, i64>,
    /// Its other values.
    pub fields: BTreeMap<String, Datum>,
    /// The entry that it takes back.
    pub reverses: Option<usize>,
    /// The entry in whose place it stands.
    pub replaces: Option<usize>,
}

/// All entries in the order in which they were booked.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// The entries.
    pub entries: Vec<Entry>,
    /// The first month of the books, `yyyymm`.
    pub first_month: i32,
}

/// The values that a rule looks at.
#[derive(Debug, Clone, Default)]
pub struct View(pub BTreeMap<String, Datum>);

impl View {
    /// A yes or no; no where there is nothing.
    pub fn flag(&self, name: &str) -> bool {
        self.0.get(name) == Some(&Datum::Flag(true))
    }

    /// A number; 0 where there is nothing.
    pub fn number(&self, name: &str) -> i128 {
        match self.0.get(name) {
            Some(Datum::Number(number)) => *number,
            _ => 0,
        }
    }

    /// A text; empty where there is nothing.
    pub fn word(&self, name: &str) -> &str {
        match self.0.get(name) {
            Some(Datum::Word(word)) => word,
            _ => "",
        }
    }
}

/// The month before `yyyymm`.
pub fn month_before(month: i32) -> i32 {
    if month % 100 == 1 {
        (month / 100 - 1) * 100 + 12
    } else {
        month - 1
    }
}

/// The month after `yyyymm`.
pub fn month_after(month: i32) -> i32 {
    if month % 100 == 12 {
        (month / 100 + 1) * 100 + 1
    } else {
        month + 1
    }
}

impl History {
    /// The month that an entry belongs to, 0 before the books: a correction keeps that of
    /// what it corrects, all else belongs to the month it was booked in.
    pub(crate) fn origin(&self, place: usize) -> i32 {
        let entry = &self.entries[place];
        match entry.reverses.or(entry.replaces) {
            Some(corrected) => self.origin(corrected),
            None if entry.opening => 0,
            None => entry.month,
        }
    }

    /// The places of the entries that stand at the end of `month`: neither a reversal nor
    /// reversed by then.
    pub(crate) fn standing(&self, month: i32) -> Vec<usize> {
        let booked = |entry: &&Entry| entry.month <= month;
        let taken_back: BTreeSet<usize> = self
            .entries
            .iter()
            .filter(booked)
            .filter_map(|entry| entry.reverses)
            .collect();
        (0..self.entries.len())
            .filter(|&place| self.entries[place].month <= month)
            .filter(|&place| self.entries[place].reverses.is_none())
            .filter(|place| !taken_back.contains(place))
            .collect()
    }

    /// What a rule sees of an entry.
    pub(crate) fn view(&self, place: usize) -> View {
        let entry = &self.entries[place];
        let mut view = View(entry.fields.clone());
        view.0.insert("amount".into(), Datum::Number(entry.amount));
        view.0
            .insert("kind".into(), Datum::Word(entry.kind.clone()));
        view
    }
}
