//! Which units are credited with a project.

use ledger::{Credit, CreditMode};
use orgs::UnitTree;

/// How units share the credit of a project (domain rule 5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditSplit {
    /// The lead unit, whose count it is.
    pub lead: i64,
    /// The unit it shares with.
    pub joint: Option<i64>,
    /// How they share.
    pub mode: CreditMode,
    /// The lead's basis points under 按比例; 10,000 otherwise.
    pub lead_bp: i64,
}

impl CreditSplit {
    /// One unit has it whole.
    pub const fn exclusive(lead: i64) -> Self {
        Self {
            lead,
            joint: None,
            mode: CreditMode::Exclusive,
            lead_bp: 10_000,
        }
    }

    /// The units with their basis points, the lead first.
    pub fn shares(&self) -> Vec<(i64, i64)> {
        let joint_bp = match self.mode {
            CreditMode::Shared => 10_000 - self.lead_bp,
            CreditMode::Exclusive | CreditMode::Double => 10_000,
        };
        let joint = self.joint.map(|unit| (unit, joint_bp));
        std::iter::once((self.lead, self.lead_bp))
            .chain(joint)
            .collect()
    }

    /// The credits that a fact of today carries: each unit with those above it, nearest
    /// first.
    pub fn credits(&self, tree: &UnitTree) -> Vec<Credit> {
        let above = |unit: i64| {
            let path = tree.path(unit);
            path.iter().rev().skip(1).map(|unit| unit.key).collect()
        };
        self.shares()
            .into_iter()
            .map(|(unit, basis_points)| Credit {
                unit,
                above: above(unit),
                basis_points,
                mode: self.mode,
            })
            .collect()
    }
}

/// The word of a mode in the database and in JSON, which is the journal's.
pub(crate) const fn mode_word(mode: CreditMode) -> &'static str {
    match mode {
        CreditMode::Exclusive => "exclusive",
        CreditMode::Shared => "shared",
        CreditMode::Double => "double",
    }
}

/// The mode that a word names.
pub(crate) fn mode_from_word(word: &str) -> Option<CreditMode> {
    [
        CreditMode::Exclusive,
        CreditMode::Shared,
        CreditMode::Double,
    ]
    .into_iter()
    .find(|mode| mode_word(*mode) == word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use orgs::{Unit, UnitKind};

    fn unit(key: i64, parent: Option<i64>) -> Unit {
        Unit {
            key,
            code: format!("u{key}"),
            name: format!("单位{key}"),
            name_en: String::new(),
            kind: if parent.is_none() {
                UnitKind::City
            } else {
                UnitKind::Division
            },
            parent,
            division_code: None,
            ranked: true,
            tile: None,
        }
    }

    #[test]
    fn credits_name_the_units_above_nearest_first() {
        let units = vec![
            unit(1, None),
            unit(2, Some(1)),
            unit(3, Some(2)),
            unit(4, Some(1)),
        ];
        let tree = UnitTree::new(units).unwrap();
        let split = CreditSplit {
            lead: 3,
            joint: Some(4),
            mode: CreditMode::Shared,
            lead_bp: 3_000,
        };
        let credits = split.credits(&tree);
        assert_eq!(credits[0].above, [2, 1]);
        assert_eq!((credits[0].unit, credits[0].basis_points), (3, 3_000));
        assert_eq!((credits[1].unit, credits[1].basis_points), (4, 7_000));
        assert_eq!(credits[1].above, [1]);
    }

    #[test]
    fn both_units_have_a_doubly_credited_project_whole() {
        let split = CreditSplit {
            lead: 2,
            joint: Some(4),
            mode: CreditMode::Double,
            lead_bp: 10_000,
        };
        assert_eq!(split.shares(), [(2, 10_000), (4, 10_000)]);
        assert_eq!(CreditSplit::exclusive(2).shares(), [(2, 10_000)]);
    }
}
