//! What every recognition stands on, by a form or by an import: the units, the books, and
//! which days may be recorded.

use db::DatabaseTransaction;
use http_base::App;
use kernel::{Fault, Instant, Outcome, local_date};
use ledger::{Books, Credit, CreditMode, Days, Months, RecordRefusal};
use orgs::UnitTree;
use std::sync::Arc;

/// The city and its books at one moment.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The units, as they are now.
    pub tree: UnitTree,
    /// Which days may be recorded.
    pub days: Days,
    /// The books.
    pub books: Arc<Books>,
    /// The instant of everything that is written.
    pub at: Instant,
}

impl Setting {
    /// The setting of this transaction.
    ///
    /// # Errors
    /// [`RecordRefusal::NoOpenMonth`].
    pub async fn load(tx: &DatabaseTransaction, app: &App, at: Instant) -> Outcome<Self> {
        let months = Months::load(tx).await?;
        let (Some(first), Some(open)) = (months.first(), months.open()) else {
            return Err(RecordRefusal::NoOpenMonth.into());
        };
        let books = app
            .part::<Books>()
            .ok_or_else(|| Fault::broken("the books were not installed"))?;
        Ok(Self {
            tree: orgs::ops::load_units(tx).await?,
            days: Days {
                first,
                open,
                today: local_date(at),
            },
            books,
            at,
        })
    }

    /// The credit of what one unit did, or several together: each has it whole (双计), the
    /// city once.
    pub fn credits(&self, units: &[i64]) -> Vec<Credit> {
        let mode = match units {
            [_] => CreditMode::Exclusive,
            _ => CreditMode::Double,
        };
        units
            .iter()
            .map(|&unit| Credit {
                unit,
                above: self
                    .tree
                    .path(unit)
                    .iter()
                    .rev()
                    .skip(1)
                    .map(|unit| unit.key)
                    .collect(),
                basis_points: 10_000,
                mode,
            })
            .collect()
    }
}
