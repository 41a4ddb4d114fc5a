//! `zhaoyin template` and `zhaoyin export`: workbooks out.

use super::operator::operator;
use crate::config::Config;
use crate::open::{faulty, open};
use anyhow::Context;
use clap::Args;
use intake::ops;
use kernel::SystemClock;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct Template {
    /// units, companies, projects, milestones, funds, plans or opening_totals.
    kind: String,
    /// The file to write; `KIND.xlsx` when absent.
    #[arg(long)]
    out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Export {
    /// units, companies, projects, milestones, funds, plans or opening_totals.
    kind: String,
    /// The file to write; `KIND.xlsx` when absent.
    #[arg(long)]
    out: Option<PathBuf>,
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
        let bytes = ops::export(&app, &operator()?, &self.kind, &BTreeMap::new())
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
