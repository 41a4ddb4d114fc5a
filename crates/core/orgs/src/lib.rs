//! Divisions, units, accounts, sessions and roles.
