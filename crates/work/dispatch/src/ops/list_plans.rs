//! The annual targets of a year.

use super::books;
use crate::permits::ReadFigures;
use http_base::{Allowed, App};
use kernel::Outcome;
use ledger::plans;
use orgs::Unit;

/// A target: the indicator's code, the unit, fen or things.
pub type UnitPlan = (String, Unit, i64);

/// The targets of `year` as they stand now, by indicator, then in the order of the units.
pub async fn list_plans(app: &App, _: &Allowed<ReadFigures>, year: i32) -> Outcome<Vec<UnitPlan>> {
    let books = books(app)?;
    let connection = app.database.reader();
    let tree = orgs::ops::load_units(connection).await?;
    let standing = plans(connection, &[year]).await?;
    let mut found = Vec::with_capacity(standing.len());
    for code in books.codes() {
        for unit in tree.all() {
            let is_its = |plan: &&ledger::Plan| plan.indicator == code && plan.unit == unit.key;
            if let Some(plan) = standing.iter().find(is_its) {
                found.push((code.to_owned(), unit.clone(), plan.value));
            }
        }
    }
    Ok(found)
}
