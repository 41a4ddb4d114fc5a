//! Changing what an account is for, or closing it.

use super::create_account::{check_name, unit_of};
use crate::model::{Account, AccountId, Role};
use crate::permits::WriteAccounts;
use crate::store::{accounts, audit, sessions, units};
use http_base::{Allowed, App};
use kernel::{Fields, Outcome};
use serde_json::json;

kernel::refusals! {
    /// Why an account is left as it is.
    pub enum AccountRefusal {
        /// There is no such account.
        NotFound = (NotFound, "orgs.account_not_found"),
        /// It is the last administrator who can sign in: nobody could make accounts then.
        LastAdministrator = (Conflict, "orgs.last_administrator"),
        /// One's own account is for another administrator to change.
        OwnAccount = (Conflict, "orgs.own_account"),
    }
}

/// What is to change; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct AccountChange {
    /// How others see it.
    pub name: Option<String>,
    /// What it is for. A role that takes no unit loses the account's.
    pub role: Option<Role>,
    /// The unit it works for.
    pub unit_code: Option<String>,
    /// Whether it may no longer sign in; closing it ends its sessions.
    pub disabled: Option<bool>,
}

/// Changes an account.
pub async fn update_account(
    app: &App,
    actor: &Allowed<WriteAccounts>,
    id: AccountId,
    change: AccountChange,
) -> Outcome<Account> {
    let tx = app.database.begin_write().await?;
    let Some(account) = accounts::find(&tx, id).await? else {
        return Err(AccountRefusal::NotFound.into());
    };
    let tree = units::tree(&tx).await?;
    let mut wrong = Fields::default();
    let role = change.role.unwrap_or(account.role);
    let kept = account
        .unit
        .filter(|_| role.may_have_unit())
        .and_then(|unit| tree.by_key(unit))
        .map(|unit| unit.code.clone());
    let unit_code = change.unit_code.clone().or(kept);
    let unit = unit_of(&mut wrong, &tree, role, unit_code.as_deref());
    if let Some(name) = &change.name {
        check_name(&mut wrong, name);
    }
    wrong.done()?;
    let changed = Account {
        name: change
            .name
            .map_or(account.name.clone(), |name| name.trim().to_owned()),
        role,
        unit,
        disabled: change.disabled.unwrap_or(account.disabled),
        ..account.clone()
    };
    let loses_rights = changed.role != account.role || changed.disabled;
    if loses_rights && account.id.key() == actor.account {
        return Err(AccountRefusal::OwnAccount.into());
    }
    if loses_rights
        && account.role == Role::Administrator
        && accounts::other_administrators(&tx, account.id).await? == 0
    {
        return Err(AccountRefusal::LastAdministrator.into());
    }
    accounts::update(&tx, &changed).await?;
    if changed.disabled {
        sessions::delete_others(&tx, account.id, "").await?;
    }
    let detail = json!({
        "name": changed.name, "role": changed.role, "unit": unit_code, "disabled": changed.disabled,
    });
    audit::note(&tx, app, actor, "account.changed", &account.login, detail).await?;
    tx.commit().await?;
    Ok(changed)
}
