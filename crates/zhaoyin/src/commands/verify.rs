//! `zhaoyin verify`: are the books as they were recorded?

use crate::config::Config;
use crate::open::{faulty, open};
use kernel::SystemClock;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let app = open(config, Arc::new(SystemClock)).await?;
    let books = crate::books::of(&app)?;
    let tx = app.database.begin_read().await?;
    let verified = ledger::verify(&tx, &books).await.map_err(faulty)?;
    println!("{} facts, {} postings", verified.facts, verified.postings);
    for finding in &verified.findings {
        println!("WRONG: {finding}");
    }
    if verified.findings.is_empty() {
        println!("clean");
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::from(1))
    }
}
