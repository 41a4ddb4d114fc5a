//! Months as a list of events: what is open, what is closed, and under which head.

use crate::store::Head;
use db::{ConnectionTrait, DbErr, FromQueryResult, fetch_all};
use kernel::{Instant, Month};

/// Whether a month takes facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MonthState {
    /// It takes facts; there is one such month, for the whole city.
    Open,
    /// Nothing in it can be added, changed or removed.
    Closed,
}

/// One month of the books.
#[derive(Debug, Clone)]
pub struct MonthEntry {
    /// The month.
    pub month: Month,
    /// Open or closed.
    pub state: MonthState,
    /// When it was first opened.
    pub opened_at: Instant,
    /// When it was last closed.
    pub closed_at: Option<Instant>,
    /// The journal's head at the close.
    pub head: Option<Head>,
    /// How often it was reopened.
    pub reopened: u32,
}

/// The months of the books, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Months(Vec<MonthEntry>);

#[derive(FromQueryResult)]
struct EventRow {
    month: i32,
    event: String,
    happened_at: String,
    head_seq: i64,
    head: Vec<u8>,
}

impl Months {
    /// Reads the events.
    pub async fn load(connection: &impl ConnectionTrait) -> Result<Self, DbErr> {
        let rows: Vec<EventRow> = fetch_all(
            connection,
            "SELECT month, event, happened_at, head_seq, head FROM ledger_month_events ORDER BY number",
            [],
        )
        .await?;
        let mut months = Self::default();
        for row in rows {
            let unreadable = || {
                DbErr::Type(format!(
                    "ledger_month_events: {} {}",
                    row.month, row.happened_at
                ))
            };
            let month = Month::from_number(row.month).map_err(|_| unreadable())?;
            let at = Instant::parse(&row.happened_at).ok_or_else(unreadable)?;
            let head = Head {
                seq: row.head_seq,
                hash: row.head.clone().try_into().map_err(|_| unreadable())?,
            };
            months.apply(month, &row.event, at, head);
        }
        Ok(months)
    }

    fn apply(&mut self, month: Month, event: &str, at: Instant, head: Head) {
        match event {
            "opened" if self.get(month).is_none() => self.0.push(MonthEntry {
                month,
                state: MonthState::Open,
                opened_at: at,
                closed_at: None,
                head: None,
                reopened: 0,
            }),
            "closed" => {
                if let Some(entry) = self.entry(month) {
                    entry.state = MonthState::Closed;
                    entry.closed_at = Some(at);
                    entry.head = Some(head);
                }
            }
            "reopened" => {
                // The month that was open holds no fact; it steps back until this one closes again.
                self.0.retain(|entry| entry.month <= month);
                if let Some(entry) = self.entry(month) {
                    entry.state = MonthState::Open;
                    entry.head = None;
                    entry.reopened += 1;
                }
            }
            _ => {}
        }
    }

    fn entry(&mut self, month: Month) -> Option<&mut MonthEntry> {
        self.0.iter_mut().find(|entry| entry.month == month)
    }

    /// All months, oldest first.
    pub fn entries(&self) -> &[MonthEntry] {
        &self.0
    }

    /// The entry of `month`.
    pub fn get(&self, month: Month) -> Option<&MonthEntry> {
        self.0.iter().find(|entry| entry.month == month)
    }

    /// The month that takes facts.
    pub fn open(&self) -> Option<Month> {
        self.0
            .iter()
            .find(|entry| entry.state == MonthState::Open)
            .map(|entry| entry.month)
    }

    /// The first month of the books.
    pub fn first(&self) -> Option<Month> {
        self.0.first().map(|entry| entry.month)
    }

    /// The last closed month.
    pub fn last_closed(&self) -> Option<&MonthEntry> {
        self.0
            .iter()
            .rev()
            .find(|entry| entry.state == MonthState::Closed)
    }
}
