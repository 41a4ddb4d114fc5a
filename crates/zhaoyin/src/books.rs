//! The definitions that ship with the binary.

use db::Database;
use kernel::Instant;
use ledger::{Books, Definitions};

const KINDS: &str = include_str!("../../../indicators/kinds.toml");
const FILES: &[&str] = &[
    include_str!("../../../indicators/investment.toml"),
    include_str!("../../../indicators/outreach.toml"),
    include_str!("../../../indicators/targets.toml"),
    include_str!("../../../indicators/channels.toml"),
    include_str!("../../../indicators/care.toml"),
];

/// Reads the definitions and makes them the books of `database`.
pub async fn install(database: &Database, at: Instant) -> Result<Books, kernel::Fault> {
    let definitions = Definitions::parse(KINDS, FILES)?;
    Ok(ledger::install(database, definitions, at).await?)
}

/// The books that [`crate::open::install`] has installed.
pub fn of(app: &http_base::App) -> anyhow::Result<std::sync::Arc<Books>> {
    app.part::<Books>()
        .ok_or_else(|| anyhow::anyhow!("the books are not installed"))
}
