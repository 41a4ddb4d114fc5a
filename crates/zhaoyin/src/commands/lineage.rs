//! `zhaoyin lineage`: the entries that add up to a figure.

use super::operator::{month, operator};
use crate::config::Config;
use crate::open::{faulty, open};
use clap::Args;
use dispatch::ops::{TraceIn, list_entries};
use kernel::{Month, SystemClock};
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct Lineage {
    /// The indicator's code.
    #[arg(long)]
    indicator: String,
    /// The last month, YYYY-MM.
    #[arg(long, value_parser = month)]
    month: Month,
    /// The first month; January when absent.
    #[arg(long, value_parser = month)]
    from: Option<Month>,
    /// A unit's code or name; the city when absent.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// Entries read at once.
const AT_ONCE: u64 = 200;

impl Lineage {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let actor = operator()?;
        let input = |list: Option<String>, after| TraceIn {
            indicator: self.indicator.clone(),
            month: self.month,
            from: self.from,
            unit: self.unit.clone(),
            list,
            after,
            limit: AT_ONCE,
        };
        // All lists behind the figure, each page by page.
        let mut whole = list_entries(&app, &actor, input(None, None))
            .await
            .map_err(faulty)?;
        let lists: Vec<String> = whole
            .lists
            .iter()
            .map(|list| list.indicator.clone())
            .collect();
        let mut entries = Vec::new();
        for list in lists {
            let mut after = None;
            loop {
                let page = list_entries(&app, &actor, input(Some(list.clone()), after))
                    .await
                    .map_err(faulty)?;
                entries.extend(page.entries);
                match page.next {
                    Some(next) => after = dispatch::ops::cursor(&next),
                    None => break,
                }
            }
        }
        whole.entries = entries;
        whole.next = None;
        if self.json {
            println!("{}", serde_json::to_string_pretty(&whole)?);
        } else {
            println!(
                "{} {} … {}: {}",
                whole.indicator, whole.from, whole.month, whole.display
            );
            for total in &whole.opening_totals {
                println!(
                    "{:>8}  {}  {}  {:<18} {:>25}  {}",
                    total.seq,
                    total.unit.code,
                    total.until,
                    ledger::OPENING_TOTAL,
                    total
                        .value
                        .as_str()
                        .map_or_else(|| total.value.to_string(), str::to_owned),
                    total.document
                );
            }
            for entry in &whole.entries {
                println!(
                    "{:>8}  {}  {}  {:<18} {:>20} {:>4}  {} {}",
                    entry.seq,
                    entry.occurred_on,
                    entry.month,
                    entry.kind,
                    entry.amount,
                    entry.count,
                    entry.subject.name,
                    entry.reference
                );
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
