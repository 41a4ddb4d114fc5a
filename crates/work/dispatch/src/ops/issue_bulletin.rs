//! Issuing a bulletin: its figures freeze under a hash, its month can no longer be reopened.

use super::bulletin_text::{BulletinRefusal, TextIn, compose};
use crate::model::{Bulletin, content_hash};
use crate::permits::WriteBulletins;
use crate::store;
use db::violates_unique;
use documents::{Meta, typed_numbers};
use http_base::{Allowed, App};
use kernel::{Month, Outcome, local_date};
use ledger::{Head, MonthState, Months, seal_month};
use std::collections::BTreeSet;

/// What is to be issued.
#[derive(Debug, Clone)]
pub struct NewBulletin {
    /// The text and its month.
    pub text: TextIn,
    /// The title; the template's own when absent.
    pub title: Option<String>,
    /// The document number (发文字号), such as `淄招促字〔2023〕12号`.
    pub document_number: String,
    /// The numbers in the text that no figure call gives, as whoever issues it has seen
    /// them: they stand marked in the bulletin for ever.
    pub typed_numbers: Vec<String>,
}

/// Issues a bulletin of a closed month. A number that is typed instead of called must be
/// named: what is published without a record behind it is said to be so.
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
    let composed_on = closed_head(&Months::load(app.database.reader()).await?, month)?;
    let composed = compose(app, &new.text).await?;
    let numbers = typed_in(&composed.body);
    let named: BTreeSet<&String> = new.typed_numbers.iter().collect();
    if named != numbers.iter().collect() {
        return Err(BulletinRefusal::TypedNumbers { numbers }.into());
    }
    let own_title = composed.document.text(&composed.document.title);
    let tx = app.database.begin_write().await?;
    let id = app.ids.id();
    // The seal takes the writer's lock: from here on the month stays closed, and the head
    // is the one that the figures stand on.
    seal_month(&tx, month, "bulletin", kernel::Id::key(id)).await?;
    let head = closed_head(&Months::load(&tx).await?, month)?;
    if head != composed_on {
        // Reopened, changed and closed again meanwhile: the figures are of another state.
        return Err(BulletinRefusal::MonthOpen { month }.into());
    }
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

/// The journal's head at which `month` was closed.
fn closed_head(months: &Months, month: Month) -> Result<Head, BulletinRefusal> {
    months
        .get(month)
        .filter(|entry| entry.state == MonthState::Closed)
        .and_then(|entry| entry.head)
        .ok_or(BulletinRefusal::MonthOpen { month })
}

/// The numbers typed into `body`, each once, in reading order.
pub(crate) fn typed_in(body: &str) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for number in typed_numbers(body) {
        if !numbers.contains(&number.text) {
            numbers.push(number.text);
        }
    }
    numbers
}
