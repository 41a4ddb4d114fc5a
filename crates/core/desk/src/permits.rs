//! The permissions of this crate.

http_base::permissions! {
    /// Find records by name; what is found needs its own permission as well.
    Find = "find.read",
    /// Keep saved views of one's own.
    OwnViews = "views.write",
}
