//! Issuing a bulletin: its figures freeze under a hash, its month can no longer be reopened.

use super::bulletin_text::{BulletinRefusal, TextIn, compose};
use crate::model::{Bulletin, content_hash};
use crate::permits::WriteBulletins;
use crate::store;
use db::violates_unique;
use documents::Meta;
use http_base::{Allowed, App};
use kernel::{Outcome, local_date};
use ledger::{MonthState, Months, seal_month};

/// What is to be issued.
#[derive(Debug, Clone)]
pub struct NewBulletin {
    /// The text and its month.
    pub text: TextIn,
    /// The title; the template's own when absent.
    pub title: Option<String>,
    /// The document number (发文字号), such as `淄招促字〔2023〕12号`.
    pub document_number: String,
}

/// Issues a bulletin of a closed month.
///
/// # Errors
/// [`BulletinRefusal`].
pub async fn issue_bulletin(
    app: &App,
    actor: &Allowed<WriteBulletins>,
    new: NewBulletin,
) -> Outcome<Bulletin> {
    let month = new.text.month;
    let document_number = new.document_number.trim().to_owned();
    if document_number.is_empty() {
        return Err(BulletinRefusal::NoNumber.into());
    }
    let months = Months::load(app.database.reader()).await?;
    if months.get(month).map(|entry| entry.state) != Some(MonthState::Closed) {
        return Err(BulletinRefusal::MonthOpen { month }.into());
    }
    let composed = compose(app, &new.text).await?;
    let own_title = composed.document.text(&composed.document.title);
    let tx = app.database.begin_write().await?;
    let id = app.ids.id();
    // The seal takes the writer's lock: from here on the month stays closed, and the head
    // is the one that the figures stand on.
    seal_month(&tx, month, "bulletin", kernel::Id::key(id)).await?;
    let months = Months::load(&tx).await?;
    let closed = months
        .get(month)
        .filter(|entry| entry.state == MonthState::Closed);
    let head = closed
        .and_then(|entry| entry.head)
        .ok_or(BulletinRefusal::MonthOpen { month })?;
    let meta = Meta {
        title: new
            .title
            .filter(|title| !title.trim().is_empty())
            .unwrap_or(if own_title.is_empty() {
                composed.meta.title.clone()
            } else {
                own_title
            }),
        document_number: Some(document_number.clone()),
        date: Some(local_date(app.now())),
        hash: Some(head.short()),
        ..composed.meta
    };
    let bulletin = Bulletin {
        id,
        month,
        hash: content_hash(
            month,
            &composed.body,
            &composed.context,
            &composed.figures,
            &meta,
            &head,
        ),
        template: composed.template,
        body: composed.body,
        context: composed.context,
        figures: composed.figures,
        meta,
        head,
        issued_at: app.now(),
        issued_by: actor.name.clone(),
    };
    store::insert(&tx, &bulletin).await.map_err(|error| {
        if violates_unique(&error, "bulletins", &["document_number"]) {
            BulletinRefusal::NumberTaken { document_number }.into()
        } else {
            kernel::Fault::from(error)
        }
    })?;
    tx.commit().await?;
    Ok(bulletin)
}
