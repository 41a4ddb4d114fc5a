//! The permissions of this crate.

http_base::permissions! {
    /// See the projects of one's scope.
    ReadProjects = "projects.read",
    /// Register projects, change them, record what is recognised of them.
    WriteProjects = "projects.write",
    /// See the funds of one's scope.
    ReadFunds = "funds.read",
    /// Record and correct arrived funds.
    WriteFunds = "funds.write",
}
