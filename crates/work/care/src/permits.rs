//! The permissions of this crate.

http_base::permissions! {
    /// See whom the city escorts.
    ReadRosters = "rosters.read",
    /// Enrol and release projects and companies.
    WriteRosters = "rosters.write",
    /// See visits.
    ReadVisits = "visits.read",
    /// Record visits.
    WriteVisits = "visits.write",
    /// See problems.
    ReadProblems = "problems.read",
    /// Record problems and their solutions.
    WriteProblems = "problems.write",
}
