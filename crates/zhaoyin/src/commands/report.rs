//! What became of one workbook of `zhaoyin import`.

use super::operator::operator;
use crate::open::faulty;
use crate::words::words;
use http_base::App;
use intake::{Batch, BatchId, ReadImports, SheetReport, StagedRow, Status, ops};
use kernel::{Outcome, PageQuery};
use serde_json::{Value, json};
use std::path::Path;

/// Refused rows that are listed for each file.
const LISTED: u32 = 200;

/// How a file went, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// Every row was taken.
    Taken,
    /// Some rows were refused.
    SomeRefused,
    /// The file failed.
    Failed,
}

impl Verdict {
    /// The exit code of a command whose worst file went so.
    pub(super) const fn exit_code(self) -> u8 {
        match self {
            Self::Taken => 0,
            Self::SomeRefused => 2,
            Self::Failed => 1,
        }
    }
}

/// A file's report.
pub(super) struct Report {
    file: String,
    /// None where the file was not even taken in.
    read: Option<Read>,
    /// Why the file failed, in a sentence.
    error: Option<String>,
    dry_run: bool,
}

struct Read {
    batch: Batch,
    sheets: Vec<SheetReport>,
    refused: Vec<StagedRow>,
}

impl Report {
    /// The report of a file that was not taken in.
    pub(super) fn of_no_batch(file: &Path, error: &anyhow::Error) -> Self {
        Self {
            file: file.display().to_string(),
            read: None,
            error: Some(format!("{error:#}")),
            dry_run: false,
        }
    }

    /// The report of a batch; `done` says how reading and writing it ended.
    pub(super) async fn of(
        app: &App,
        file: &Path,
        id: BatchId,
        dry_run: bool,
        done: Outcome<()>,
    ) -> anyhow::Result<Self> {
        let actor = operator::<ReadImports>()?;
        let batch = ops::find_batch(app, &actor, id).await.map_err(faulty)?;
        let sheets = ops::list_sheets(app, id).await.map_err(faulty)?;
        let query = PageQuery {
            after: None,
            limit: Some(LISTED),
        };
        let refused = ops::list_rows(app, &actor, id, None, Some(Status::Refused), &query)
            .await
            .map_err(faulty)?
            .items;
        let error = match done {
            Err(fault) => Some(faulty(fault).to_string()),
            Ok(()) => nothing_recognised(&sheets, batch.kind.as_deref()),
        };
        Ok(Self {
            file: file.display().to_string(),
            read: Some(Read {
                batch,
                sheets,
                refused,
            }),
            error,
            dry_run,
        })
    }

    /// How it went.
    pub(super) fn verdict(&self) -> Verdict {
        let refused = self
            .read
            .as_ref()
            .map_or(0, |read| read.batch.counts.refused);
        match (&self.error, refused) {
            (Some(_), _) => Verdict::Failed,
            (None, 0) => Verdict::Taken,
            (None, _) => Verdict::SomeRefused,
        }
    }

    /// As JSON. A batch of a dry run is gone, so its id is not given.
    pub(super) fn json(&self) -> Value {
        let Some(read) = &self.read else {
            return json!({ "file": self.file, "error": self.error });
        };
        let batch = &read.batch;
        json!({
            "file": batch.file_name,
            "batch": (!self.dry_run).then_some(batch.id),
            "dry_run": self.dry_run,
            "state": batch.state,
            "counts": batch.counts,
            "failure": batch.failure,
            "error": self.error,
            "sheets": read.sheets,
            "refused": read.refused,
            "refused_listed": read.refused.len(),
            "refused_in_all": batch.counts.refused,
        })
    }

    /// For a terminal: what was done to standard output, why it failed to standard error.
    pub(super) fn print(&self) {
        if let Some(read) = &self.read {
            read.print(self.dry_run);
        }
        if let Some(error) = &self.error {
            eprintln!("zhaoyin: {}: {error}", self.file);
        }
    }
}

impl Read {
    fn print(&self, dry_run: bool) {
        let counts = &self.batch.counts;
        let state = if dry_run {
            "dry run, nothing written"
        } else {
            self.batch.state.word()
        };
        println!(
            "{}: {state} ({} new, {} changed, {} same, {} refused)",
            self.batch.file_name, counts.new, counts.changed, counts.same, counts.refused
        );
        for sheet in self.sheets.iter().filter(|sheet| sheet.kind.is_none()) {
            println!("  {}: not recognised by its headers", sheet.sheet);
        }
        for row in &self.refused {
            for problem in &row.problems {
                let place = match (&problem.cell, &problem.field) {
                    (Some(cell), _) => cell.clone(),
                    (None, Some(field)) => format!("{} {field}", row.row),
                    (None, None) => row.row.to_string(),
                };
                let sentence = words().sentence(&problem.code, &problem.params);
                println!("  {} {place}: {sentence}", row.sheet);
            }
        }
        let listed = i64::try_from(self.refused.len()).unwrap_or(i64::MAX);
        if listed < counts.refused {
            println!("  {listed} of {} refused rows are listed", counts.refused);
        }
    }
}

/// What is said where no table was taken for a kind, or none for the one that was named.
fn nothing_recognised(sheets: &[SheetReport], kind: Option<&str>) -> Option<String> {
    if sheets.iter().any(|sheet| sheet.kind.is_some()) {
        return None;
    }
    Some(match kind {
        Some(kind) => format!(
            "no table in it has the columns of {kind}: `zhaoyin template {kind}` writes one that has"
        ),
        None => "no table in it was recognised by its headers: name the kind before the file, \
                 or look at it with `zhaoyin read`"
            .to_owned(),
    })
}
