//! What replies need beside a record, and the reading of units.

use http_base::{Allowed, App};
use kernel::{Fault, Fields, Outcome, Page, Scope};
use orgs::{UnitRef, UnitTree};
use serde_json::json;
use std::sync::Arc;

/// A record with its unit's names.
#[derive(Debug, Clone)]
pub struct Shown<T> {
    /// The record.
    pub record: T,
    /// Its unit.
    pub unit: UnitRef,
}

impl<T> Shown<T> {
    /// `record`, whose unit has the key `unit`.
    pub(super) fn of(tree: &UnitTree, unit: i64, record: T) -> Outcome<Self> {
        let found = tree.by_key(unit);
        let found = found.ok_or_else(|| Fault::broken(format!("there is no unit {unit}")))?;
        Ok(Self {
            record,
            unit: found.to_ref(),
        })
    }

    /// A page of records.
    pub(super) fn page(
        tree: &UnitTree,
        page: Page<T>,
        unit: impl Fn(&T) -> i64,
    ) -> Outcome<Page<Self>> {
        let items = page.items.into_iter();
        let items = items.map(|record| Self::of(tree, unit(&record), record));
        Ok(Page {
            items: items.collect::<Outcome<Vec<Self>>>()?,
            next: page.next,
            total: page.total,
            total_exact: page.total_exact,
        })
    }
}

/// The keys of the unit with this code and of everything below; none for an unknown code.
pub(super) fn subtree_of(tree: &UnitTree, code: Option<&str>) -> Option<Arc<[i64]>> {
    let code = code.filter(|code| !code.is_empty())?;
    let unit = tree.by_code(code);
    Some(unit.map_or_else(|| Arc::from([]), |unit| tree.subtree(unit.key)))
}

/// The key of the unit that `text` names, if `scope` covers it; 0 where `wrong` notes that
/// there is none.
pub(super) fn unit_in(tree: &UnitTree, scope: &Scope, wrong: &mut Fields, text: &str) -> i64 {
    let unit = tree.by_name(text).filter(|unit| scope.covers(unit.key));
    unit.map_or_else(
        || {
            wrong.refuse("unit", "orgs.unit_unknown", json!({ "code": text }));
            0
        },
        |unit| unit.key,
    )
}

/// The units, for a reader.
pub(super) async fn units<P>(app: &App, _: &Allowed<P>) -> Outcome<UnitTree> {
    orgs::ops::load_units(app.database.reader()).await
}
