//! All units at one moment, as a tree.

use super::unit::Unit;
use std::collections::HashMap;
use std::sync::Arc;

/// The units of the city. Immutable: a change makes another tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitTree {
    units: Vec<Unit>,
    by_key: HashMap<i64, usize>,
    by_code: HashMap<String, usize>,
}

/// Units that make no tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnitTreeFault {
    /// A unit's parent is not among the units.
    #[error("unit {0} has a parent that does not exist")]
    LostParent(i64),
    /// A unit lies below itself.
    #[error("unit {0} lies below itself")]
    Cycle(i64),
    /// A second unit has no parent.
    #[error("units {0} and {1} both have no parent")]
    TwoRoots(i64, i64),
}

impl UnitTree {
    /// The tree of these units, in the order in which they are to be listed.
    pub fn new(units: Vec<Unit>) -> Result<Self, UnitTreeFault> {
        let by_key = units.iter().enumerate().map(|(row, unit)| (unit.key, row));
        let by_code = units
            .iter()
            .enumerate()
            .map(|(row, unit)| (unit.code.clone(), row));
        let tree = Self {
            by_key: by_key.collect(),
            by_code: by_code.collect(),
            units,
        };
        let mut root = None;
        for unit in &tree.units {
            match (unit.parent, root) {
                (Some(parent), _) if !tree.by_key.contains_key(&parent) => {
                    return Err(UnitTreeFault::LostParent(unit.key));
                }
                (Some(_), _) => {}
                (None, Some(first)) => return Err(UnitTreeFault::TwoRoots(first, unit.key)),
                (None, None) => root = Some(unit.key),
            }
            let mut at = unit;
            for _ in 0..tree.units.len() {
                match at.parent.and_then(|parent| tree.by_key(parent)) {
                    Some(parent) => at = parent,
                    None => break,
                }
            }
            if at.parent.is_some() {
                return Err(UnitTreeFault::Cycle(unit.key));
            }
        }
        Ok(tree)
    }

    /// Every unit, in listing order.
    pub fn all(&self) -> &[Unit] {
        &self.units
    }

    /// The unit with this key.
    pub fn by_key(&self, key: i64) -> Option<&Unit> {
        self.by_key.get(&key).map(|&row| &self.units[row])
    }

    /// The unit with this code.
    pub fn by_code(&self, code: &str) -> Option<&Unit> {
        self.by_code.get(code).map(|&row| &self.units[row])
    }

    /// The one unit that a workbook means by `text`: its code, its name, or its name with
    /// the city's in front and the ending left off (淄博高新区, 张店).
    pub fn by_name(&self, text: &str) -> Option<&Unit> {
        let text = text.trim();
        let exact = self
            .by_code(text)
            .or_else(|| self.units.iter().find(|unit| unit.name == text));
        if exact.is_some() || text.is_empty() {
            return exact;
        }
        let wanted = self.stem(text);
        let mut alike = self
            .units
            .iter()
            .filter(|unit| self.stem(&unit.name) == wanted);
        match (alike.next(), alike.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    }

    /// A name without the city's in front and without its ending.
    fn stem<'a>(&self, name: &'a str) -> &'a str {
        let city = self.city().map_or("", |city| city.name.as_str());
        let short_city = city.strip_suffix('市').unwrap_or(city);
        let rest = [city, short_city]
            .into_iter()
            .filter(|prefix| !prefix.is_empty())
            .find_map(|prefix| name.strip_prefix(prefix))
            .filter(|rest| rest.chars().nth(1).is_some())
            .unwrap_or(name);
        ['区', '县', '市']
            .into_iter()
            .find_map(|ending| rest.strip_suffix(ending))
            .filter(|stem| stem.chars().nth(1).is_some())
            .unwrap_or(rest)
    }

    /// The city: the one unit without a parent. None before the units have been entered.
    pub fn city(&self) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.parent.is_none())
    }

    /// From the city down to the unit itself; empty for an unknown key.
    pub fn path(&self, key: i64) -> Vec<&Unit> {
        let mut path: Vec<&Unit> =
            std::iter::successors(self.by_key(key), |unit| self.by_key(unit.parent?)).collect();
        path.reverse();
        path
    }

    /// The units directly below.
    pub fn children(&self, key: i64) -> impl Iterator<Item = &Unit> {
        self.units
            .iter()
            .filter(move |unit| unit.parent == Some(key))
    }

    /// The unit's key and those of everything below it, ascending: a district's scope.
    pub fn subtree(&self, key: i64) -> Arc<[i64]> {
        let mut keys: Vec<i64> = self
            .units
            .iter()
            .filter(|unit| self.path(unit.key).iter().any(|above| above.key == key))
            .map(|unit| unit.key)
            .collect();
        keys.sort_unstable();
        keys.into()
    }

    /// The units that are ranked, in listing order.
    pub fn ranked(&self) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(|unit| unit.ranked)
    }
}
