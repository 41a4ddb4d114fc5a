//! The permissions of this crate.

http_base::permissions! {
    /// See platforms and what they brought.
    ReadPlatforms = "platforms.read",
    /// Register platforms and the projects they brought.
    WritePlatforms = "platforms.write",
    /// See opportunities.
    ReadOpportunities = "opportunities.read",
    /// Plan, publish and close opportunities.
    WriteOpportunities = "opportunities.write",
}
