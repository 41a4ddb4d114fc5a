//! Taking an honour of a company away.

use super::count_projects::count_records;
use super::create_company::lock;
use super::create_honour::HonourRefusal;
use crate::model::{CompanyId, HonourId};
use crate::permits::WriteCompanies;
use crate::store;
use http_base::{Allowed, App};
use kernel::Outcome;

/// Takes an honour of a company away. No fact carries it, so that nothing is reversed.
///
/// # Errors
/// [`HonourRefusal::Unknown`].
pub async fn delete_honour(
    app: &App,
    _: &Allowed<WriteCompanies>,
    company: CompanyId,
    id: HonourId,
) -> Outcome<()> {
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let found = store::honours_by_ids(&tx, &[id.key()]).await?;
    found
        .iter()
        .find(|honour| honour.company == company)
        .ok_or(HonourRefusal::Unknown)?;
    store::remove_honours(&tx, &[id.key()], app.now()).await?;
    count_records(&tx, [(company, -1)]).await?;
    tx.commit().await?;
    Ok(())
}
