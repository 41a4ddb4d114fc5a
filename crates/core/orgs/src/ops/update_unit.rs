//! Changing a unit: its names, its place in the tree, whether it is ranked.

use super::create_unit::UNITS_LOCK;
use super::unit_input::{UnitChange, check, parent_of};
use crate::model::Unit;
use crate::permits::WriteUnits;
use crate::store::{audit, units};
use db::{ConnectionTrait, execute};
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};
use serde_json::json;

kernel::refusals! {
    /// Why a unit is left as it is.
    pub enum UnitRefusal {
        /// There is no such unit.
        NotFound = (NotFound, "orgs.unit_not_found"),
    }
}

/// Changes a unit. What has been booked keeps the tree of its day.
pub async fn update_unit(
    app: &App,
    actor: &Allowed<WriteUnits>,
    code: &str,
    change: UnitChange,
) -> Outcome<Unit> {
    let tx = app.database.begin_write().await?;
    let unit = update_unit_in(&tx, app, actor, code, change).await?;
    tx.commit().await?;
    Ok(unit)
}

/// Changes a unit inside the write transaction of a larger op, such as an import.
pub async fn update_unit_in<C: ConnectionTrait>(
    tx: &C,
    app: &App,
    actor: &Allowed<WriteUnits>,
    code: &str,
    change: UnitChange,
) -> Outcome<Unit> {
    if let Some(lock) = app.database.engine().lock_in_transaction(UNITS_LOCK) {
        execute(tx, &lock, []).await?;
    }
    let tree = units::tree(tx).await?;
    let Some(unit) = tree.by_code(code).cloned() else {
        return Err(UnitRefusal::NotFound.into());
    };
    let mut wrong = Fields::default();
    let parent = match &change.parent_code {
        Some(parent) => parent_of(&mut wrong, &tree, unit.kind, Some(parent)),
        None => unit.parent,
    };
    let trimmed = |text: Option<String>, old: &str| {
        text.map_or_else(|| old.to_owned(), |text| text.trim().to_owned())
    };
    let changed = Unit {
        name: trimmed(change.name, &unit.name),
        name_en: trimmed(change.name_en, &unit.name_en),
        parent,
        division_code: change.division_code.or(unit.division_code),
        ranked: change.ranked.unwrap_or(unit.ranked),
        tile: change.tile.or(unit.tile),
        ..unit
    };
    check(&mut wrong, &tree, &changed);
    wrong.done()?;
    units::update(tx, &changed).await?;
    let detail = json!({
        "name": changed.name, "parent": changed.parent, "division": changed.division_code,
        "ranked": changed.ranked,
    });
    audit::note(tx, app, actor, "unit.changed", &changed.code, detail).await?;
    Ok(changed)
}
