//! Asking every slice for the names of what facts are about.

use crate::model::Records;
use db::ConnectionTrait;
use kernel::Outcome;
use ledger::{Source, Subject};

/// The names of these subjects and the references of these sources, in a few queries for
/// each slice. Whoever may see a figure may see what stands behind it.
pub(super) async fn records_of<C: ConnectionTrait>(
    connection: &C,
    subjects: &[&Subject],
    sources: &[&Source],
) -> Outcome<Records> {
    let (all, from) = (|| subjects.iter().copied(), || sources.iter().copied());
    let companies: Vec<i64> = all()
        .filter(|subject| subject.kind == "company")
        .map(|subject| subject.id)
        .collect();
    let companies = companies::find_companies(connection, &companies).await?;
    Ok(Records {
        projects: projects::records_of(connection, all(), from()).await?,
        outreach: outreach::records_of(connection, all(), from()).await?,
        channels: channels::records_of(connection, all()).await?,
        care: care::records_of(connection, all(), from()).await?,
        companies: companies
            .into_iter()
            .map(|(key, company)| (key, (company.id.to_string(), company.name)))
            .collect(),
    })
}
