//! Bulletins.

use crate::model::{Bulletin, BulletinId};
use db::{ConnectionTrait, DbErr, FromQueryResult, execute, fetch_all, fetch_one};
use kernel::{Fault, Instant, Month, Outcome, Page, PageQuery};
use ledger::Head;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    month: i32,
    template: String,
    body: String,
    context: String,
    figures: String,
    meta: String,
    head_seq: i64,
    head: Vec<u8>,
    hash: String,
    issued_at: String,
    issued_by: String,
}

impl Row {
    fn read(self) -> Outcome<Bulletin> {
        let id = BulletinId::new(self.id);
        let unreadable =
            |column: &str| Fault::broken(format!("bulletin {id}: {column} cannot be read"));
        Ok(Bulletin {
            id,
            month: Month::from_number(self.month).map_err(|_| unreadable("month"))?,
            template: self.template,
            body: self.body,
            context: serde_json::from_str(&self.context)?,
            figures: serde_json::from_str(&self.figures)?,
            meta: serde_json::from_str(&self.meta)?,
            head: Head {
                seq: self.head_seq,
                hash: self.head.try_into().map_err(|_| unreadable("head"))?,
            },
            hash: self.hash,
            issued_at: Instant::parse(&self.issued_at).ok_or_else(|| unreadable("issued_at"))?,
            issued_by: self.issued_by,
        })
    }
}

/// Writes an issued bulletin.
pub(crate) async fn insert(
    connection: &impl ConnectionTrait,
    bulletin: &Bulletin,
) -> Result<(), DbErr> {
    let json = |value: Result<String, serde_json::Error>| value.expect("plain data serializes");
    execute(
        connection,
        "INSERT INTO bulletins (id, month, template, title, document_number, body, context, figures, meta, \
         head_seq, head, hash, issued_at, issued_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        [
            bulletin.id.key().into(),
            bulletin.month.number().into(),
            bulletin.template.as_str().into(),
            bulletin.meta.title.as_str().into(),
            bulletin.meta.document_number.clone().unwrap_or_default().into(),
            bulletin.body.as_str().into(),
            json(serde_json::to_string(&bulletin.context)).into(),
            json(serde_json::to_string(&bulletin.figures)).into(),
            json(serde_json::to_string(&bulletin.meta)).into(),
            bulletin.head.seq.into(),
            bulletin.head.hash.to_vec().into(),
            bulletin.hash.as_str().into(),
            bulletin.issued_at.to_string().into(),
            bulletin.issued_by.as_str().into(),
        ],
    )
    .await?;
    Ok(())
}

/// Finds a bulletin.
pub(crate) async fn find(
    connection: &impl ConnectionTrait,
    id: BulletinId,
) -> Outcome<Option<Bulletin>> {
    let row: Option<Row> = fetch_one(
        connection,
        "SELECT * FROM bulletins WHERE id = $1",
        [id.key().into()],
    )
    .await?;
    row.map(Row::read).transpose()
}

/// The bulletins issued of this month and template, newest first.
pub(crate) async fn find_issued(
    connection: &impl ConnectionTrait,
    month: Month,
    template: &str,
) -> Outcome<Vec<Bulletin>> {
    let rows: Vec<Row> = fetch_all(
        connection,
        "SELECT * FROM bulletins WHERE month = $1 AND template = $2 ORDER BY id DESC",
        [month.number().into(), template.into()],
    )
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// A bulletin as far as finding it needs.
#[derive(Debug, FromQueryResult)]
pub(crate) struct TitleRow {
    pub id: i64,
    pub title: String,
    pub document_number: String,
}

/// The bulletins issued at `since` or later; all without it. There are a few hundred.
pub(crate) async fn titles_since(
    connection: &impl ConnectionTrait,
    since: Option<&str>,
) -> Result<Vec<TitleRow>, DbErr> {
    fetch_all(
        connection,
        "SELECT id, title, document_number FROM bulletins WHERE issued_at >= $1",
        [since.unwrap_or("").into()],
    )
    .await
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

/// A page of bulletins, newest first.
pub(crate) async fn page(
    connection: &impl ConnectionTrait,
    query: &PageQuery,
) -> Outcome<Page<Bulletin>> {
    let after = match &query.after {
        Some(text) => text.parse::<BulletinId>().map_or(i64::MAX, BulletinId::key),
        None => i64::MAX,
    };
    let size = query.size();
    let limit = i64::try_from(size + 1).expect("pages are short");
    let rows: Vec<Row> = fetch_all(
        connection,
        "SELECT * FROM bulletins WHERE id < $1 ORDER BY id DESC LIMIT $2",
        [after.into(), limit.into()],
    )
    .await?;
    let more = rows.len() as u64 == size + 1;
    let mut items = rows
        .into_iter()
        .map(Row::read)
        .collect::<Outcome<Vec<Bulletin>>>()?;
    if more {
        items.pop();
    }
    let count: Option<CountRow> =
        fetch_one(connection, "SELECT COUNT(*) AS count FROM bulletins", []).await?;
    Ok(Page {
        next: if more {
            items.last().map(|bulletin| bulletin.id.to_string())
        } else {
            None
        },
        items,
        total: count.map_or(0, |row| u64::try_from(row.count).unwrap_or(0)),
        total_exact: true,
    })
}
