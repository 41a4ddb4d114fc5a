//! Making a unit.

use super::unit_input::{NewUnit, check, parent_of};
use crate::model::Unit;
use crate::permits::WriteUnits;
use crate::store::{audit, units};
use db::{ConnectionTrait, execute};
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};
use serde_json::json;

/// The lock under which units change on `PostgreSQL`: what is checked against the tree must
/// still be so when it is written.
pub(super) const UNITS_LOCK: i64 = 0x7a68_756e;

/// Makes a unit.
pub async fn create_unit(app: &App, actor: &Allowed<WriteUnits>, new: NewUnit) -> Outcome<Unit> {
    let tx = app.database.begin_write().await?;
    let unit = create_unit_in(&tx, app, actor, new).await?;
    tx.commit().await?;
    Ok(unit)
}

/// Makes a unit inside the write transaction of a larger op, such as an import.
pub async fn create_unit_in<C: ConnectionTrait>(
    tx: &C,
    app: &App,
    actor: &Allowed<WriteUnits>,
    new: NewUnit,
) -> Outcome<Unit> {
    if let Some(lock) = app.database.engine().lock_in_transaction(UNITS_LOCK) {
        execute(tx, &lock, []).await?;
    }
    let tree = units::tree(tx).await?;
    let mut wrong = Fields::default();
    let unit = Unit {
        key: app.ids.key(),
        parent: parent_of(&mut wrong, &tree, new.kind, new.parent_code.as_deref()),
        code: new.code.trim().to_owned(),
        name: new.name.trim().to_owned(),
        name_en: new.name_en.trim().to_owned(),
        kind: new.kind,
        division_code: new.division_code,
        ranked: new.ranked,
        tile: new.tile,
    };
    check(&mut wrong, &tree, &unit);
    wrong.done()?;
    units::insert(tx, &unit).await?;
    let detail = json!({ "name": unit.name, "kind": unit.kind });
    audit::note(tx, app, actor, "unit.created", &unit.code, detail).await?;
    Ok(unit)
}
