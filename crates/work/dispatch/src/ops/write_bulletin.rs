//! A bulletin for a file: the issued one if there is one, else a draft.

use super::bulletin_text::{TextIn, compose};
use crate::permits::ReadBulletins;
use crate::store;
use documents::{Document, Meta};
use http_base::{Allowed, App};
use kernel::Outcome;

/// What goes into the file.
#[derive(Debug)]
pub struct Written {
    /// The document.
    pub document: Document,
    /// What stands around it.
    pub meta: Meta,
    /// The document number it was issued under; a draft has none.
    pub issued: Option<String>,
}

/// The newest issued bulletin of this template and month, else a draft of it. Figures are
/// as at the month, so a closed month's draft has the same bytes whenever it is written.
///
/// # Errors
/// [`super::BulletinRefusal`].
pub async fn write_bulletin(
    app: &App,
    _: &Allowed<ReadBulletins>,
    text: TextIn,
) -> Outcome<Written> {
    let campaign = text.campaign.as_deref();
    if let Some(template) = &text.template
        && let Some(issued) = store::find_issued(app.database.reader(), text.month, template)
            .await?
            .into_iter()
            .find(|issued| issued.context["campaign"]["code"].as_str() == campaign)
    {
        let number = issued.meta.document_number.clone();
        return Ok(Written {
            document: issued.document()?,
            meta: issued.meta,
            issued: number,
        });
    }
    let composed = compose(app, &text).await?;
    Ok(Written {
        document: composed.document,
        meta: composed.meta,
        issued: None,
    })
}
