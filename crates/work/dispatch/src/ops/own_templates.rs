//! The office's own templates. One is kept only if it can be composed with the figures as
//! they stand: a figure that does not exist is refused with the nearest that does.

use super::bulletin_text::{BulletinRefusal, TextIn, compose};
use crate::model::{OwnTemplate, TemplateId};
use crate::permits::{ReadBulletins, WriteBulletins};
use crate::store::templates as store;
use http_base::{Allowed, App};
use kernel::{Fields, Id, Outcome, local_date};
use ledger::Months;
use serde_json::json;

/// The longest name, in characters.
const LONGEST_NAME: usize = 60;

/// The longest text, in bytes.
const LONGEST_BODY: usize = 200_000;

/// A template as it is to be.
#[derive(Debug, Clone)]
pub(crate) struct TemplateDraft {
    pub name: String,
    pub body: String,
    pub red_head: bool,
}

/// What changes of a template; what is absent stays.
#[derive(Debug, Clone, Default)]
pub(crate) struct TemplateChange {
    pub name: Option<String>,
    pub body: Option<String>,
    pub red_head: Option<bool>,
}

/// The office's own templates, by name.
pub(crate) async fn own_templates(
    app: &App,
    _: &Allowed<ReadBulletins>,
) -> Outcome<Vec<OwnTemplate>> {
    store::all(app.database.reader()).await
}

/// Keeps a new template.
///
/// # Errors
/// `request.invalid`; [`BulletinRefusal::Faulty`].
pub(crate) async fn create_bulletin_template(
    app: &App,
    actor: &Allowed<WriteBulletins>,
    draft: TemplateDraft,
) -> Outcome<OwnTemplate> {
    save(app, actor, app.ids.id(), draft).await
}

/// Writes a template anew.
///
/// # Errors
/// [`BulletinRefusal::UnknownTemplate`]; as [`create_bulletin_template`].
pub(crate) async fn update_bulletin_template(
    app: &App,
    actor: &Allowed<WriteBulletins>,
    id: TemplateId,
    change: TemplateChange,
) -> Outcome<OwnTemplate> {
    let before = known(app, id).await?;
    let draft = TemplateDraft {
        name: change.name.unwrap_or(before.name),
        body: change.body.unwrap_or(before.body),
        red_head: change.red_head.unwrap_or(before.red_head),
    };
    save(app, actor, id, draft).await
}

/// Takes a template out of the list. Bulletins that began with it keep their own text.
///
/// # Errors
/// [`BulletinRefusal::UnknownTemplate`].
pub(crate) async fn delete_bulletin_template(
    app: &App,
    _: &Allowed<WriteBulletins>,
    id: TemplateId,
) -> Outcome<()> {
    known(app, id).await?;
    let tx = app.database.begin_write().await?;
    store::remove(&tx, id, app.now()).await?;
    tx.commit().await?;
    Ok(())
}

async fn known(app: &App, id: TemplateId) -> Outcome<OwnTemplate> {
    let found = store::find(app.database.reader(), id).await?;
    Ok(found.ok_or_else(|| BulletinRefusal::UnknownTemplate {
        template: id.to_string(),
    })?)
}

async fn save(
    app: &App,
    actor: &Allowed<WriteBulletins>,
    id: Id<OwnTemplate>,
    draft: TemplateDraft,
) -> Outcome<OwnTemplate> {
    let name = draft.name.trim().to_owned();
    let mut wrong = Fields::default();
    if name.is_empty() {
        wrong.refuse("name", "field.empty", json!({}));
    } else if name.chars().count() > LONGEST_NAME {
        wrong.refuse("name", "field.too_long", json!({ "max": LONGEST_NAME }));
    }
    if draft.body.trim().is_empty() {
        wrong.refuse("body", "field.empty", json!({}));
    } else if draft.body.len() > LONGEST_BODY {
        wrong.refuse("body", "field.too_long", json!({ "max": LONGEST_BODY }));
    }
    wrong.done()?;
    let months = Months::load(app.database.reader()).await?;
    let newest = months
        .last_closed()
        .map(|entry| entry.month)
        .or_else(|| months.open())
        .unwrap_or_else(|| kernel::Month::of(local_date(app.now())));
    let text = TextIn {
        body: Some(draft.body.clone()),
        ..TextIn::of_month(newest)
    };
    compose(app, &text).await?;
    let template = OwnTemplate {
        id,
        name,
        body: draft.body,
        red_head: draft.red_head,
        updated_at: app.now(),
        updated_by: actor.name.clone(),
    };
    let tx = app.database.begin_write().await?;
    store::save(&tx, &template).await?;
    tx.commit().await?;
    Ok(template)
}
