//! Writing companies.

use crate::model::{Company, Uscc, core_name, normal_name};
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute};
use kernel::Instant;

/// Writes new companies.
pub(crate) async fn insert<C: ConnectionTrait>(
    connection: &C,
    companies: &[Company],
) -> Result<(), DbErr> {
    let mut rows = Rows::new(
        "companies",
        &[
            "id",
            "name",
            "normal_name",
            "core_name",
            "uscc",
            "\"group\"",
            "normal_group",
            "division_code",
            "projects",
            "revision",
            "created_at",
            "updated_at",
        ],
        "",
    );
    for company in companies {
        rows.push([
            company.id.key().into(),
            company.name.as_str().into(),
            normal_name(&company.name).into(),
            core_name(&company.name).into(),
            code_of(company),
            company.group.clone().into(),
            company.group.as_deref().map(normal_name).into(),
            company.division_code.as_str().into(),
            company.projects.into(),
            company.revision.into(),
            company.updated_at.to_string().into(),
            company.updated_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await?;
    insert_aliases(connection, companies).await
}

fn code_of(company: &Company) -> Value {
    company.uscc.as_ref().map(Uscc::to_string).into()
}

async fn insert_aliases<C: ConnectionTrait>(
    connection: &C,
    companies: &[Company],
) -> Result<(), DbErr> {
    let columns = ["company_id", "n", "name", "normal_name"];
    let mut rows = Rows::new("company_aliases", &columns, "");
    for company in companies {
        for (n, alias) in (1i32..).zip(&company.aliases) {
            rows.push([
                company.id.key().into(),
                n.into(),
                alias.as_str().into(),
                normal_name(alias).into(),
            ]);
        }
    }
    append_rows(connection, rows).await
}

/// Writes a company's record anew.
pub(crate) async fn update<C: ConnectionTrait>(
    connection: &C,
    company: &Company,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE companies SET name = $2, normal_name = $3, core_name = $4, uscc = $5, \
         division_code = $6, revision = $7, updated_at = $8, \"group\" = $9, normal_group = $10 \
         WHERE id = $1",
        [
            company.id.key().into(),
            company.name.as_str().into(),
            normal_name(&company.name).into(),
            core_name(&company.name).into(),
            code_of(company),
            company.division_code.as_str().into(),
            company.revision.into(),
            company.updated_at.to_string().into(),
            company.group.clone().into(),
            company.group.as_deref().map(normal_name).into(),
        ],
    )
    .await?;
    execute(
        connection,
        "DELETE FROM company_aliases WHERE company_id = $1",
        [company.id.key().into()],
    )
    .await?;
    insert_aliases(connection, std::slice::from_ref(company)).await
}

/// Takes a company out of the register, as if it had never been entered.
pub(crate) async fn remove<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    at: Instant,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE companies SET removed_at = $2, revision = revision + 1 WHERE id = $1",
        [key.into(), at.to_string().into()],
    )
    .await?;
    Ok(())
}

/// A number that a company's record keeps of those that name it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Counter {
    /// Projects that it invests in.
    Projects,
    /// Other records.
    Records,
}

/// How many companies' numbers go into one statement.
const COUNTED_AT_ONCE: usize = 400;

/// Adds to one of the companies' numbers: (company, change), each company once.
pub(crate) async fn count<C: ConnectionTrait>(
    connection: &C,
    counter: Counter,
    changes: &[(i64, i64)],
) -> Result<(), DbErr> {
    let column = match counter {
        Counter::Projects => "projects",
        Counter::Records => "records",
    };
    for chunk in changes.chunks(COUNTED_AT_ONCE) {
        // PostgreSQL takes placeholders of VALUES for texts unless it is told.
        let rows: Vec<String> = (0..chunk.len())
            .map(|at| (2 * at + 1, 2 * at + 2))
            .map(|(key, change)| format!("(CAST(${key} AS BIGINT), CAST(${change} AS BIGINT))"))
            .collect();
        let sql = format!(
            "UPDATE companies SET {column} = {column} + v.column2 \
             FROM (VALUES {}) AS v WHERE companies.id = v.column1",
            rows.join(", ")
        );
        let values = chunk
            .iter()
            .flat_map(|&(key, change)| [key.into(), change.into()]);
        execute(connection, &sql, values.collect::<Vec<_>>()).await?;
    }
    Ok(())
}
