//! Changing what is known of a company.

use super::CompanyRefusal;
use super::create_company::{lock, refuse_twin};
use crate::model::{Company, CompanyChange, CompanyDraft, CompanyId, check_entry};
use crate::permits::WriteCompanies;
use crate::store;
use http_base::{Allowed, App};
use kernel::{Fields, Instant, Outcome};

/// Changes a company's record. Facts keep what they recorded at their day: a new division
/// changes what counts from here on, never what has been counted.
///
/// # Errors
/// `request.invalid` with every wrong field; [`CompanyRefusal`].
pub async fn update_company(
    app: &App,
    _: &Allowed<WriteCompanies>,
    id: CompanyId,
    change: CompanyChange,
) -> Outcome<Company> {
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let found = store::by_ids(&tx, &[id.key()]).await?.pop();
    let company = found.ok_or(CompanyRefusal::Unknown)?;
    let mut wrong = Fields::default();
    let draft = check_entry(&mut wrong, &company.changed(change));
    wrong.done()?;
    let draft = draft.expect("nothing was found wrong");
    refuse_twin(&tx, &draft, Some(&company)).await?;
    let company = rewritten(company, draft, app.now());
    store::update(&tx, &company).await?;
    tx.commit().await?;
    Ok(company)
}

/// The record of `company` as `draft` has it.
pub(crate) fn rewritten(company: Company, draft: CompanyDraft, at: Instant) -> Company {
    Company {
        name: draft.name,
        aliases: draft.aliases,
        uscc: draft.uscc,
        group: draft.group,
        division_code: draft.division_code,
        revision: company.revision + 1,
        updated_at: at,
        ..company
    }
}
