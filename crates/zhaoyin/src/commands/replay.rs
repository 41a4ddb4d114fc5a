//! `zhaoyin replay`: recompute what is derived from the journal.

use crate::config::Config;
use crate::open::{faulty, open};
use kernel::SystemClock;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let app = open(config, Arc::new(SystemClock)).await?;
    let books = crate::books::of(&app)?;
    let replayed = ledger::replay(&app.database, &books, app.now())
        .await
        .map_err(faulty)?;
    println!(
        "{} postings recomputed, {} differed and were swapped",
        replayed.postings, replayed.differed
    );
    Ok(ExitCode::SUCCESS)
}
