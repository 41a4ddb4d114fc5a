//! A saved view as the API gives it.

use crate::model::{SavedView, ViewId};
use serde::Serialize;

/// A saved view.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct ViewOut {
    /// Its id.
    #[schema(value_type = String)]
    id: ViewId,
    /// The page.
    page: String,
    /// Its name.
    name: String,
    /// The page's query, as it stands in the address.
    query: String,
}

impl From<SavedView> for ViewOut {
    fn from(view: SavedView) -> Self {
        Self {
            id: view.id,
            page: view.page,
            name: view.name,
            query: view.query,
        }
    }
}
