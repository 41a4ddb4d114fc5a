//! Funds as a list.

use super::cursor::Cursor;
use super::funds::{COLUMNS, Row};
use super::scope::Condition;
use super::{count, like};
use crate::model::{Fund, FundKind, ProjectId, voucher_of};
use companies::normal_name;
use db::{ConnectionTrait, FromQueryResult, fetch_all};
use kernel::{Month, Outcome, Page, PageQuery, Scope};
use std::sync::Arc;

/// Which funds.
#[derive(Debug, Clone, Default)]
pub(crate) struct FundFilter {
    /// Those of projects of these units.
    pub units: Option<Arc<[i64]>>,
    /// Those booked in this month.
    pub month: Option<Month>,
    /// Those of this project.
    pub project: Option<ProjectId>,
    /// Those of this kind.
    pub kind: Option<FundKind>,
    /// Those whose voucher or payer, or whose project's code, name or investors, hold this.
    pub q: Option<String>,
    /// Only those that stand.
    pub standing: bool,
}

/// Funds as a list shows them, with their project.
#[derive(Debug, Clone)]
pub(crate) struct FundRow {
    pub fund: Fund,
    pub project_code: String,
    pub project_name: String,
}

#[derive(FromQueryResult)]
struct NameRow {
    project_code: String,
    project_name: String,
}

/// A row of funds with its project's columns.
struct Joined(FundRow);

impl FromQueryResult for Joined {
    fn from_query_result(row: &sea_orm::QueryResult, prefix: &str) -> Result<Self, db::DbErr> {
        let names = NameRow::from_query_result(row, prefix)?;
        let fund = Row::from_query_result(row, prefix)?.read();
        Ok(Self(FundRow {
            fund: fund.map_err(|fault| db::DbErr::Type(fault.to_string()))?,
            project_code: names.project_code,
            project_name: names.project_name,
        }))
    }
}

/// The order's word in cursors: newest entry of the journal first.
const ORDER: &str = "booked";

fn condition(scope: &Scope, filter: &FundFilter) -> Condition {
    let mut condition = Condition::default();
    condition.scoped(scope);
    if let Some(units) = &filter.units {
        condition.units(units);
    }
    if let Some(month) = filter.month {
        condition.and("f.month = {}", [month.number().into()]);
    }
    if let Some(project) = filter.project {
        condition.and("f.project_id = {}", [project.key().into()]);
    }
    if let Some(kind) = filter.kind {
        condition.and("f.kind = {}", [kind.word().into()]);
    }
    if filter.standing {
        condition.and("f.reversed_by IS NULL", []);
    }
    let q = filter.q.as_deref().map(str::trim).filter(|q| !q.is_empty());
    if let Some(q) = q {
        condition.and(
            "(f.voucher LIKE {} ESCAPE '\\' OR f.payer LIKE {} ESCAPE '\\' \
             OR p.search_text LIKE {} ESCAPE '\\')",
            [
                like(&voucher_of(q)).into(),
                like(&sheets::normal_text(q)).into(),
                like(&normal_name(q)).into(),
            ],
        );
    }
    condition
}

fn select(condition: &Condition) -> String {
    format!(
        "SELECT {COLUMNS}, p.code AS project_code, p.name AS project_name \
         FROM funds f JOIN projects p ON p.id = f.project_id WHERE {}",
        condition.text()
    )
}

/// A page of funds, newest entry of the journal first; reversed ones are among them.
pub(crate) async fn page_of_funds<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &FundFilter,
    page: &PageQuery,
) -> Outcome<Page<FundRow>> {
    let mut condition = condition(scope, filter);
    let from = format!(
        "FROM funds f JOIN projects p ON p.id = f.project_id WHERE {}",
        condition.text()
    );
    let (total, total_exact) = count(connection, &from, condition.values.clone()).await?;
    if let Some(text) = page.after.as_deref() {
        let cursor = Cursor::read(text, ORDER)?;
        condition.and("f.fact_seq < {}", [cursor.key.into()]);
    }
    let size = usize::try_from(page.size()).expect("at most 200");
    let sql = format!(
        "{} ORDER BY f.fact_seq DESC LIMIT {}",
        select(&condition),
        size + 1
    );
    let rows: Vec<Joined> = fetch_all(connection, &sql, condition.values).await?;
    let mut items: Vec<FundRow> = rows.into_iter().map(|row| row.0).collect();
    let more = items.len() > size;
    items.truncate(size);
    let next = items.last().filter(|_| more).map(|row| {
        let key = row.fund.fact_seq;
        let value = String::new();
        Cursor { value, key }.write(ORDER)
    });
    Ok(Page {
        items,
        next,
        total,
        total_exact,
    })
}

/// All funds that match, in the order of the journal.
pub(crate) async fn export_funds<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    filter: &FundFilter,
) -> Outcome<Vec<FundRow>> {
    let condition = condition(scope, filter);
    let sql = format!("{} ORDER BY f.fact_seq", select(&condition));
    let rows: Vec<Joined> = fetch_all(connection, &sql, condition.values).await?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}
