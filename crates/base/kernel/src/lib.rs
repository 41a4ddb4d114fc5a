//! The words that every crate shares: typed ids, money, months, clocks, actors and refusals.
//!
//! **Invariant:** nothing here does input or output, nothing is async, nothing knows
//! investment promotion, and no float exists.

mod actor;
mod clock;
mod fields;
mod id;
mod money;
mod month;
mod page;
mod percent;
mod refusal;

pub use actor::{Actor, Permission, Scope};
pub use clock::{Clock, FixedClock, Instant, SystemClock, local_date, local_time};
pub use fields::Fields;
pub use id::{Entity, Id, IdRefusal, Ids};
pub use money::{BasisPoints, Money, MoneyRefusal, round_half_up};
pub use month::{Month, MonthRefusal};
pub use page::{Page, PageQuery};
pub use percent::{Percent, compare_fractions};
pub use refusal::{Fault, FieldRefusal, Refusal, RefusalKind, params_of};

/// The result of an op: a value, a refusal that the caller can act on, or a fault of ours.
pub type Outcome<T> = Result<T, Fault>;
