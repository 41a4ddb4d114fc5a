//! Companies that another slice's record names: found, or registered.

use super::create_company::{company_of, lock};
use super::{CompanyRefusal, load_directory};
use crate::model::{CompanyDraft, CompanyId, Match};
use crate::store;
use db::DatabaseTransaction;
use kernel::{Ids, Instant, Outcome};

/// A company that a draft meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ensured {
    /// The company.
    pub id: CompanyId,
    /// The name that it is registered under.
    pub name: String,
    /// Whether it was registered just now, for the first draft that meant it.
    pub created: bool,
}

/// The companies that `drafts` mean, one for each, in their order; those that are not
/// registered yet are now.
///
/// # Errors
/// [`CompanyRefusal::SeveralOfThisName`].
pub async fn ensure_companies(
    tx: &DatabaseTransaction,
    ids: &Ids,
    at: Instant,
    drafts: &[CompanyDraft],
) -> Outcome<Vec<Ensured>> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    lock(tx).await?;
    let mut directory = load_directory(tx, drafts).await?;
    let mut found = Vec::with_capacity(drafts.len());
    let mut created: Vec<crate::model::Company> = Vec::new();
    for draft in drafts {
        let known = created.len();
        let (id, name) = match directory.find_draft(draft) {
            Match::One(company) => (company.id, company.name.clone()),
            Match::Several => {
                return Err(CompanyRefusal::SeveralOfThisName {
                    name: draft.name.clone(),
                    division: draft.division_code.clone(),
                }
                .into());
            }
            Match::None => {
                let company = company_of(draft.clone(), ids, at);
                let made = (company.id, company.name.clone());
                directory.add(company.clone());
                created.push(company);
                made
            }
        };
        found.push(Ensured {
            id,
            name,
            created: created.len() > known,
        });
    }
    store::insert(tx, &created).await?;
    Ok(found)
}
