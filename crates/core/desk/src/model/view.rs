//! A view that somebody saved: a page with its filters, columns and order.

use kernel::{Entity, Fields, Id, Instant};
use serde_json::json;

/// The id of a [`SavedView`].
pub type ViewId = Id<SavedView>;

/// A saved view; its owner's alone. To share one, its address is shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// The page: `projects`.
    pub page: String,
    /// Its name.
    pub name: String,
    /// The page's query, as it stands in the address.
    pub query: String,
    /// When it was saved.
    pub created_at: Instant,
}

impl Entity for SavedView {
    const PREFIX: &'static str = "viw";
}

/// Checks the parts of a view that is to be saved, and trims them.
pub(crate) fn check_view(
    wrong: &mut Fields,
    parts: [(&'static str, &str, usize); 3],
) -> [String; 3] {
    parts.map(|(field, text, most)| {
        let text = text.trim().to_owned();
        if text.is_empty() && field != "query" {
            wrong.refuse(field, "field.empty", json!({}));
        } else if text.chars().count() > most {
            wrong.refuse(field, "field.too_long", json!({ "max": most }));
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_needs_a_page_and_a_name_but_no_query() {
        let mut wrong = Fields::default();
        let parts = [
            ("page", " projects ", 40),
            ("name", "甲", 40),
            ("query", "", 2_000),
        ];
        assert_eq!(check_view(&mut wrong, parts)[0], "projects");
        assert!(wrong.is_clean());
        let parts = [("page", "p", 40), ("name", " ", 40), ("query", "xxx", 2)];
        check_view(&mut wrong, parts);
        assert_eq!(wrong.done().unwrap_err().fields.len(), 2);
    }
}
