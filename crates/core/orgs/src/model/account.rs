//! An account: somebody who signs in.

use super::role::Role;
use kernel::{Entity, Id, Instant};

/// The key of an [`Account`].
pub type AccountId = Id<Account>;

/// An account as it stands now, without its password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its key.
    pub id: AccountId,
    /// What is typed to sign in.
    pub login: String,
    /// How the journal and other people see it.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// The unit it works for.
    pub unit: Option<i64>,
    /// Whether it may no longer sign in.
    pub disabled: bool,
    /// Whether its password is a one-time one, to be changed first.
    pub must_change_password: bool,
    /// When it was made.
    pub created_at: Instant,
}

impl Entity for Account {
    const PREFIX: &'static str = "acc";
}

/// What is typed to sign in: 2 to 32 of `a-z 0-9 . _ -`, whatever case it was typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login(String);

impl Login {
    /// The login, if `text` can be one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        ((2..=32).contains(&text.len()) && text.bytes().all(allowed)).then_some(Self(text))
    }

    /// The text, in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
