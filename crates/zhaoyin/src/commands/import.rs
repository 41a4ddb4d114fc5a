//! `zhaoyin import`.

use super::operator::operator;
use super::report::{Report, Verdict};
use crate::config::Config;
use crate::open::{faulty, open};
use anyhow::{Context, bail, ensure};
use clap::Args;
use http_base::App;
use intake::Importers;
use intake::ops::{self, Upload};
use kernel::SystemClock;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct Import {
    /// A kind (units, companies, projects, milestones, funds, plans, opening_totals), then the
    /// workbooks; without a kind each table tells its own by its headers.
    #[arg(required = true, value_name = "[KIND] FILE")]
    words: Vec<PathBuf>,
    /// Only report what would happen; nothing stays of it, not even in the list of imports.
    #[arg(long)]
    dry_run: bool,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Import {
    /// Every file is tried. Exit codes: 0 all rows taken, 2 some refused, 1 a file failed.
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let (kind, files) = self.kind_and_files(&app)?;
        let mut worst = Verdict::Taken;
        let mut reports = Vec::new();
        for file in &files {
            let report = match self.one(&app, kind.as_deref(), file).await {
                Ok(report) => report,
                Err(error) => Report::of_no_batch(file, &error),
            };
            worst = worst.max(report.verdict());
            if self.json {
                reports.push(report.json());
            } else {
                report.print();
            }
        }
        if self.json {
            let reports = json!({ "files": reports });
            println!("{}", serde_json::to_string_pretty(&reports)?);
        }
        Ok(ExitCode::from(worst.exit_code()))
    }

    fn kind_and_files(&self, app: &App) -> anyhow::Result<(Option<String>, Vec<PathBuf>)> {
        let first = self.words.first().context("a workbook is missing")?;
        let importers = app
            .part::<Importers>()
            .context("no importers are installed")?;
        let word = first.to_str().filter(|_| !first.exists());
        let Some(word) = word.filter(|word| !word.contains(['.', '/'])) else {
            return Ok((None, self.words.clone()));
        };
        if importers.kind(word).is_none() {
            let kinds: Vec<&str> = importers.kinds().map(|spec| spec.kind).collect();
            bail!("{word} is neither a file nor a kind ({})", kinds.join(", "));
        }
        let files = self.words[1..].to_vec();
        ensure!(!files.is_empty(), "a workbook is missing");
        Ok((Some(word.to_owned()), files))
    }

    async fn one(&self, app: &App, kind: Option<&str>, file: &Path) -> anyhow::Result<Report> {
        let bytes = std::fs::read(file).context("it cannot be read")?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let upload = Upload {
            file_name: name.into_owned(),
            bytes,
            kind: kind.map(str::to_owned),
        };
        let actor = operator()?;
        let underway = ops::start_stage(app, &actor, upload)
            .await
            .map_err(faulty)?;
        let id = underway.id;
        let mut done = underway.done().await;
        if done.is_ok() && !self.dry_run {
            let counts = ops::find_batch(app, &actor, id)
                .await
                .map_err(faulty)?
                .counts;
            if counts.new + counts.changed > 0 {
                done = ops::commit(app, &actor, id).await.map(|_| ());
            }
        }
        let report = Report::of(app, file, id, self.dry_run, done).await?;
        if self.dry_run {
            ops::discard_batch(app, &actor, id).await.map_err(faulty)?;
        }
        Ok(report)
    }
}
