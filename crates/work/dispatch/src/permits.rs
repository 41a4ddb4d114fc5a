//! The permissions of this crate.

http_base::permissions! {
    /// See figures, the board and the months.
    ReadFigures = "figures.read",
    /// See the entries behind a figure, and facts, of the units in scope.
    ReadLineage = "lineage.read",
    /// Open the books, close months.
    WriteMonths = "months.write",
    /// Set annual targets.
    WritePlans = "plans.write",
    /// See bulletins.
    ReadBulletins = "bulletins.read",
    /// Draft and issue bulletins.
    WriteBulletins = "bulletins.write",
}
