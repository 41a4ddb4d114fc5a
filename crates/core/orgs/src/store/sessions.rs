//! Sessions, and the attempts to get one.

use super::accounts;
use crate::model::{Account, AccountId, Attempts, Login, oldest_alive};
use db::{ConnectionTrait, DbErr, execute, fetch_one};
use kernel::{Fault, Instant, Outcome};
use sea_orm::FromQueryResult;

/// A session with the account that it belongs to.
#[derive(Debug, Clone)]
pub(crate) struct SessionRow {
    pub(crate) account: Account,
    pub(crate) began_at: Instant,
    pub(crate) seen_at: Instant,
}

#[derive(FromQueryResult)]
struct Times {
    began_at: String,
    seen_at: String,
}

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    times: Times,
    #[sea_orm(nested)]
    account: accounts::Row,
}

/// The session with this token, dead or alive.
pub(crate) async fn find<C: ConnectionTrait>(
    connection: &C,
    token_hash: &str,
) -> Outcome<Option<SessionRow>> {
    let sql = format!(
        "SELECT {}, sessions.began_at, sessions.seen_at \
         FROM sessions JOIN accounts ON accounts.id = sessions.account_id \
         WHERE sessions.token_hash = $1",
        accounts::COLUMNS
    );
    let row: Option<Row> = fetch_one(connection, &sql, [token_hash.into()]).await?;
    row.map(|row| {
        let times = Instant::parse(&row.times.began_at).zip(Instant::parse(&row.times.seen_at));
        let (began_at, seen_at) =
            times.ok_or_else(|| Fault::broken("a session has a damaged time"))?;
        Ok(SessionRow {
            account: accounts::account_of(row.account)?,
            began_at,
            seen_at,
        })
    })
    .transpose()
}

/// Writes a new session.
pub(crate) async fn insert<C: ConnectionTrait>(
    connection: &C,
    token_hash: &str,
    account: AccountId,
    now: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "INSERT INTO sessions (token_hash, account_id, began_at, seen_at) \
         VALUES ($1, $2, $3, $3)",
        [
            token_hash.into(),
            account.key().into(),
            now.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Notes that the session was used.
pub(crate) async fn touch<C: ConnectionTrait>(
    connection: &C,
    token_hash: &str,
    now: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE sessions SET seen_at = $2 WHERE token_hash = $1",
        [token_hash.into(), now.to_string().into()],
    )
    .await?;
    Ok(())
}

/// Ends one session.
pub(crate) async fn delete<C: ConnectionTrait>(
    connection: &C,
    token_hash: &str,
) -> Result<(), DbErr> {
    let sql = "DELETE FROM sessions WHERE token_hash = $1";
    execute(connection, sql, [token_hash.into()]).await?;
    Ok(())
}

/// Ends every session of an account but `kept`.
pub(crate) async fn delete_others<C: ConnectionTrait>(
    connection: &C,
    account: AccountId,
    kept: &str,
) -> Result<(), DbErr> {
    execute(
        connection,
        "DELETE FROM sessions WHERE account_id = $1 AND token_hash <> $2",
        [account.key().into(), kept.into()],
    )
    .await?;
    Ok(())
}

/// Sweeps away sessions that are over and attempts of the day before.
pub(crate) async fn sweep<C: ConnectionTrait>(connection: &C, now: Instant) -> Result<(), DbErr> {
    let (began, seen) = oldest_alive(now);
    execute(
        connection,
        "DELETE FROM sessions WHERE began_at <= $1 OR seen_at <= $2",
        [began.to_string().into(), seen.to_string().into()],
    )
    .await?;
    execute(
        connection,
        "DELETE FROM sign_in_attempts WHERE last_at <= $1",
        [seen.to_string().into()],
    )
    .await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct AttemptsRow {
    failed: i32,
    locked_until: Option<String>,
}

/// The failed attempts of a login, whether or not it exists.
pub(crate) async fn attempts<C: ConnectionTrait>(
    connection: &C,
    login: &Login,
) -> Outcome<Attempts> {
    let row: Option<AttemptsRow> = fetch_one(
        connection,
        "SELECT failed, locked_until FROM sign_in_attempts WHERE login = $1",
        [login.as_str().into()],
    )
    .await?;
    Ok(row.map_or_else(Attempts::default, |row| Attempts {
        failed: row.failed,
        locked_until: row.locked_until.as_deref().and_then(Instant::parse),
    }))
}

/// Notes the attempts of a login.
pub(crate) async fn set_attempts<C: ConnectionTrait>(
    connection: &C,
    login: &Login,
    attempts: Attempts,
    now: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "INSERT INTO sign_in_attempts (login, failed, last_at, locked_until) \
         VALUES ($1, $2, $3, $4) ON CONFLICT (login) DO UPDATE \
         SET failed = excluded.failed, last_at = excluded.last_at, \
             locked_until = excluded.locked_until",
        [
            login.as_str().into(),
            attempts.failed.into(),
            now.to_string().into(),
            attempts.locked_until.map(|until| until.to_string()).into(),
        ],
    )
    .await?;
    Ok(())
}

/// Wipes the attempts of a login that has signed in.
pub(crate) async fn forget_attempts<C: ConnectionTrait>(
    connection: &C,
    login: &Login,
) -> Result<(), DbErr> {
    let sql = "DELETE FROM sign_in_attempts WHERE login = $1";
    execute(connection, sql, [login.as_str().into()]).await?;
    Ok(())
}
