//! Accounts and their passwords.

use crate::model::{Account, AccountId, Login, Role};
use db::{ConnectionTrait, DbErr, execute, fetch_all, fetch_one};
use kernel::{Fault, Instant, Outcome, Page, PageQuery};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
pub(super) struct Row {
    id: i64,
    login: String,
    name: String,
    role: String,
    unit_id: Option<i64>,
    disabled: bool,
    must_change_password: bool,
    created_at: String,
}

/// The columns of [`Row`], of a table named `accounts`.
pub(super) const COLUMNS: &str = "accounts.id, accounts.login, accounts.name, accounts.role, \
     accounts.unit_id, accounts.disabled, accounts.must_change_password, accounts.created_at";

pub(super) fn account_of(row: Row) -> Outcome<Account> {
    let damaged = |what: &str| Fault::broken(format!("account {} has a damaged {what}", row.id));
    Ok(Account {
        id: AccountId::new(row.id),
        role: Role::from_word(&row.role).ok_or_else(|| damaged("role"))?,
        created_at: Instant::parse(&row.created_at).ok_or_else(|| damaged("created_at"))?,
        login: row.login,
        name: row.name,
        unit: row.unit_id,
        disabled: row.disabled,
        must_change_password: row.must_change_password,
    })
}

#[derive(FromQueryResult)]
struct Count {
    n: i64,
}

#[derive(FromQueryResult)]
struct Hash {
    password_hash: String,
}

/// Whether there is no account yet: the first start.
pub(crate) async fn none_yet<C: ConnectionTrait>(connection: &C) -> Outcome<bool> {
    let count: Option<Count> =
        fetch_one(connection, "SELECT COUNT(*) AS n FROM accounts", []).await?;
    Ok(count.is_none_or(|count| count.n == 0))
}

/// How many administrators can sign in, leaving `except` out.
pub(crate) async fn other_administrators<C: ConnectionTrait>(
    connection: &C,
    except: AccountId,
) -> Outcome<i64> {
    let count: Option<Count> = fetch_one(
        connection,
        "SELECT COUNT(*) AS n FROM accounts \
         WHERE role = 'administrator' AND NOT disabled AND id <> $1",
        [except.key().into()],
    )
    .await?;
    Ok(count.map_or(0, |count| count.n))
}

/// The account with this key.
pub(crate) async fn find<C: ConnectionTrait>(
    connection: &C,
    id: AccountId,
) -> Outcome<Option<Account>> {
    let sql = format!("SELECT {COLUMNS} FROM accounts WHERE id = $1");
    let row: Option<Row> = fetch_one(connection, &sql, [id.key().into()]).await?;
    row.map(account_of).transpose()
}

/// The account with this login.
pub(crate) async fn find_by_login<C: ConnectionTrait>(
    connection: &C,
    login: &Login,
) -> Outcome<Option<Account>> {
    let sql = format!("SELECT {COLUMNS} FROM accounts WHERE login = $1");
    let row: Option<Row> = fetch_one(connection, &sql, [login.as_str().into()]).await?;
    row.map(account_of).transpose()
}

/// A page of accounts by login.
pub(crate) async fn page<C: ConnectionTrait>(
    connection: &C,
    query: &PageQuery,
) -> Outcome<Page<Account>> {
    let size = query.size();
    let sql = format!(
        "SELECT {COLUMNS} FROM accounts WHERE login > $1 ORDER BY login LIMIT {}",
        size + 1
    );
    let after = query.after.clone().unwrap_or_default();
    let rows: Vec<Row> = fetch_all(connection, &sql, [after.into()]).await?;
    let count: Option<Count> =
        fetch_one(connection, "SELECT COUNT(*) AS n FROM accounts", []).await?;
    let mut items = rows
        .into_iter()
        .map(account_of)
        .collect::<Outcome<Vec<_>>>()?;
    let more = items.len() as u64 > size;
    if more {
        items.pop();
    }
    Ok(Page {
        next: more
            .then(|| items.last().map(|last| last.login.clone()))
            .flatten(),
        items,
        total: count.map_or(0, |count| count.n.unsigned_abs()),
        total_exact: true,
    })
}

/// The hash of the account's password.
pub(crate) async fn password_hash<C: ConnectionTrait>(
    connection: &C,
    id: AccountId,
) -> Outcome<Option<String>> {
    let row: Option<Hash> = fetch_one(
        connection,
        "SELECT password_hash FROM accounts WHERE id = $1",
        [id.key().into()],
    )
    .await?;
    Ok(row.map(|row| row.password_hash))
}

/// Writes a new account.
pub(crate) async fn insert<C: ConnectionTrait>(
    connection: &C,
    account: &Account,
    password_hash: &str,
) -> Result<(), DbErr> {
    execute(
        connection,
        "INSERT INTO accounts (id, login, name, role, unit_id, disabled, password_hash, \
                               must_change_password, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            account.id.key().into(),
            account.login.as_str().into(),
            account.name.as_str().into(),
            account.role.word().into(),
            account.unit.into(),
            account.disabled.into(),
            password_hash.into(),
            account.must_change_password.into(),
            account.created_at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes what may change of an account, without its password.
pub(crate) async fn update<C: ConnectionTrait>(
    connection: &C,
    account: &Account,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE accounts SET name = $2, role = $3, unit_id = $4, disabled = $5 WHERE id = $1",
        [
            account.id.key().into(),
            account.name.as_str().into(),
            account.role.word().into(),
            account.unit.into(),
            account.disabled.into(),
        ],
    )
    .await?;
    Ok(())
}

/// Writes a new password, one-time or chosen.
pub(crate) async fn set_password<C: ConnectionTrait>(
    connection: &C,
    id: AccountId,
    password_hash: &str,
    one_time: bool,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE accounts SET password_hash = $2, must_change_password = $3 WHERE id = $1",
        [id.key().into(), password_hash.into(), one_time.into()],
    )
    .await?;
    Ok(())
}
