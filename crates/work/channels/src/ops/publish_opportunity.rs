//! Noting that an opportunity was published.

use super::book_publications::{PublicationBooking, book_publications};
use super::get_opportunity::opportunity_in;
use crate::model::{
    LONGEST_CHANNEL, OpportunityId, Publication, PublicationRefusal, judge_publishing, required,
};
use crate::permits::WriteOpportunities;
use crate::store;
use chrono::NaiveDate;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome};

/// Notes that an opportunity was published somewhere on a day. The first time it counts as
/// published.
///
/// # Errors
/// [`OpportunityRefusal`](crate::OpportunityRefusal); [`PublicationRefusal::Twice`];
/// `request.invalid`; a day in the future; no month is open.
pub async fn publish_opportunity(
    app: &App,
    actor: &Allowed<WriteOpportunities>,
    id: OpportunityId,
    channel: &str,
    published_on: NaiveDate,
) -> Outcome<Publication> {
    let mut wrong = Fields::default();
    let channel = required(&mut wrong, "channel", channel, LONGEST_CHANNEL);
    wrong.done()?;
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let opportunity = opportunity_in(&tx, &actor.scope, id).await?;
    let opening = judge_publishing(&opportunity, published_on, setting.days)?;
    let log = store::publications_of(&tx, &[id.key()]).await?;
    if log
        .iter()
        .any(|entry| entry.channel == channel && entry.published_on == published_on)
    {
        return Err(PublicationRefusal::Twice {
            channel,
            published_on,
        }
        .into());
    }
    let booking = PublicationBooking {
        opportunity,
        channel,
        published_on,
        opening,
    };
    let mut booked = book_publications(&tx, &setting, &app.ids, actor, vec![booking]).await?;
    tx.commit().await?;
    Ok(booked.pop().expect("one publication for one booking"))
}
