//! The permissions of this crate.

http_base::permissions! {
    /// See the accounts.
    ReadAccounts = "accounts.read",
    /// Make accounts, disable them, hand out one-time passwords.
    WriteAccounts = "accounts.write",
    /// Look divisions up.
    ReadDivisions = "divisions.read",
    /// See the units.
    ReadUnits = "units.read",
    /// Make and change units.
    WriteUnits = "units.write",
}
