//! The units that a use case names.

use kernel::{Fault, Outcome};
use orgs::{UnitRef, UnitTree};
use std::sync::Arc;

/// The keys of the unit with this code and of everything below; none for an unknown code.
pub(super) fn subtree_of(tree: &UnitTree, code: Option<&str>) -> Option<Arc<[i64]>> {
    let code = code.filter(|code| !code.is_empty())?;
    let unit = tree.by_code(code);
    Some(unit.map_or_else(|| Arc::from([]), |unit| tree.subtree(unit.key)))
}

/// How replies name the unit with this key.
pub(super) fn unit_ref(tree: &UnitTree, key: i64) -> Outcome<UnitRef> {
    let unit = tree.by_key(key);
    let unit = unit.ok_or_else(|| Fault::broken(format!("there is no unit {key}")))?;
    Ok(unit.to_ref())
}
