//! The permissions of this crate.

http_base::permissions! {
    /// See the companies.
    ReadCompanies = "companies.read",
    /// Register companies and change what is known of them.
    WriteCompanies = "companies.write",
    /// See industry chains and their nodes.
    ReadChains = "chains.read",
    /// Change industry chains and their nodes.
    WriteChains = "chains.write",
    /// See the target companies.
    ReadTargets = "targets.read",
    /// Choose and give up target companies.
    WriteTargets = "targets.write",
}
