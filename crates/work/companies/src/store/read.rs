//! Reading companies.

use super::condition::{Condition, like, starting};
use super::{KEYS, count, placeholders};
use crate::model::{Company, HonourKind, Uscc, core_name, normal_name};
use db::{ConnectionTrait, Value, fetch_all};
use kernel::{Fault, Id, Instant, Outcome, Page, PageQuery};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

/// What a list of companies was asked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct CompanyQuery {
    /// Part of a name, former name or group, or the beginning of a code.
    pub q: Option<String>,
    /// The group, as it is compared.
    pub group: Option<String>,
    /// With this honour, of whichever year.
    pub honour: Option<HonourKind>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    name: String,
    uscc: Option<String>,
    group: Option<String>,
    division_code: String,
    projects: i64,
    records: i64,
    revision: i32,
    updated_at: String,
}

#[derive(FromQueryResult)]
struct AliasRow {
    company_id: i64,
    name: String,
}

const COLUMNS: &str = "c.id, c.name, c.uscc, c.\"group\", c.division_code, c.projects, \
     c.records, c.revision, c.updated_at";

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
                group: row.group,
                division_code: row.division_code,
                projects: row.projects,
                records: row.records,
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
        (codes, "c.uscc IN ({keys})"),
        (
            names,
            "c.id IN (SELECT n.id FROM companies n WHERE n.normal_name IN ({keys}) \
             UNION SELECT a.company_id FROM company_aliases a WHERE a.normal_name IN ({keys}))",
        ),
    ];
    for (keys, search) in searches {
        for chunk in keys.chunks(KEYS) {
            let search = search.replace("{keys}", &placeholders(1, chunk.len()));
            let sql = format!(
                "SELECT {COLUMNS} FROM companies c WHERE c.removed_at IS NULL AND {search}"
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

/// The condition of a list.
fn condition(query: &CompanyQuery) -> Condition {
    let mut condition = Condition::default();
    condition.and("c.removed_at IS NULL", []);
    let given = |text: &Option<String>| {
        let text = text.as_deref().map(normal_name);
        text.filter(|text| !text.is_empty())
    };
    if let Some(wanted) = given(&query.q) {
        let inside = like(&wanted);
        let part = "(c.normal_name LIKE {} ESCAPE '\\' OR c.normal_group LIKE {} ESCAPE '\\' \
             OR c.uscc LIKE {} ESCAPE '\\' OR c.core_name = {} OR EXISTS \
             (SELECT 1 FROM company_aliases a WHERE a.company_id = c.id AND a.normal_name LIKE {} ESCAPE '\\'))";
        let values = [
            inside.as_str().into(),
            inside.as_str().into(),
            starting(&wanted).into(),
            core_name(&wanted).into(),
            inside.into(),
        ];
        condition.and(part, values);
    }
    if let Some(group) = given(&query.group) {
        condition.and("c.normal_group = {}", [group.into()]);
    }
    if let Some(honour) = query.honour {
        let part = "EXISTS (SELECT 1 FROM company_honours h WHERE h.company_id = c.id \
             AND h.removed_at IS NULL AND h.honour = {})";
        condition.and(part, [honour.word().into()]);
    }
    condition
}

/// A page of companies, newest first.
pub(crate) async fn page<C: ConnectionTrait>(
    connection: &C,
    query: &CompanyQuery,
    page: &PageQuery,
) -> Outcome<Page<Company>> {
    let mut condition = condition(query);
    let from = format!("FROM companies c WHERE {}", condition.text());
    let (total, total_exact) = count(connection, &from, condition.values.clone()).await?;
    let after = match page.after.as_deref() {
        None => i64::MAX,
        Some(cursor) => cursor
            .parse::<crate::model::CompanyId>()
            .map_err(|_| crate::ops::CompanyRefusal::WrongCursor)?
            .key(),
    };
    condition.and("c.id < {}", [after.into()]);
    let size = usize::try_from(page.size()).expect("at most 200");
    let sql = format!(
        "SELECT {COLUMNS} FROM companies c WHERE {} ORDER BY c.id DESC LIMIT {}",
        condition.text(),
        size + 1
    );
    let mut rows: Vec<Row> = fetch_all(connection, &sql, condition.values).await?;
    let more = rows.len() > size;
    rows.truncate(size);
    let items = with_aliases(connection, rows).await?;
    Ok(Page {
        next: items
            .last()
            .filter(|_| more)
            .map(|company| company.id.to_string()),
        items,
        total,
        total_exact,
    })
}

/// Every company, for export.
pub(crate) async fn export<C: ConnectionTrait>(
    connection: &C,
    query: &CompanyQuery,
) -> Outcome<Vec<Company>> {
    let condition = condition(query);
    let sql = format!(
        "SELECT {COLUMNS} FROM companies c WHERE {} ORDER BY c.id",
        condition.text()
    );
    let rows = fetch_all(connection, &sql, condition.values).await?;
    with_aliases(connection, rows).await
}
