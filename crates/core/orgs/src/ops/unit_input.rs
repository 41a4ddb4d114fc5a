//! What a unit may look like, whether it is new or changed.

use crate::model::{Tile, Unit, UnitKind, UnitTree, UnitTreeFault, divisions};
use kernel::Fields;
use serde_json::json;

/// A unit to be made.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// The code that people and workbooks use.
    pub code: String,
    /// Chinese name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Its sort.
    pub kind: UnitKind,
    /// The unit above; the city where it is absent.
    pub parent_code: Option<String>,
    /// The division it stands for or lies in.
    pub division_code: Option<String>,
    /// Whether it takes part in the ranking.
    pub ranked: bool,
    /// Its place on the tile map.
    pub tile: Option<Tile>,
}

/// What is to change of a unit; what is absent stays. Code and kind never change.
#[derive(Debug, Clone, Default)]
pub struct UnitChange {
    /// Chinese name.
    pub name: Option<String>,
    /// English name.
    pub name_en: Option<String>,
    /// The unit above.
    pub parent_code: Option<String>,
    /// The division it stands for or lies in.
    pub division_code: Option<String>,
    /// Whether it takes part in the ranking.
    pub ranked: Option<bool>,
    /// Its place on the tile map.
    pub tile: Option<Tile>,
}

/// The most characters of a name.
const LONGEST_NAME: usize = 64;

/// The key of the unit above `kind` that `code` names, with what is wrong about it noted.
pub(super) fn parent_of(
    wrong: &mut Fields,
    tree: &UnitTree,
    kind: UnitKind,
    code: Option<&str>,
) -> Option<i64> {
    let parent = match (kind, code) {
        (UnitKind::City, None) => None,
        (UnitKind::City, Some(_)) => {
            wrong.refuse("parent_code", "orgs.parent_not_allowed", json!({}));
            None
        }
        (_, None) => {
            if tree.city().is_none() {
                wrong.refuse("parent_code", "orgs.city_missing", json!({}));
            }
            tree.city()
        }
        (_, Some(code)) => {
            let parent = tree.by_code(code);
            if parent.is_none() {
                wrong.refuse("parent_code", "orgs.unit_unknown", json!({ "code": code }));
            }
            parent
        }
    };
    parent.map(|parent| parent.key)
}

/// Notes what is wrong with `unit` by itself and among the others.
pub(super) fn check(wrong: &mut Fields, tree: &UnitTree, unit: &Unit) {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    if !(1..=32).contains(&unit.code.len()) || !unit.code.bytes().all(allowed) {
        wrong.refuse("code", "orgs.code_malformed", json!({ "max": 32 }));
    }
    for (field, name) in [("name", &unit.name), ("name_en", &unit.name_en)] {
        match name.chars().count() {
            0 => wrong.refuse(field, "field.empty", json!({})),
            length if length > LONGEST_NAME => {
                wrong.refuse(field, "field.too_long", json!({ "max": LONGEST_NAME }));
            }
            _ => {}
        }
    }
    match &unit.division_code {
        Some(code) if divisions().by_code(code).is_none() => {
            wrong.refuse(
                "division_code",
                "orgs.division_unknown",
                json!({ "code": code }),
            );
        }
        None if matches!(unit.kind, UnitKind::City | UnitKind::Division) => {
            wrong.refuse("division_code", "orgs.division_required", json!({}));
        }
        _ => {}
    }
    let others = || tree.all().iter().filter(|other| other.key != unit.key);
    if others().any(|other| other.code == unit.code) {
        wrong.refuse("code", "orgs.unit_code_taken", json!({}));
    }
    if others().any(|other| other.name == unit.name) {
        wrong.refuse("name", "orgs.unit_name_taken", json!({}));
    }
    let with_it: Vec<Unit> = others().cloned().chain([unit.clone()]).collect();
    match UnitTree::new(with_it) {
        Err(UnitTreeFault::TwoRoots(..)) if unit.kind == UnitKind::City => {
            wrong.refuse("kind", "orgs.city_exists", json!({}));
        }
        Err(UnitTreeFault::Cycle(_)) => {
            wrong.refuse("parent_code", "orgs.unit_below_itself", json!({}));
        }
        _ => {}
    }
}
