//! Reading companies.

use super::{KEYS, placeholders};
use crate::model::{Company, Uscc, core_name, normal_name};
use db::{ConnectionTrait, Value, fetch_all, fetch_one};
use kernel::{Fault, Id, Instant, Outcome, Page, PageQuery};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// What a list of companies was asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct CompanyQuery {
    /// Part of a name or former name, or the beginning of a code.
    pub q: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    name: String,
    uscc: Option<String>,
    division_code: String,
    projects: i64,
    revision: i32,
    updated_at: String,
}

#[derive(FromQueryResult)]
struct AliasRow {
    company_id: i64,
    name: String,
}

#[derive(FromQueryResult)]
struct CountRow {
    count: i64,
}

const COLUMNS: &str = "c.id, c.name, c.uscc, c.division_code, c.projects, c.revision, c.updated_at";

/// A page counts to this, then says that there are more.
const COUNTED: i64 = 10_000;

async fn with_aliases<C: ConnectionTrait>(connection: &C, rows: Vec<Row>) -> Outcome<Vec<Company>> {
    let mut aliases: HashMap<i64, Vec<String>> = HashMap::new();
    let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
    for chunk in ids.chunks(KEYS) {
        let sql = format!(
            "SELECT company_id, name FROM company_aliases WHERE company_id IN ({}) ORDER BY company_id, n",
            placeholders(1, chunk.len())
        );
        let found: Vec<AliasRow> =
            fetch_all(connection, &sql, chunk.iter().map(|&id| id.into())).await?;
        for row in found {
            aliases.entry(row.company_id).or_default().push(row.name);
        }
    }
    rows.into_iter()
        .map(|row| {
            let unreadable = |column: &str| {
                Fault::broken(format!("company {} has an unreadable {column}", row.id))
            };
            let uscc = match row.uscc {
                Some(text) => Some(Uscc::parse(&text).map_err(|_| unreadable("uscc"))?),
                None => None,
            };
            Ok(Company {
                aliases: aliases.remove(&row.id).unwrap_or_default(),
                updated_at: Instant::parse(&row.updated_at)
                    .ok_or_else(|| unreadable("updated_at"))?,
                id: Id::new(row.id),
                name: row.name,
                uscc,
                division_code: row.division_code,
                projects: row.projects,
                revision: row.revision,
            })
        })
        .collect()
}

/// The companies with these keys, removed ones too: what others refer to can be named.
pub(crate) async fn by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Company>> {
    let mut rows = Vec::new();
    for chunk in ids.chunks(KEYS) {
        let sql = format!(
            "SELECT {COLUMNS} FROM companies c WHERE c.id IN ({})",
            placeholders(1, chunk.len())
        );
        let values = chunk.iter().map(|&id| Value::from(id));
        rows.extend(fetch_all::<Row, _>(connection, &sql, values).await?);
    }
    with_aliases(connection, rows).await
}

/// Every company that bears one of these codes or normalised names, as name or alias.
pub(crate) async fn candidates<C: ConnectionTrait>(
    connection: &C,
    codes: &[String],
    names: &[String],
) -> Outcome<Vec<Company>> {
    let mut rows: HashMap<i64, Row> = HashMap::new();
    let searches = [
        (codes, "c.uscc IN"),
        (names, "c.normal_name IN"),
        (
            names,
            "c.id IN (SELECT a.company_id FROM company_aliases a WHERE a.normal_name IN",
        ),
    ];
    for (keys, search) in searches {
        let close = if search.contains("SELECT") { "))" } else { ")" };
        for chunk in keys.chunks(KEYS) {
            let sql = format!(
                "SELECT {COLUMNS} FROM companies c WHERE c.removed_at IS NULL AND {search} ({}{close}",
                placeholders(1, chunk.len())
            );
            let values = chunk.iter().map(|key| Value::from(key.as_str()));
            let found: Vec<Row> = fetch_all(connection, &sql, values).await?;
            rows.extend(found.into_iter().map(|row| (row.id, row)));
        }
    }
    let mut rows: Vec<Row> = rows.into_values().collect();
    rows.sort_unstable_by_key(|row| row.id);
    with_aliases(connection, rows).await
}

/// The condition of a list and its values, from `$1` on.
fn condition(query: &CompanyQuery) -> (String, Vec<Value>) {
    let wanted = query
        .q
        .as_deref()
        .map(normal_name)
        .filter(|text| !text.is_empty());
    let Some(wanted) = wanted else {
        return ("c.removed_at IS NULL".to_owned(), Vec::new());
    };
    let escaped = wanted
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    let condition = "c.removed_at IS NULL AND (c.normal_name LIKE $1 ESCAPE '\\' \
         OR c.uscc LIKE $2 ESCAPE '\\' OR c.core_name = $3 OR EXISTS \
         (SELECT 1 FROM company_aliases a WHERE a.company_id = c.id AND a.normal_name LIKE $1 ESCAPE '\\'))";
    let values = vec![
        format!("%{escaped}%").into(),
        format!("{escaped}%").into(),
        core_name(&wanted).into(),
    ];
    (condition.to_owned(), values)
}

/// A page of companies, newest first.
pub(crate) async fn page<C: ConnectionTrait>(
    connection: &C,
    query: &CompanyQuery,
    page: &PageQuery,
) -> Outcome<Page<Company>> {
    let (condition, values) = condition(query);
    let count: Option<CountRow> = fetch_one(
        connection,
        &format!(
            "SELECT COUNT(*) AS count FROM (SELECT 1 FROM companies c WHERE {condition} LIMIT {}) AS found",
            COUNTED + 1
        ),
        values.clone(),
    )
    .await?;
    let count = count.map_or(0, |row| row.count);
    let after = match page.after.as_deref() {
        None => i64::MAX,
        Some(cursor) => cursor
            .parse::<crate::model::CompanyId>()
            .map_err(|_| crate::ops::CompanyRefusal::WrongCursor)?
            .key(),
    };
    let size = page.size();
    let sql = format!(
        "SELECT {COLUMNS} FROM companies c WHERE {condition} AND c.id < ${} ORDER BY c.id DESC LIMIT {}",
        values.len() + 1,
        size + 1
    );
    let mut values = values;
    values.push(after.into());
    let mut rows: Vec<Row> = fetch_all(connection, &sql, values).await?;
    let size = usize::try_from(size).expect("at most 200");
    let more = rows.len() > size;
    rows.truncate(size);
    let items = with_aliases(connection, rows).await?;
    Ok(Page {
        next: items
            .last()
            .filter(|_| more)
            .map(|company| company.id.to_string()),
        items,
        total: u64::try_from(count.min(COUNTED)).expect("a count is not negative"),
        total_exact: count <= COUNTED,
    })
}

/// Every company, for export.
pub(crate) async fn export<C: ConnectionTrait>(
    connection: &C,
    query: &CompanyQuery,
) -> Outcome<Vec<Company>> {
    let (condition, values) = condition(query);
    let sql = format!("SELECT {COLUMNS} FROM companies c WHERE {condition} ORDER BY c.id");
    let rows = fetch_all(connection, &sql, values).await?;
    with_aliases(connection, rows).await
}
