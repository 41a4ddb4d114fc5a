//! An account in replies.

use crate::model::{Account, OneTimePassword, Role, Unit, UnitRef, UnitTree};
use kernel::{Id, Instant};
use serde::Serialize;

/// An account, as the administrator sees it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct AccountOut {
    /// Its id.
    #[schema(value_type = String)]
    id: Id<Account>,
    /// What is typed to sign in.
    login: String,
    /// How others see it.
    name: String,
    /// What it is for.
    role: Role,
    /// The unit it works for, if any.
    #[schema(required)]
    unit: Option<UnitRef>,
    /// Whether it may no longer sign in.
    disabled: bool,
    /// Whether its one-time password has not been changed yet.
    must_change_password: bool,
    /// When it was made.
    #[schema(value_type = String, format = DateTime)]
    created_at: Instant,
}

/// An account with the password that is shown this once.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct AccountWithPasswordOut {
    /// The account.
    account: AccountOut,
    /// To be handed over, and changed at the first sign-in.
    one_time_password: String,
}

impl AccountOut {
    /// `account` with its unit looked up in `tree`.
    pub(crate) fn of(account: Account, tree: &UnitTree) -> Self {
        let unit = account.unit.and_then(|unit| tree.by_key(unit));
        Self {
            id: account.id,
            login: account.login,
            name: account.name,
            role: account.role,
            unit: unit.map(Unit::to_ref),
            disabled: account.disabled,
            must_change_password: account.must_change_password,
            created_at: account.created_at,
        }
    }

    /// The same, with its one-time password.
    pub(crate) fn with(self, password: &OneTimePassword) -> AccountWithPasswordOut {
        AccountWithPasswordOut {
            account: self,
            one_time_password: password.reveal().to_owned(),
        }
    }
}
