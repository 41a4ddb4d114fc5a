//! Funds that were judged, into the journal and the table.

use crate::model::{Fund, Home, NewFund, Project, fund_entry};
use crate::store;
use db::DatabaseTransaction;
use intake::Setting;
use kernel::{Actor, Id, Ids, Outcome};
use std::collections::BTreeMap;

/// Funds on their way into the books.
#[derive(Debug, Clone)]
pub(crate) struct FundBooking {
    /// What arrived.
    pub funds: NewFund,
    /// Whether it is 期初.
    pub opening: bool,
}

/// Records funds of their projects as these stand now, and adds them to what has arrived.
pub(crate) async fn book_funds(
    tx: &DatabaseTransaction,
    setting: &Setting,
    ids: &Ids,
    actor: &Actor,
    bookings: Vec<(&Project, FundBooking)>,
) -> Outcome<Vec<Fund>> {
    let home = Home::of(&setting.tree);
    let mut entries = Vec::with_capacity(bookings.len());
    let mut keys = Vec::with_capacity(bookings.len());
    for (project, booking) in &bookings {
        let key = ids.key();
        let share = project.other_province_bp(home);
        keys.push((key, share));
        entries.push(fund_entry(
            project,
            &setting.tree,
            &booking.funds,
            share,
            booking.opening,
            key,
        ));
    }
    let recorded = ledger::record(tx, &setting.books, actor, setting.at, entries).await?;
    let mut arrived: BTreeMap<i64, (i64, i64)> = BTreeMap::new();
    let mut booked = Vec::with_capacity(bookings.len());
    for (((project, booking), (key, share)), place) in bookings.into_iter().zip(keys).zip(recorded)
    {
        let sum = arrived.entry(project.id.key()).or_default();
        sum.0 += booking.funds.amount.fen();
        sum.1 += 1;
        booked.push(Fund {
            id: Id::new(key),
            voucher: booking.funds.voucher,
            project: project.id,
            lead: project.credit.lead,
            arrived_on: booking.funds.arrived_on,
            amount: booking.funds.amount,
            kind: booking.funds.kind,
            payer: booking.funds.payer,
            evidence_kind: booking.funds.evidence_kind,
            other_province_bp: share,
            month: place.month,
            origin_month: place.origin_month,
            fact_seq: place.seq,
            reversed_by: None,
            reversal_reason: None,
            replaces: None,
            recorded_at: setting.at,
        });
    }
    store::insert_funds(tx, &booked).await?;
    let sums: Vec<[i64; 3]> = arrived
        .into_iter()
        .map(|(project, (amount, number))| [project, amount, number])
        .collect();
    store::add_funds(tx, &sums, setting.at).await?;
    Ok(booked)
}
