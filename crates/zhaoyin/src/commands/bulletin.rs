//! `zhaoyin bulletin`: a bulletin's file.

use super::operator::{month, operator};
use crate::config::Config;
use crate::open::{faulty, open};
use anyhow::{Context, bail};
use clap::Args;
use dispatch::ops::{TextIn, write_bulletin};
use kernel::{Month, SystemClock};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct Bulletin {
    /// The template's code: `monthly`, `half_year`, `campaign`, `questions`, or one of your own.
    #[arg(long)]
    template: String,
    /// The month reported, YYYY-MM.
    #[arg(long, value_parser = month)]
    month: Month,
    /// The code of the campaign that the text may speak of.
    #[arg(long)]
    campaign: Option<String>,
    /// The file to write: .docx (GB/T 9704) or .html (to print).
    #[arg(long)]
    out: PathBuf,
}

impl Bulletin {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let text = TextIn {
            template: Some(self.template),
            campaign: self.campaign,
            ..TextIn::of_month(self.month)
        };
        let written = write_bulletin(&app, &operator()?, text)
            .await
            .map_err(faulty)?;
        let bytes = match self
            .out
            .extension()
            .and_then(|extension| extension.to_str())
        {
            Some("docx") => documents::word::file(&written.document, &written.meta),
            Some("html") => documents::print::page(&written.document, &written.meta).into_bytes(),
            _ => bail!("the file must end in .docx or .html"),
        };
        std::fs::write(&self.out, bytes)
            .with_context(|| format!("writing {}", self.out.display()))?;
        match written.issued {
            Some(number) => println!("{}: as issued under {number}", self.out.display()),
            None => println!("{}: a draft, not issued", self.out.display()),
        }
        Ok(ExitCode::SUCCESS)
    }
}
