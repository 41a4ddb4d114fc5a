//! `zhaoyin openapi`.

use crate::router::api_document;
use std::process::ExitCode;

pub(super) fn run() -> anyhow::Result<ExitCode> {
    println!("{}", api_document().to_pretty_json()?);
    Ok(ExitCode::SUCCESS)
}
