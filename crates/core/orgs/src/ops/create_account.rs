//! Making an account.

use super::hashing;
use crate::model::{Account, Login, OneTimePassword, Role, UnitTree};
use crate::permits::WriteAccounts;
use crate::store::{accounts, audit, units};
use db::violates_unique;
use http_base::{Allowed, App};
use kernel::{Fault, Fields, Outcome};
use serde_json::json;

/// An account to be made.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// What will be typed to sign in.
    pub login: String,
    /// How others see it.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// The unit it works for: needed for a district, possible for a reader.
    pub unit_code: Option<String>,
}

/// The most characters of a name.
const LONGEST_NAME: usize = 64;

/// Makes an account with a one-time password, which is returned and kept nowhere.
pub async fn create_account(
    app: &App,
    actor: &Allowed<WriteAccounts>,
    new: NewAccount,
) -> Outcome<(Account, OneTimePassword)> {
    let tree = units::tree(app.database.reader()).await?;
    let mut wrong = Fields::default();
    let login = Login::parse(&new.login);
    if login.is_none() {
        wrong.refuse(
            "login",
            "orgs.login_malformed",
            json!({ "min": 2, "max": 32 }),
        );
    }
    check_name(&mut wrong, &new.name);
    let unit = unit_of(&mut wrong, &tree, new.role, new.unit_code.as_deref());
    wrong.done()?;
    let login = login.ok_or_else(|| Fault::broken("a login that was checked is none"))?;

    let account = Account {
        id: app.ids.id(),
        login: login.as_str().to_owned(),
        name: new.name.trim().to_owned(),
        role: new.role,
        unit,
        disabled: false,
        must_change_password: true,
        created_at: app.now(),
    };
    let password = OneTimePassword::fresh()?;
    let hash = hashing::hash(password.reveal().to_owned()).await?;
    let tx = app.database.begin_write().await?;
    if let Err(error) = accounts::insert(&tx, &account, &hash).await {
        if violates_unique(&error, "accounts", &["login"]) {
            let mut taken = Fields::default();
            taken.refuse("login", "orgs.login_taken", json!({}));
            taken.done()?;
        }
        return Err(error.into());
    }
    let detail = json!({ "role": account.role, "unit": new.unit_code });
    audit::note(&tx, app, actor, "account.created", &account.login, detail).await?;
    tx.commit().await?;
    Ok((account, password))
}

pub(super) fn check_name(wrong: &mut Fields, name: &str) {
    match name.trim().chars().count() {
        0 => wrong.refuse("name", "field.empty", json!({})),
        length if length > LONGEST_NAME => {
            wrong.refuse("name", "field.too_long", json!({ "max": LONGEST_NAME }));
        }
        _ => {}
    }
}

/// The unit that an account of `role` works for, with what is wrong about it noted.
pub(super) fn unit_of(
    wrong: &mut Fields,
    tree: &UnitTree,
    role: Role,
    code: Option<&str>,
) -> Option<i64> {
    match code {
        None if role.needs_unit() => {
            wrong.refuse("unit_code", "orgs.unit_required", json!({ "role": role }));
            None
        }
        None => None,
        Some(_) if !role.may_have_unit() => {
            wrong.refuse(
                "unit_code",
                "orgs.unit_not_allowed",
                json!({ "role": role }),
            );
            None
        }
        Some(code) => {
            let unit = tree.by_code(code);
            if unit.is_none() {
                wrong.refuse("unit_code", "orgs.unit_unknown", json!({ "code": code }));
            }
            unit.map(|unit| unit.key)
        }
    }
}
