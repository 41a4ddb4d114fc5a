//! Keyset pages: lists answer in constant time however far one has paged.

/// What a list was asked for.
#[derive(Debug, Clone, Default, serde::Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// The cursor that the page before gave; absent for the first page.
    pub after: Option<String>,
    /// How many items, 1 to 200; 50 when absent.
    pub limit: Option<u32>,
}

impl PageQuery {
    /// The number of items to give.
    pub fn size(&self) -> u64 {
        u64::from(self.limit.unwrap_or(50).clamp(1, 200))
    }
}

/// One page of a list.
#[derive(Debug, Clone, serde::Serialize, utoipa::ToSchema)]
pub struct Page<T> {
    /// The items, in the list's order.
    pub items: Vec<T>,
    /// The cursor for the next page; null on the last.
    pub next: Option<String>,
    /// How many items there are in all, counted to 10,000.
    pub total: u64,
    /// False where there are more than `total`.
    pub total_exact: bool,
}

impl<T> Page<T> {
    /// The same page with other items.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            next: self.next,
            total: self.total,
            total_exact: self.total_exact,
        }
    }
}
