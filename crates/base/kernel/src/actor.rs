//! Who acts, what they may do, and over which units.

use std::collections::BTreeSet;
use std::sync::Arc;

/// A named right to do one sort of thing, such as `figures.read`. Slices define theirs
/// as constants; roles are sets of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permission(pub &'static str);

/// Which units' rows an actor may see and touch. Every scoped query takes one, so none
/// can forget it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The whole city.
    Everything,
    /// These units only: a district's own subtree.
    Units(Arc<[i64]>),
    /// No business data at all: the administrator of accounts.
    Nothing,
}

impl Scope {
    /// Whether rows of `unit` lie inside.
    pub fn covers(&self, unit: i64) -> bool {
        match self {
            Self::Everything => true,
            Self::Units(units) => units.contains(&unit),
            Self::Nothing => false,
        }
    }
}

/// The person (or command) behind a use case.
#[derive(Debug, Clone)]
pub struct Actor {
    /// The account's key; 0 for the command line.
    pub account: i64,
    /// How the journal names the actor: the account's display name.
    pub name: String,
    /// What the actor may do.
    pub permissions: BTreeSet<Permission>,
    /// Where the actor may do it.
    pub scope: Scope,
}

impl Actor {
    /// The operator at the machine's own command line, who holds the database file anyway.
    pub fn operator(permissions: impl IntoIterator<Item = Permission>) -> Self {
        Self {
            account: 0,
            name: "命令行".into(),
            permissions: permissions.into_iter().collect(),
            scope: Scope::Everything,
        }
    }

    /// Whether the actor holds `permission`.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_of_units_covers_those_and_no_other() {
        let scope = Scope::Units(vec![3, 5].into());
        assert!(scope.covers(3));
        assert!(!scope.covers(4));
        assert!(Scope::Everything.covers(4));
        assert!(!Scope::Nothing.covers(3));
    }
}
