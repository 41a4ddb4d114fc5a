//! Loading the companies that drafts may mean, in a few queries.

use crate::model::{CompanyDraft, Directory, Uscc};
use crate::store;
use db::ConnectionTrait;
use kernel::Outcome;
use std::collections::BTreeSet;

/// Every registered company with a code or name of one of `drafts`.
pub async fn load_directory<C: ConnectionTrait>(
    connection: &C,
    drafts: &[CompanyDraft],
) -> Outcome<Directory> {
    let codes: BTreeSet<String> = drafts
        .iter()
        .filter_map(|draft| draft.uscc.as_ref().map(Uscc::to_string))
        .collect();
    let names: BTreeSet<String> = drafts.iter().map(CompanyDraft::normal_name).collect();
    load_named(connection, codes, names).await
}

/// Every registered company with one of these codes or normalised names.
pub(crate) async fn load_named<C: ConnectionTrait>(
    connection: &C,
    codes: BTreeSet<String>,
    names: BTreeSet<String>,
) -> Outcome<Directory> {
    let codes: Vec<String> = codes.into_iter().collect();
    let names: Vec<String> = names.into_iter().collect();
    Ok(Directory::new(
        store::candidates(connection, &codes, &names).await?,
    ))
}
