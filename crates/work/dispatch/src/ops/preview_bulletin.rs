//! Looking at a bulletin before it is issued.

use super::bulletin_text::{TextIn, compose};
use crate::permits::WriteBulletins;
use documents::{PlacedFigure, TypedNumber, typed_numbers};
use http_base::{Allowed, App};
use kernel::Outcome;

/// A bulletin as it would be.
#[derive(Debug)]
pub struct Preview {
    /// The title.
    pub title: String,
    /// The text as an HTML fragment with clickable figures.
    pub html: String,
    /// Its figures, in reading order.
    pub figures: Vec<PlacedFigure>,
    /// Numbers that somebody typed into the text: a figure is never typed.
    pub typed: Vec<TypedNumber>,
}

/// Composes the bulletin with the figures as they stand.
///
/// # Errors
/// [`super::BulletinRefusal`].
pub async fn preview_bulletin(
    app: &App,
    _: &Allowed<WriteBulletins>,
    text: TextIn,
) -> Outcome<Preview> {
    let composed = compose(app, &text).await?;
    let title = composed.document.text(&composed.document.title);
    Ok(Preview {
        title: if title.is_empty() {
            composed.meta.title.clone()
        } else {
            title
        },
        html: documents::html::fragment(&composed.document, &composed.meta),
        figures: composed.document.figures,
        typed: typed_numbers(&composed.body),
    })
}
