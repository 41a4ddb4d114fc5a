//! Roles, and the one table of what each may do.

use kernel::Permission;
use serde::{Deserialize, Serialize};

/// What an account is for. An account has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Looks after accounts; sees no business data.
    Administrator,
    /// The city's bureau: records, closes months, issues bulletins.
    Bureau,
    /// A district's or zone's office: its own subtree.
    District,
    /// Sees, changes nothing.
    Reader,
}

/// The permissions of each role. Slices declare permissions, roles name them; a test over
/// the whole router checks that every name here is needed by an operation, and that every
/// operation's permission is held by somebody.
const TABLE: &[(&str, &[Role])] = {
    use Role::{Administrator, Bureau, District, Reader};
    const READERS: &[Role] = &[Bureau, District, Reader];
    const OFFICES: &[Role] = &[Bureau, District];
    &[
        ("accounts.read", &[Administrator]),
        ("accounts.write", &[Administrator]),
        ("activities.read", READERS),
        ("activities.write", &[Bureau]),
        ("bulletins.read", READERS),
        ("bulletins.write", &[Bureau]),
        ("campaigns.read", READERS),
        ("campaigns.write", &[Bureau]),
        ("chains.read", READERS),
        ("chains.write", &[Bureau]),
        ("companies.read", READERS),
        ("companies.write", &[Bureau]),
        ("divisions.read", &[Administrator, Bureau, District, Reader]),
        ("figures.read", READERS),
        ("find.read", READERS),
        ("funds.read", READERS),
        ("funds.write", &[Bureau]),
        ("imports.read", OFFICES),
        ("imports.write", &[Bureau]),
        ("lineage.read", READERS),
        ("months.write", &[Bureau]),
        ("opportunities.read", READERS),
        ("opportunities.write", &[Bureau]),
        ("plans.write", &[Bureau]),
        ("platforms.read", READERS),
        ("platforms.write", &[Bureau]),
        ("policy_documents.read", READERS),
        ("policy_documents.write", &[Bureau]),
        ("problems.read", READERS),
        ("problems.write", &[Bureau]),
        ("projects.read", READERS),
        ("projects.write", &[Bureau]),
        ("rosters.read", READERS),
        ("rosters.write", &[Bureau]),
        ("targets.read", READERS),
        ("targets.write", &[Bureau]),
        ("units.read", &[Administrator, Bureau, District, Reader]),
        ("units.write", &[Bureau]),
        ("views.write", READERS),
        ("visits.read", READERS),
        ("visits.write", &[Bureau]),
    ]
};

/// Every permission name of the table.
pub fn permission_names() -> impl Iterator<Item = &'static str> {
    TABLE.iter().map(|(name, _)| *name)
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [
        Self::Administrator,
        Self::Bureau,
        Self::District,
        Self::Reader,
    ];

    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Bureau => "bureau",
            Self::District => "district",
            Self::Reader => "reader",
        }
    }

    /// The role that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    /// What the role may do.
    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        TABLE
            .iter()
            .filter(move |(_, roles)| roles.contains(&self))
            .map(|(name, _)| Permission(name))
    }

    /// Whether an account of this role must name a unit.
    pub const fn needs_unit(self) -> bool {
        matches!(self, Self::District)
    }

    /// Whether an account of this role may name one.
    pub const fn may_have_unit(self) -> bool {
        matches!(self, Self::District | Self::Reader)
    }
}

impl std::str::FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::from_word(text).ok_or_else(|| {
            let words: Vec<&str> = Self::ALL.into_iter().map(Self::word).collect();
            format!("one of {}", words.join(", "))
        })
    }
}
