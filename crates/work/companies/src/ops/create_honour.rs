//! Noting an honour of a company.

use super::CompanyRefusal;
use super::count_projects::count_records;
use super::create_company::lock;
use crate::model::{CompanyId, Honour, HonourKind, check_honour};
use crate::permits::WriteCompanies;
use crate::store;
use chrono::Datelike;
use http_base::{Allowed, App};
use kernel::{Fields, Outcome, local_date};

kernel::refusals! {
    /// Why an honour was not noted or taken away.
    pub enum HonourRefusal {
        /// The company has no such honour.
        Unknown = (NotFound, "honours.unknown"),
        /// The company has this honour of this year already.
        AlreadyThere { year: i32, source: String } = (Conflict, "honours.already_there"),
    }
}

/// An honour as it was typed.
#[derive(Debug, Clone)]
pub struct NewHonour {
    /// As what the company is honoured.
    pub honour: HonourKind,
    /// The year of the list that says so.
    pub year: i64,
    /// The list or document that says so.
    pub source: String,
}

/// Notes an honour of a company.
///
/// # Errors
/// `request.invalid` with every wrong field; [`CompanyRefusal::Unknown`];
/// [`HonourRefusal::AlreadyThere`].
pub async fn create_honour(
    app: &App,
    _: &Allowed<WriteCompanies>,
    company: CompanyId,
    new: NewHonour,
) -> Outcome<Honour> {
    let at = app.now();
    let mut wrong = Fields::default();
    let checked = check_honour(&mut wrong, new.year, &new.source, local_date(at).year());
    wrong.done()?;
    let (year, source) = checked.expect("nothing was found wrong");
    let tx = app.database.begin_write().await?;
    lock(&tx).await?;
    let found = store::by_ids(&tx, &[company.key()]).await?;
    found.first().ok_or(CompanyRefusal::Unknown)?;
    let standing = store::honours_of(&tx, &[company.key()]).await?;
    let twin = |honour: &&Honour| honour.honour == new.honour && honour.year == year;
    if let Some(twin) = standing.iter().find(twin) {
        return Err(HonourRefusal::AlreadyThere {
            year,
            source: twin.source.clone(),
        }
        .into());
    }
    let honour = Honour {
        id: app.ids.id(),
        company,
        honour: new.honour,
        year,
        source,
        revision: 1,
        updated_at: at,
    };
    store::insert_honours(&tx, std::slice::from_ref(&honour)).await?;
    count_records(&tx, [(company, 1)]).await?;
    tx.commit().await?;
    Ok(honour)
}
