//! How many records name a company, which the companies keep: what is named stays in their
//! register when the import that brought it is undone.

use crate::model::Party;
use companies::CompanyId;
use db::DatabaseTransaction;
use kernel::Outcome;

/// Notes that records no longer name the companies of `gone`, and name those of `come`.
pub(crate) async fn count_parties(
    tx: &DatabaseTransaction,
    gone: Vec<Party>,
    come: Vec<Party>,
) -> Outcome<()> {
    let of = |parties: Vec<Party>, change: i64| {
        let keys = parties.into_iter().filter_map(|party| party.company_key());
        keys.map(|key| (CompanyId::new(key), change))
            .collect::<Vec<_>>()
    };
    let changes = [of(gone, -1), of(come, 1)].concat();
    companies::count_records(tx, changes).await
}

/// The parties of records.
pub(crate) fn parties_of<'a, T: 'a>(
    records: impl IntoIterator<Item = &'a T>,
    party: impl Fn(&T) -> &Party,
) -> Vec<Party> {
    records
        .into_iter()
        .map(|record| party(record).clone())
        .collect()
}
