//! The permissions of this crate.

http_base::permissions! {
    /// See the companies.
    ReadCompanies = "companies.read",
    /// Register companies and change what is known of them.
    WriteCompanies = "companies.write",
}
