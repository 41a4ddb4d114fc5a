//! `zhaoyin verify`: are the books as they were recorded?

use crate::config::Config;
use crate::open::{faulty, open};
use kernel::SystemClock;
use ledger::Finding;
use std::process::ExitCode;
use std::sync::Arc;

pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let app = open(config, Arc::new(SystemClock)).await?;
    let books = crate::books::of(&app)?;
    let tx = app.database.begin_read().await?;
    let verified = ledger::verify(&tx, &books).await.map_err(faulty)?;
    match verified.findings.iter().find_map(break_of_the_chain) {
        Some(seq) => println!("the chain breaks at fact {seq}: it is not followed beyond it"),
        None => println!("{} facts", verified.facts),
    }
    println!("{} postings", verified.postings);
    for finding in each_once(&verified.findings) {
        println!("WRONG: {finding}");
    }
    if verified.findings.is_empty() {
        println!("clean");
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::from(1))
    }
}

/// The fact at which the chain breaks, where it does.
fn break_of_the_chain(finding: &Finding) -> Option<i64> {
    match finding {
        Finding::TamperedFact { seq }
        | Finding::MissingFact { seq }
        | Finding::MonthGoesBack { seq } => Some(*seq),
        _ => None,
    }
}

/// The findings as found: one fact that posts wrongly for several units is one finding.
fn each_once(findings: &[Finding]) -> Vec<&Finding> {
    let mut each = Vec::new();
    for finding in findings {
        if !each.contains(&finding) {
            each.push(finding);
        }
    }
    each
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_named_once_and_the_first_break_is_where_the_chain_ends() {
        let posting = |seq| Finding::WrongPosting {
            seq,
            indicator: "funds_arrived".to_owned(),
        };
        let found = [
            Finding::TamperedFact { seq: 9000 },
            posting(9000),
            posting(9000),
            posting(9001),
            posting(9000),
        ];
        assert_eq!(each_once(&found), [&found[0], &found[1], &found[3]]);
        assert_eq!(found.iter().find_map(break_of_the_chain), Some(9000));
        assert_eq!(found[1..].iter().find_map(break_of_the_chain), None);
    }
}
