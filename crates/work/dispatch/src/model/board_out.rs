//! The home page as the API gives it.

use kernel::Month;
use ledger::{Light, UnitOfValue};
use orgs::{Tile, UnitKind, UnitRef};
use serde::Serialize;
use serde_json::Value as Json;

/// The home page.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Board {
    /// The month; figures are as at its end.
    #[schema(value_type = String)]
    pub month: Month,
    /// Whether the month is open or closed; absent where the books do not have it.
    pub state: Option<ledger::MonthState>,
    /// When the newest fact was recorded.
    pub data_at: Option<String>,
    /// The share of the year that has passed, in percent.
    pub schedule: String,
    /// What the page says first.
    pub headline: Headline,
    /// The cards.
    pub cards: Vec<Card>,
    /// The city's row.
    pub city: Row,
    /// The ranked units, best first.
    pub rows: Vec<Row>,
    /// How units are scored (假定).
    pub weights: WeightsOut,
    /// The first indicator through the year.
    pub trend: Trend,
}

/// The weights of the score.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct WeightsOut {
    /// Of funds.
    pub funds: i64,
    /// Of projects.
    pub projects: i64,
    /// Completion counts up to this percentage of the schedule.
    pub cap: i64,
}

/// What the page says first.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Headline {
    /// Whether both targets of the city are on schedule; in June this is 双过半.
    pub on_schedule: Option<bool>,
    /// 双过半, at the end of June only.
    pub double_half: Option<bool>,
    /// The units that are slow or behind.
    pub attention: Vec<Attention>,
}

/// A unit that needs a call.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Attention {
    /// The unit.
    pub unit: UnitRef,
    /// Its completion of the funds target.
    pub completion: Option<String>,
    /// Its light.
    pub light: Light,
}

/// A card.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Card {
    /// The indicator.
    pub indicator: String,
    /// Its value.
    #[schema(value_type = Option<Object>)]
    pub value: Json,
    /// What the value is measured in.
    pub unit: UnitOfValue,
    /// As a headline prints it.
    pub display: String,
    /// The change since last year.
    pub yoy: Option<String>,
    /// The completion of the target.
    pub completion: Option<String>,
    /// The target.
    #[schema(value_type = Option<Object>)]
    pub plan: Json,
    /// The light.
    pub light: Option<Light>,
    /// A ratio's part.
    pub numerator: Option<i64>,
    /// A ratio's whole.
    pub denominator: Option<i64>,
    /// The planned investment of the projects counted.
    pub planned_investment: Option<String>,
    /// The indicator of that sum, for its door.
    pub planned_investment_indicator: Option<String>,
}

/// A row of the league table.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Row {
    /// The unit.
    pub unit: UnitRef,
    /// Its kind.
    pub kind: UnitKind,
    /// Its rank by score; ties share.
    pub rank: Option<u32>,
    /// Funds.
    pub funds: Cell,
    /// Projects.
    pub projects: Cell,
    /// The score, with one decimal.
    pub score: Option<String>,
    /// The worse of its two lights.
    pub light: Option<Light>,
    /// Its place on the tile map.
    pub tile: Option<Tile>,
}

/// One indicator in a row.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Cell {
    /// The value.
    #[schema(value_type = Option<Object>)]
    pub value: Json,
    /// The change since last year.
    pub yoy: Option<String>,
    /// The completion of the target.
    pub completion: Option<String>,
    /// The light.
    pub light: Option<Light>,
}

/// An indicator through the year.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Trend {
    /// The indicator.
    pub indicator: String,
    /// The months from January.
    pub points: Vec<TrendPoint>,
}

/// A month of the trend.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct TrendPoint {
    /// The month.
    #[schema(value_type = String)]
    pub month: Month,
    /// The year to date at its end, in yuan.
    pub value: String,
    /// What the schedule asks for by then, in yuan; absent without a target.
    pub schedule: Option<String>,
}
