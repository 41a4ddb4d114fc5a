//! Correcting funds: taken back whole, or cut (核减).

use super::list_funds::ListedFund;
use super::list_projects::unit_ref;
use super::project_in::project_in;
use crate::model::{Fund, FundId, FundRefusal, judge_remainder, replacement_entry};
use crate::permits::WriteFunds;
use crate::store;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Id, Money, Outcome};
use ledger::Source;

/// Takes funds back. With a `remainder` they are cut to it: a reversal and a replacement of
/// the open month, both belonging to the month of what they correct; the replacement keeps
/// the voucher. Taken back whole, the voucher is free again. Answers what stands now: the
/// replacement, or the reversed funds.
///
/// # Errors
/// [`FundRefusal`]: unknown, reversed before, no reason, a remainder that is not smaller.
pub async fn reverse_funds(
    app: &App,
    actor: &Allowed<WriteFunds>,
    id: FundId,
    reason: &str,
    remainder: Option<Money>,
) -> Outcome<ListedFund> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(FundRefusal::NoReason.into());
    }
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let found = store::find_fund(&tx, &actor.scope, id).await?;
    let fund = found.ok_or(FundRefusal::Unknown)?;
    if fund.reversed_by.is_some() {
        return Err(FundRefusal::AlreadyReversed.into());
    }
    judge_remainder(fund.amount, remainder)?;
    let project = project_in(&tx, &actor.scope, fund.project).await?;
    let replacement = remainder.map(|amount| Fund {
        id: Id::new(app.ids.key()),
        amount,
        replaces: Some(fund.id),
        recorded_at: setting.at,
        ..fund.clone()
    });
    let source = Source {
        kind: "fund".to_owned(),
        id: id.key(),
    };
    let change = |fact: &ledger::Fact| {
        let replacement = replacement.as_ref();
        replacement.map(|replacement| replacement_entry(fact, replacement))
    };
    let books = &setting.books;
    let recorded =
        ledger::correct(&tx, books, actor, setting.at, fund.fact_seq, source, change).await?;
    let mut places = recorded.into_iter();
    let by = places.next().expect("a correction reverses").seq;
    store::mark_reversed_funds(&tx, &[(id.key(), by)], reason).await?;
    let stands = match replacement.zip(places.next()) {
        Some((replacement, place)) => {
            let replacement = Fund {
                month: place.month,
                origin_month: place.origin_month,
                fact_seq: place.seq,
                ..replacement
            };
            store::insert_funds(&tx, std::slice::from_ref(&replacement)).await?;
            replacement
        }
        None => Fund {
            reversed_by: Some(by),
            reversal_reason: Some(reason.to_owned()),
            ..fund.clone()
        },
    };
    let remaining = remainder.unwrap_or(Money::ZERO).fen();
    let number = if remainder.is_some() { 0 } else { -1 };
    let change = remaining - fund.amount.fen();
    let sums = [[fund.project.key(), change, number]];
    store::add_funds(&tx, &sums, setting.at).await?;
    tx.commit().await?;
    Ok(ListedFund {
        unit: unit_ref(&setting.tree, stands.lead)?,
        fund: stands,
        project_code: project.code,
        project_name: project.name,
    })
}
