//! The annual targets of a year.

use super::books;
use crate::permits::ReadFigures;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::plans;
use orgs::Unit;

/// A target: the indicator's code, the unit, fen or things.
pub type Plan = (String, Unit, i64);

/// The targets of `year` as they stand now, by indicator, then in the order of the units.
pub async fn list_plans(app: &App, _: &Allowed<ReadFigures>, year: i32) -> Outcome<Vec<Plan>> {
    let books = books(app)?;
    let connection = app.database.reader();
    let Ok(december) = Month::new(year, 12) else {
        return Ok(Vec::new());
    };
    let tree = orgs::ops::load_units(connection).await?;
    // A target is booked in the month that is open when it is set; as at December all are in.
    let standing = plans(connection, december).await?;
    let mut found = Vec::with_capacity(standing.len());
    for code in books.codes() {
        for unit in tree.all() {
            if let Some(value) = standing.get(&(code.to_owned(), unit.key)) {
                found.push((code.to_owned(), unit.clone(), *value));
            }
        }
    }
    Ok(found)
}
