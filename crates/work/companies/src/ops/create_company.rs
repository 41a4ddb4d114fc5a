//! Registering a company.

use super::{CompanyRefusal, load_directory};
use crate::model::{Company, CompanyDraft, CompanyEntry, Match, check_entry};
use crate::permits::WriteCompanies;
use crate::store;
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use kernel::{Fields, Id, Ids, Instant, Outcome};

/// Registers a company.
///
/// # Errors
/// `request.invalid` with every wrong field; [`CompanyRefusal`].
pub async fn create_company(
    app: &App,
    _: &Allowed<WriteCompanies>,
    new: CompanyEntry,
) -> Outcome<Company> {
    let mut wrong = Fields::default();
    let draft = check_entry(&mut wrong, &new);
    wrong.done()?;
    let draft = draft.expect("nothing was found wrong");
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    refuse_twin(&tx, &draft, None).await?;
    let company = company_of(draft, &app.ids, app.now());
    store::insert(&tx, std::slice::from_ref(&company)).await?;
    tx.commit().await?;
    Ok(company)
}

/// The lock under which the register changes on PostgreSQL: what was looked up must still
/// be so when it is written.
const REGISTER: i64 = 0x7a68_636f;

/// Waits for the register.
pub(crate) async fn lock(tx: &DatabaseTransaction) -> Outcome<()> {
    let engine = db::Engine::of(db::ConnectionTrait::get_database_backend(tx));
    if let Some(lock) = engine.lock_in_transaction(REGISTER) {
        db::execute(tx, &lock, []).await?;
    }
    Ok(())
}

/// A new company's record.
pub(crate) fn company_of(draft: CompanyDraft, ids: &Ids, at: Instant) -> Company {
    Company {
        id: Id::new(ids.key()),
        name: draft.name,
        aliases: draft.aliases,
        uscc: draft.uscc,
        group: draft.group,
        division_code: draft.division_code,
        projects: 0,
        records: 0,
        revision: 1,
        updated_at: at,
    }
}

/// Refuses a draft whose key belongs to another company than `own`.
pub(super) async fn refuse_twin(
    tx: &DatabaseTransaction,
    draft: &CompanyDraft,
    own: Option<&Company>,
) -> Outcome<()> {
    let directory = load_directory(tx, std::slice::from_ref(draft)).await?;
    match directory.find_draft(draft) {
        Match::One(twin) if own.is_none_or(|own| own.id != twin.id) => {
            Err(CompanyRefusal::AlreadyRegistered {
                id: twin.id.to_string(),
                name: twin.name.clone(),
            }
            .into())
        }
        Match::Several => Err(CompanyRefusal::SeveralOfThisName {
            name: draft.name.clone(),
            division: draft.division_code.clone(),
        }
        .into()),
        _ => Ok(()),
    }
}
