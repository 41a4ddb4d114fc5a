//! Companies' honours in the table.

use super::condition::Condition;
use super::{fetch_by_keys, unreadable};
use crate::model::{CompanyId, Honour, HonourId, HonourKind};
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute, fetch_all};
use kernel::{Instant, Outcome};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    company_id: i64,
    honour: String,
    year: i32,
    source: String,
    revision: i32,
    updated_at: String,
}

const COLUMNS: &str = "h.id, h.company_id, h.honour, h.year, h.source, h.revision, h.updated_at";

impl Row {
    fn read(self) -> Outcome<Honour> {
        let bad = |column: &str| unreadable("honour", self.id, column);
        Ok(Honour {
            id: HonourId::new(self.id),
            company: CompanyId::new(self.company_id),
            honour: HonourKind::from_word(&self.honour).ok_or_else(|| bad("honour"))?,
            updated_at: Instant::parse(&self.updated_at).ok_or_else(|| bad("updated_at"))?,
            year: self.year,
            source: self.source,
            revision: self.revision,
        })
    }
}

fn read_all(rows: Vec<Row>) -> Outcome<Vec<Honour>> {
    rows.into_iter().map(Row::read).collect()
}

/// The honours of these companies, the newest first.
pub(crate) async fn honours_of<C: ConnectionTrait>(
    connection: &C,
    companies: &[i64],
) -> Outcome<Vec<Honour>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM company_honours h WHERE h.removed_at IS NULL \
         AND h.company_id IN ({{keys}}) ORDER BY h.company_id, h.year DESC, h.id"
    );
    read_all(fetch_by_keys(connection, &sql, companies).await?)
}

/// The standing honours with these keys.
pub(crate) async fn honours_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Honour>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM company_honours h \
         WHERE h.removed_at IS NULL AND h.id IN ({{keys}})"
    );
    read_all(fetch_by_keys(connection, &sql, ids).await?)
}

/// Every honour, of one kind and year where given, in the order of entry.
pub(crate) async fn export_honours<C: ConnectionTrait>(
    connection: &C,
    honour: Option<HonourKind>,
    year: Option<i32>,
) -> Outcome<Vec<Honour>> {
    let mut condition = Condition::default();
    condition.and("h.removed_at IS NULL", []);
    if let Some(honour) = honour {
        condition.and("h.honour = {}", [honour.word().into()]);
    }
    if let Some(year) = year {
        condition.and("h.year = {}", [year.into()]);
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM company_honours h WHERE {} ORDER BY h.id",
        condition.text()
    );
    read_all(fetch_all(connection, &sql, condition.values).await?)
}

/// Writes new honours.
pub(crate) async fn insert_honours<C: ConnectionTrait>(
    connection: &C,
    honours: &[Honour],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "company_id",
        "honour",
        "year",
        "source",
        "revision",
        "created_at",
        "updated_at",
    ];
    let mut rows = Rows::new("company_honours", &columns, "");
    for honour in honours {
        let at: Value = honour.updated_at.to_string().into();
        rows.push([
            honour.id.key().into(),
            honour.company.key().into(),
            honour.honour.word().into(),
            honour.year.into(),
            honour.source.as_str().into(),
            honour.revision.into(),
            at.clone(),
            at,
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes an honour's source anew: all else is its key.
pub(crate) async fn rewrite_honour<C: ConnectionTrait>(
    connection: &C,
    honour: &Honour,
) -> Result<(), DbErr> {
    let values = [
        honour.id.key().into(),
        honour.source.as_str().into(),
        honour.revision.into(),
        honour.updated_at.to_string().into(),
    ];
    let sql =
        "UPDATE company_honours SET source = $2, revision = $3, updated_at = $4 WHERE id = $1";
    execute(connection, sql, values).await?;
    Ok(())
}

/// Takes honours away.
pub(crate) async fn remove_honours<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
    at: Instant,
) -> Result<(), DbErr> {
    for &id in ids {
        let sql =
            "UPDATE company_honours SET removed_at = $2, revision = revision + 1 WHERE id = $1";
        execute(connection, sql, [id.into(), at.to_string().into()]).await?;
    }
    Ok(())
}
