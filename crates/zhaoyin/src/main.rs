//! Starts the command that was asked for.

use clap::Parser;
use std::process::ExitCode;
use zhaoyin::commands::{self, Cli};

#[tokio::main]
async fn main() -> ExitCode {
    match commands::run(Cli::parse()).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("zhaoyin: {error:#}");
            ExitCode::from(1)
        }
    }
}
