//! Use cases, one per file. Endpoints, commands and imports enter here.

mod audited;
mod change_password;
mod create_account;
mod create_one_time_password;
mod create_session;
mod create_unit;
mod delete_session;
mod demo_mark;
mod ensure_administrator;
mod hashing;
mod resume_session;
mod take_back_unit;
mod unit_input;
mod update_account;
mod update_unit;

pub use change_password::change_password;
pub use create_account::{NewAccount, create_account};
pub use create_one_time_password::create_one_time_password;
pub use create_session::{NewSession, SignInRefusal, create_session, open_session};
pub use create_unit::{create_unit, create_unit_in};
pub use delete_session::delete_session;
pub use demo_mark::{is_demo, mark_as_demo};
pub use ensure_administrator::{FirstAdministrator, ensure_administrator};
pub use resume_session::{CurrentSession, HeldRefusal, resume_session};
pub use take_back_unit::{delete_unit_in, restore_unit_in};
pub use unit_input::{NewUnit, UnitChange};
pub use update_account::{AccountChange, AccountRefusal, update_account};
pub use update_unit::{UnitRefusal, update_unit, update_unit_in};

use crate::model::{Account, UnitTree};
use crate::permits::{ReadAccounts, ReadUnits};
use crate::store;
use http_base::{Allowed, App};
use kernel::{Outcome, Page, PageQuery};

/// The units as they stand, for whoever may see them.
pub async fn list_units(app: &App, _: &Allowed<ReadUnits>) -> Outcome<UnitTree> {
    load_units(app.database.reader()).await
}

/// The tree of units as it stands, for the ops and queries of other crates. It is about a
/// dozen rows: read anew each time, so that no server works with a stale one.
pub async fn load_units<C: db::ConnectionTrait>(connection: &C) -> Outcome<UnitTree> {
    store::units::tree(connection).await
}

/// A page of accounts, by login.
pub async fn list_accounts(
    app: &App,
    _: &Allowed<ReadAccounts>,
    page: &PageQuery,
) -> Outcome<Page<Account>> {
    store::accounts::page(app.database.reader(), page).await
}
