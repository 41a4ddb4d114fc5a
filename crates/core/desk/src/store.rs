//! Every query of this crate.

use crate::model::{SavedView, ViewId};
use db::{ConnectionTrait, DbErr, FromQueryResult, execute, fetch_all};
use kernel::{Fault, Instant, Outcome};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    page: String,
    name: String,
    query: String,
    created_at: String,
}

/// The views of an account for a page, by name; of all pages without one.
pub(crate) async fn views(
    connection: &impl ConnectionTrait,
    account: i64,
    page: Option<&str>,
) -> Outcome<Vec<SavedView>> {
    let sql = "SELECT id, page, name, query, created_at FROM saved_views \
         WHERE account_id = $1 AND (page = $2 OR $2 = '') ORDER BY page, name";
    let rows: Vec<Row> =
        fetch_all(connection, sql, [account.into(), page.unwrap_or("").into()]).await?;
    rows.into_iter()
        .map(|row| {
            let id = ViewId::new(row.id);
            let created_at = Instant::parse(&row.created_at)
                .ok_or_else(|| Fault::broken(format!("view {id}: created_at cannot be read")))?;
            Ok(SavedView {
                id,
                page: row.page,
                name: row.name,
                query: row.query,
                created_at,
            })
        })
        .collect()
}

/// Saves a view; one of the same name on the same page gives way.
pub(crate) async fn save(
    connection: &impl ConnectionTrait,
    account: i64,
    view: &SavedView,
) -> Result<(), DbErr> {
    execute(
        connection,
        "DELETE FROM saved_views WHERE account_id = $1 AND page = $2 AND name = $3",
        [
            account.into(),
            view.page.as_str().into(),
            view.name.as_str().into(),
        ],
    )
    .await?;
    execute(
        connection,
        "INSERT INTO saved_views (id, account_id, page, name, query, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        [
            view.id.key().into(),
            account.into(),
            view.page.as_str().into(),
            view.name.as_str().into(),
            view.query.as_str().into(),
            view.created_at.to_string().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Removes a view of an account; whether it was there.
pub(crate) async fn remove(
    connection: &impl ConnectionTrait,
    account: i64,
    id: ViewId,
) -> Result<bool, DbErr> {
    let removed = execute(
        connection,
        "DELETE FROM saved_views WHERE id = $1 AND account_id = $2",
        [id.key().into(), account.into()],
    )
    .await?;
    Ok(removed > 0)
}
