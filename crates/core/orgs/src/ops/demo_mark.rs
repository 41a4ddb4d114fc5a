//! The mark of a synthesised city. It belongs to the data, not to the server: whoever
//! serves a database that the demo has filled says so, with whatever flags it started.

use crate::store::settings;
use db::{ConnectionTrait, Database};
use kernel::Outcome;

const NAME: &str = "demo";

/// Marks the database as synthesised, for good.
pub async fn mark_as_demo<C: ConnectionTrait>(tx: &C) -> Outcome<()> {
    Ok(settings::set(tx, NAME, "true").await?)
}

/// Whether the database is synthesised.
pub async fn is_demo(database: &Database) -> Outcome<bool> {
    let mark = settings::find(database.reader(), NAME).await?;
    Ok(mark.as_deref() == Some("true"))
}
