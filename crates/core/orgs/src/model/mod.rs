//! Types and rules, pure: no database, no clock.

mod account;
mod division;
mod divisions;
mod password;
mod role;
mod session;
mod unit;
mod unit_tree;

pub use account::{Account, AccountId, Login};
pub use division::{Division, Region, other_province};
pub use divisions::{Divisions, NameRefusal, divisions};
pub use password::{OneTimePassword, PasswordFault, check_chosen};
pub use role::{Role, permission_names};
pub use session::Attempts;
pub(crate) use session::{SESSION_DAYS, TOUCH_MINUTES, is_alive, oldest_alive};
pub use unit::{Tile, Unit, UnitKind, UnitRef};
pub use unit_tree::{UnitTree, UnitTreeFault};
