//! The permissions of this crate.

http_base::permissions! {
    /// See activities and whom they met.
    ReadActivities = "activities.read",
    /// Record activities and whom they met.
    WriteActivities = "activities.write",
    /// See campaigns and their goals.
    ReadCampaigns = "campaigns.read",
    /// Set up campaigns and their goals.
    WriteCampaigns = "campaigns.write",
    /// See policy documents.
    ReadPolicyDocuments = "policy_documents.read",
    /// Record policy documents.
    WritePolicyDocuments = "policy_documents.write",
}
