//! `zhaoyin read`: which tables a workbook has, and which rows were dropped and why.

use anyhow::Context;
use clap::Args;
use serde_json::json;
use sheets::{Excess, Table, Unreadable, limits::MAX_FILE_BYTES};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct Read {
    /// The workbook: .xlsx, .xls or .csv.
    file: PathBuf,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Read {
    pub(super) fn run(self) -> anyhow::Result<ExitCode> {
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let read = bytes(&self.file)
            .with_context(|| format!("reading {}", self.file.display()))?
            .and_then(|bytes| sheets::read(&name, &bytes));
        let workbook = match read {
            Ok(workbook) => workbook,
            Err(unreadable) => {
                if self.json {
                    let problem = json!({
                        "code": unreadable.code(),
                        "detail": unreadable.to_string(),
                        "advice": advice(&unreadable),
                    });
                    println!(
                        "{}",
                        serde_json::to_string_pretty(
                            &json!({ "file": name, "unreadable": problem })
                        )?
                    );
                } else {
                    println!("{name}: {unreadable}. {}", advice(&unreadable));
                }
                return Ok(ExitCode::from(1));
            }
        };
        if self.json {
            // A hundred thousand rows are not made one text first.
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            serde_json::to_writer_pretty(&mut out, &workbook)?;
            writeln!(out)?;
            out.flush()?;
            return Ok(ExitCode::SUCCESS);
        }
        for sheet in &workbook.sheets {
            println!(
                "{}{}",
                sheet.name,
                if sheet.hidden { " (hidden)" } else { "" }
            );
            for table in &sheet.tables {
                print_table(table);
            }
            for note in &sheet.notes {
                println!("  {note:?}");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The file's bytes; of one that is too large none is read.
fn bytes(path: &Path) -> std::io::Result<Result<Vec<u8>, Unreadable>> {
    let limit = MAX_FILE_BYTES as u64;
    let file = std::fs::File::open(path)?;
    let length = file.metadata()?.len();
    if length > limit {
        return Ok(Err(Unreadable::TooLarge {
            bytes: length,
            limit,
        }));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    // A pipe has no length: one byte more tells that it is too long.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(Ok(bytes))
}

fn print_table(table: &Table) {
    let headers: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let hidden = if column.hidden { " (hidden)" } else { "" };
            format!("{}{hidden}", column.header)
        })
        .collect();
    println!(
        "  header in rows {}-{}, {} rows, columns: {}",
        table.header_rows.start(),
        table.header_rows.end(),
        table.rows.len(),
        headers.join(" | ")
    );
    let hidden: Vec<String> = table
        .rows
        .iter()
        .filter(|row| row.hidden)
        .map(|row| row.number.to_string())
        .collect();
    if !hidden.is_empty() {
        println!("  hidden rows, read: {}", hidden.join(" "));
    }
    for dropped in &table.dropped {
        println!(
            "  row {} dropped ({:?}): {}",
            dropped.number, dropped.reason, dropped.text
        );
    }
}

/// What to do about a file that is not read.
fn advice(unreadable: &Unreadable) -> &'static str {
    match unreadable {
        Unreadable::Empty => "Save the workbook again.",
        Unreadable::LockFile => {
            "Take the file of the same name without ~$; this one goes when the workbook is closed."
        }
        Unreadable::Html | Unreadable::Xml => {
            "Open it in Excel or WPS and save it as .xlsx; its name does not change what it is."
        }
        Unreadable::Encrypted => {
            "Open it in Excel or WPS, which may not even ask for a password, and save it as .xlsx \
             without one."
        }
        Unreadable::OtherKind { .. } | Unreadable::NotAWorkbook => "Take an .xlsx, .xls or .csv.",
        Unreadable::OtherWorkbook { .. } => "Save it as .xlsx.",
        Unreadable::Damaged { .. } => {
            "Open it in Excel or WPS, which may mend it, and save it as .xlsx; else ask for it again."
        }
        Unreadable::TooMuchInside {
            what: Excess::CellText,
            ..
        } => "Look for a quote that is not closed, or a cell of more than 32,767 characters.",
        Unreadable::TooLarge { .. } | Unreadable::TooMuchInside { .. } => {
            "Take out pictures and empty formatted columns, or split it."
        }
        Unreadable::Encoding => "Save it as .xlsx, or as CSV in UTF-8.",
    }
}
