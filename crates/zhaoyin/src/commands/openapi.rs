//! `zhaoyin openapi`.

use crate::router::{api_document, codes};
use clap::Args;
use std::process::ExitCode;

#[derive(Debug, Args)]
pub(super) struct Openapi {
    /// Print the codes of all refusals instead.
    #[arg(long)]
    codes: bool,
}

impl Openapi {
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        if self.codes {
            println!("{}", serde_json::to_string_pretty(&codes())?);
        } else {
            println!("{}", api_document().to_pretty_json()?);
        }
        Ok(ExitCode::SUCCESS)
    }
}
