//! One endpoint per file.

pub(crate) mod change_password;
pub(crate) mod create_account;
pub(crate) mod create_one_time_password;
pub(crate) mod create_session;
pub(crate) mod create_unit;
pub(crate) mod delete_session;
pub(crate) mod get_session;
pub(crate) mod list_accounts;
pub(crate) mod list_divisions;
pub(crate) mod list_units;
pub(crate) mod update_account;
pub(crate) mod update_unit;

mod account_out;
mod session_out;
mod unit_out;
