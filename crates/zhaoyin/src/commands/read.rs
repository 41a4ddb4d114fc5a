//! `zhaoyin read`: which tables a workbook has, and which rows were dropped and why.

use anyhow::Context;
use clap::Args;
use serde_json::json;
use std::path::PathBuf;
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
        let bytes = std::fs::read(&self.file)
            .with_context(|| format!("reading {}", self.file.display()))?;
        let name = self.file.file_name().unwrap_or_default().to_string_lossy();
        let workbook = match sheets::read(&name, &bytes) {
            Ok(workbook) => workbook,
            Err(unreadable) => {
                if self.json {
                    let problem =
                        json!({ "code": unreadable.code(), "detail": unreadable.to_string() });
                    println!(
                        "{}",
                        serde_json::to_string_pretty(
                            &json!({ "file": name, "unreadable": problem })
                        )?
                    );
                } else {
                    println!("{name}: {unreadable}");
                }
                return Ok(ExitCode::from(1));
            }
        };
        if self.json {
            println!("{}", serde_json::to_string_pretty(&workbook)?);
            return Ok(ExitCode::SUCCESS);
        }
        for sheet in &workbook.sheets {
            println!(
                "{}{}",
                sheet.name,
                if sheet.hidden { " (hidden)" } else { "" }
            );
            for table in &sheet.tables {
                let headers: Vec<&str> = table
                    .columns
                    .iter()
                    .map(|column| column.header.as_str())
                    .collect();
                println!(
                    "  {} rows, columns: {}",
                    table.rows.len(),
                    headers.join(" | ")
                );
                for dropped in &table.dropped {
                    println!(
                        "  row {} dropped ({:?}): {}",
                        dropped.number, dropped.reason, dropped.text
                    );
                }
            }
            for note in &sheet.notes {
                println!("  {note:?}");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
