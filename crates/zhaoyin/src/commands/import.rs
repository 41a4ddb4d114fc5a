//! `zhaoyin import`, `zhaoyin template` and `zhaoyin export`.

use super::operator::operator;
use crate::config::Config;
use crate::open::{faulty, open};
use anyhow::{Context, bail};
use clap::Args;
use http_base::App;
use intake::ops::{self, Upload};
use intake::{Batch, Status};
use kernel::{PageQuery, SystemClock};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct Import {
    /// A kind (units, companies, projects, milestones, funds, plans), then the workbooks;
    /// without a kind each table tells its own by its headers.
    #[arg(required = true, value_name = "[KIND] FILE")]
    words: Vec<PathBuf>,
    /// Only report what would happen.
    #[arg(long)]
    dry_run: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Template {
    /// units, companies, projects, milestones, funds or plans.
    kind: String,
    /// The file to write; `KIND.xlsx` when absent.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    /// units, companies, projects, milestones, funds or plans.
    kind: String,
    /// The file to write; `KIND.xlsx` when absent.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// Rows of the report that are printed for each file.
const SHOWN: u32 = 200;

impl Import {
    /// Exit codes: 0 all rows taken, 2 some refused, 1 a file failed.
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let (kind, files) = self.kind_and_files(&app)?;
        let (mut refused, mut failed) = (false, false);
        let mut reports = Vec::new();
        for file in &files {
            let batch = self.one(&app, kind.clone(), file).await?;
            refused |= batch.counts.refused > 0;
            failed |= batch.failure.is_some();
            let report = report(&app, &batch).await?;
            if self.json {
                reports.push(report);
            } else {
                print(&batch, &report);
            }
        }
        if self.json {
            println!(
                "{}",
                serde_json::to_string_pretty(&json!({ "files": reports }))?
            );
        }
        Ok(ExitCode::from(match (failed, refused) {
            (true, _) => 1,
            (false, true) => 2,
            (false, false) => 0,
        }))
    }

    fn kind_and_files(&self, app: &App) -> anyhow::Result<(Option<String>, Vec<PathBuf>)> {
        let first = self.words.first().context("a workbook is missing")?;
        let importers = app
            .part::<intake::Importers>()
            .context("no importers are installed")?;
        let kind = first
            .to_str()
            .filter(|word| importers.kind(word).is_some() && !first.exists());
        let files = if kind.is_some() {
            &self.words[1..]
        } else {
            &self.words[..]
        };
        if files.is_empty() {
            bail!("a workbook is missing");
        }
        Ok((kind.map(str::to_owned), files.to_vec()))
    }

    async fn one(&self, app: &App, kind: Option<String>, file: &Path) -> anyhow::Result<Batch> {
        let bytes = std::fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        let file_name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let actor = operator()?;
        let batch = ops::stage(
            app,
            &actor,
            Upload {
                file_name,
                bytes,
                kind,
            },
        )
        .await
        .map_err(faulty)
        .with_context(|| format!("{}", file.display()))?;
        let writes = batch.counts.new + batch.counts.changed > 0;
        if self.dry_run || !writes || batch.failure.is_some() {
            return Ok(batch);
        }
        ops::commit(app, &actor, batch.id)
            .await
            .map_err(faulty)
            .with_context(|| format!("{}", file.display()))
    }
}

async fn report(app: &App, batch: &Batch) -> anyhow::Result<serde_json::Value> {
    let sheets = ops::list_sheets(app, batch.id).await.map_err(faulty)?;
    let query = PageQuery {
        after: None,
        limit: Some(SHOWN),
    };
    let actor = operator::<intake::ReadImports>()?;
    let rows = ops::list_rows(app, &actor, batch.id, None, Some(Status::Refused), &query)
        .await
        .map_err(faulty)?;
    Ok(json!({
        "file": batch.file_name,
        "batch": batch.id,
        "state": batch.state,
        "counts": batch.counts,
        "failure": batch.failure,
        "sheets": sheets,
        "refused": rows.items,
    }))
}

fn print(batch: &Batch, report: &serde_json::Value) {
    let counts = &batch.counts;
    println!(
        "{}: {} ({} new, {} changed, {} same, {} refused)",
        batch.file_name,
        batch.state.word(),
        counts.new,
        counts.changed,
        counts.same,
        counts.refused
    );
    if let Some(failure) = &batch.failure {
        println!(
            "  {} {}",
            failure.code,
            serde_json::Value::Object(failure.params.clone())
        );
    }
    for sheet in report["sheets"].as_array().into_iter().flatten() {
        if sheet["kind"].is_null() {
            println!(
                "  {}: not recognised by its headers",
                sheet["sheet"].as_str().unwrap_or_default()
            );
        }
    }
    for row in report["refused"].as_array().into_iter().flatten() {
        for problem in row["problems"].as_array().into_iter().flatten() {
            println!(
                "  {} {}: {} {}",
                row["sheet"].as_str().unwrap_or_default(),
                problem["cell"]
                    .as_str()
                    .map_or_else(|| row["row"].to_string(), str::to_owned),
                problem["code"].as_str().unwrap_or_default(),
                problem["params"]
            );
        }
    }
}

impl Template {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let bytes = ops::template(&app, &operator()?, &self.kind)
            .await
            .map_err(faulty)?;
        write(self.out, &self.kind, &bytes)
    }
}

impl Export {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let bytes = ops::export(
            &app,
            &operator()?,
            &self.kind,
            &std::collections::BTreeMap::new(),
        )
        .await
        .map_err(faulty)?;
        write(self.out, &self.kind, &bytes)
    }
}

fn write(out: Option<PathBuf>, kind: &str, bytes: &[u8]) -> anyhow::Result<ExitCode> {
    let file = out.unwrap_or_else(|| PathBuf::from(format!("{kind}.xlsx")));
    std::fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
    println!("{}", file.display());
    Ok(ExitCode::SUCCESS)
}
