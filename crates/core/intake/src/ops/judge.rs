//! Judging the rows of a batch: in the dry run and again inside the commit.

use crate::importer::{Change, Checker, Context, RowProblem, Verdict};
use crate::importers::Importers;
use crate::model::batch::{Counts, Progress, StagedProblem, Status};
use crate::model::mapping::{Correction, MappedTable, map_workbook};
use crate::model::parse::{ParsedRow, parse_rows};
use crate::refusals::unreadable;
use crate::row::RowIn;
use db::DatabaseTransaction;
use http_base::App;
use kernel::{Actor, Outcome, Scope};
use ledger::Months;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A workbook as read: its tables, and the rows of each.
pub(crate) struct Reading {
    pub tables: Vec<MappedTable>,
    pub rows: Vec<Vec<ParsedRow>>,
}

/// What a row was judged.
#[derive(Debug, Clone)]
pub(crate) struct Judgement {
    pub status: Status,
    pub problems: Vec<StagedProblem>,
    pub changes: Vec<Change>,
}

/// The judgements of all rows, table by table, and the checkers that know them.
pub(crate) struct Judged {
    pub judgements: Vec<Vec<Judgement>>,
    pub checkers: Vec<Option<Box<dyn Checker>>>,
}

/// How the rows of a table were judged, counted.
pub(crate) fn count(judgements: &[Judgement]) -> Counts {
    let mut counts = Counts::default();
    for judgement in judgements {
        counts.add(judgement.status);
    }
    counts
}

impl Reading {
    /// Reads a workbook, away from the threads that answer requests.
    pub(crate) async fn of_file(
        importers: &Arc<Importers>,
        actor: &Actor,
        file_name: String,
        bytes: Vec<u8>,
        kind: Option<String>,
        corrections: BTreeMap<String, Correction>,
    ) -> Outcome<Self> {
        let importers = importers.clone();
        let in_city = actor.scope == Scope::Everything;
        let read = move || {
            let book = sheets::read(&file_name, &bytes)?;
            let kinds: Vec<_> = importers.kinds().collect();
            let tables = map_workbook(book.sheets, &kinds, kind.as_deref(), &corrections);
            let rows = tables
                .iter()
                .map(|table| parse_rows(table, in_city))
                .collect();
            Ok(Self { tables, rows })
        };
        tokio::task::spawn_blocking(read)
            .await?
            .map_err(|error| unreadable(&error).into())
    }

    /// Its rows in all.
    pub(crate) fn total(&self) -> i64 {
        let rows: usize = self.rows.iter().map(Vec::len).sum();
        i64::try_from(rows).unwrap_or(i64::MAX)
    }

    /// The tables in the order in which their rows are checked and written.
    pub(crate) fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.tables.len())
            .filter(|&table| self.tables[table].kind.is_some())
            .collect();
        order.sort_by_key(|&table| self.tables[table].kind.map(|spec| spec.order));
        order
    }
}

/// Who imports what, as the slices are told.
pub(crate) async fn context(
    tx: &DatabaseTransaction,
    app: &App,
    actor: &Arc<Actor>,
    batch: i64,
) -> Outcome<Context> {
    let months = Months::load(tx).await?;
    Ok(Context {
        app: app.clone(),
        actor: actor.clone(),
        at: app.now(),
        batch,
        open_month: months.open(),
        first_month: months.first(),
    })
}

/// Rows judged between two moments at which other tasks of the thread may go on.
const BREATH: usize = 2_000;

/// Judges every row: the checkers first load what they need, then see the rows of their
/// kinds in order. Rows whose cells could not be read are refused without them.
pub(crate) async fn judge(
    tx: &DatabaseTransaction,
    cx: &Context,
    importers: &Importers,
    reading: &Reading,
) -> Outcome<Judged> {
    let order = reading.in_order();
    let mut checkers = load_checkers(tx, cx, importers, reading, &order).await?;
    let mut judgements: Vec<Vec<Judgement>> = vec![Vec::new(); reading.tables.len()];
    let total = reading.total();
    let mut done = 0;
    for &table in &order {
        let spec = reading.tables[table].kind;
        let Some(own) = spec.and_then(|spec| importers.position(spec.kind)) else {
            continue;
        };
        judgements[table].reserve(reading.rows[table].len());
        for (number, parsed) in reading.rows[table].iter().enumerate() {
            let verdict = match checkers[own].as_mut() {
                Some(checker) if parsed.problems.is_empty() => checker.check(&parsed.row),
                _ => Verdict::Refused(parsed.problems.clone()),
            };
            if !matches!(verdict, Verdict::Refused(_)) {
                for (other, checker) in checkers.iter_mut().enumerate() {
                    if let Some(checker) = checker.as_mut().filter(|_| other != own) {
                        checker.heard(&parsed.row);
                    }
                }
            }
            judgements[table].push(judgement(&parsed.row, verdict));
            if number % BREATH == BREATH - 1 {
                importers.note(
                    cx.batch,
                    Progress {
                        done: done + i64::try_from(number).unwrap_or(0),
                        total,
                    },
                );
                tokio::task::yield_now().await;
            }
        }
        done += i64::try_from(reading.rows[table].len()).unwrap_or(0);
    }
    Ok(Judged {
        judgements,
        checkers,
    })
}

/// One checker for each importer that has rows.
async fn load_checkers(
    tx: &DatabaseTransaction,
    cx: &Context,
    importers: &Importers,
    reading: &Reading,
    order: &[usize],
) -> Outcome<Vec<Option<Box<dyn Checker>>>> {
    let mut rows: Vec<Vec<&RowIn>> = vec![Vec::new(); importers.len()];
    for &table in order {
        let spec = reading.tables[table].kind;
        if let Some(own) = spec.and_then(|spec| importers.position(spec.kind)) {
            let readable = reading.rows[table]
                .iter()
                .filter(|parsed| parsed.problems.is_empty());
            rows[own].extend(readable.map(|parsed| &parsed.row));
        }
    }
    let mut checkers = Vec::with_capacity(rows.len());
    for (own, rows) in rows.iter().enumerate() {
        checkers.push(if rows.is_empty() {
            None
        } else {
            Some(importers.at(own).checker(tx, cx, rows).await?)
        });
    }
    Ok(checkers)
}

fn judgement(row: &RowIn, verdict: Verdict) -> Judgement {
    let (status, problems, changes) = match verdict {
        Verdict::New => (Status::New, Vec::new(), Vec::new()),
        Verdict::Same => (Status::Same, Vec::new(), Vec::new()),
        Verdict::Changed(changes) => (Status::Changed, Vec::new(), changes),
        Verdict::Refused(problems) => (Status::Refused, problems, Vec::new()),
    };
    Judgement {
        status,
        problems: problems
            .into_iter()
            .map(|problem| staged(row, problem))
            .collect(),
        changes,
    }
}

fn staged(row: &RowIn, problem: RowProblem) -> StagedProblem {
    let position = problem.field.and_then(|field| row.kind().position(field));
    let letter = position.and_then(|position| row.table.letters[position].clone());
    StagedProblem {
        cell: letter
            .as_ref()
            .map(|letter| format!("{letter}{}", row.row_number)),
        column: letter,
        field: problem.field.map(str::to_owned),
        code: problem.code.to_owned(),
        params: problem.params,
    }
}
