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
         division_code = $6, revision = $7, updated_at = $8 WHERE id = $1",
        [
            company.id.key().into(),
            company.name.as_str().into(),
            normal_name(&company.name).into(),
            core_name(&company.name).into(),
            code_of(company),
            company.division_code.as_str().into(),
            company.revision.into(),
            company.updated_at.to_string().into(),
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

/// Adds to the number of projects that a company invests in.
pub(crate) async fn add_projects<C: ConnectionTrait>(
    connection: &C,
    key: i64,
    change: i64,
) -> Result<(), DbErr> {
    execute(
        connection,
        "UPDATE companies SET projects = projects + $2 WHERE id = $1",
        [key.into(), change.into()],
    )
    .await?;
    Ok(())
}
