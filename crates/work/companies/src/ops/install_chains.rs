//! Entering the chains that ship with the program.

use super::create_company::lock;
use super::load_chains;
use crate::model::{Chain, ChainKind, NewChain, check_chain};
use crate::store;
use db::Database;
use kernel::{Fault, Fields, FixedClock, Ids, Instant, Outcome};
use serde::Deserialize;

/// A file of chains, such as `indicators/chains.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    chain: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    name: Name,
    #[serde(default)]
    kind: ChainKind,
    assumed: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    zh: String,
    en: String,
}

/// Enters the chains of `text` whose code and name nobody has entered yet, and answers how
/// many those were. What is there stays as it is, whoever entered or edited it.
///
/// # Errors
/// A fault where the text is no list of chains.
pub async fn install_chains(database: &Database, text: &str, at: Instant) -> Outcome<usize> {
    let file: File = toml::from_str(text)?;
    let tx = database.begin_write().await?;
    lock(&tx).await?;
    let mut known = load_chains(&tx).await?;
    let ids = Ids::new(FixedClock::at(at), 0);
    let mut added = Vec::new();
    for entry in file.chain {
        let new = NewChain {
            code: entry.code,
            name: entry.name.zh,
            name_en: entry.name.en,
            kind: entry.kind,
        };
        let mut wrong = Fields::default();
        let new = check_chain(&mut wrong, &new);
        if !wrong.is_clean() {
            return Err(Fault::broken(format!("chain {} is malformed", new.code)));
        }
        if known.by_code(&new.code).is_some() || known.namesake(&new.name, None).is_some() {
            continue;
        }
        let chain = Chain::fresh(ids.id(), new, entry.assumed, at);
        known.put(chain.clone());
        added.push(chain);
    }
    if added.is_empty() {
        tx.rollback().await?;
        return Ok(0);
    }
    store::insert_chains(&tx, &added).await?;
    tx.commit().await?;
    Ok(added.len())
}
