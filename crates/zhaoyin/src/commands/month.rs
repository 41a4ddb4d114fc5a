//! `zhaoyin month`.

use super::operator::{month, operator};
use crate::config::Config;
use crate::open::{faulty, open};
use clap::Subcommand;
use kernel::{Month, SystemClock};
use ledger::MonthState;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Subcommand)]
pub(super) enum MonthCommand {
    /// Open the books with their first month.
    Open {
        /// The first month, YYYY-MM.
        #[arg(value_parser = month)]
        month: Month,
    },
    /// Close the open month; the next one opens.
    Close {
        /// The open month, YYYY-MM.
        #[arg(value_parser = month)]
        month: Month,
    },
    /// List the months of the books.
    List,
}

impl MonthCommand {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        match self {
            Self::Open { month } => {
                dispatch::ops::open_month(&app, &operator()?, month)
                    .await
                    .map_err(faulty)?;
                println!("{month} is open");
            }
            Self::Close { month } => {
                let head = dispatch::ops::close_month(&app, &operator()?, month)
                    .await
                    .map_err(faulty)?;
                println!(
                    "{month} is closed under {} (fact {}); {} is open",
                    head.short(),
                    head.seq,
                    month.next()
                );
            }
            Self::List => {
                let months = dispatch::ops::list_months(&app, &operator()?)
                    .await
                    .map_err(faulty)?;
                for entry in months.entries() {
                    let state = match entry.state {
                        MonthState::Open => "open",
                        MonthState::Closed => "closed",
                    };
                    println!(
                        "{}  {state}  {}",
                        entry.month,
                        entry.head.map(|head| head.short()).unwrap_or_default()
                    );
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
