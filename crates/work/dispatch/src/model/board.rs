//! The home page in one answer: headline, cards, the league table, the trend.

use super::board_out::{
    Attention, Board, Card, Cell, Headline, Row, Trend, TrendPoint, WeightsOut,
};
use kernel::{Money, Month, Percent};
use ledger::{Books, Figure, Light, Point, Score, UnitOfValue, Value, Weights, score};
use orgs::{Unit, UnitTree};
use serde_json::Value as Json;
use std::cmp::Ordering;

/// The two indicators that units are scored by.
pub(crate) const SCORED: [&str; 2] = ["funds_arrived", "new_projects_over_100m"];

/// The ratios that have a card, with the sum of planned investment printed beside each.
pub(crate) const RATE_CARDS: [(&str, &str); 2] = [
    ("witnessed_start_rate", "witnessed_planned_investment"),
    ("pushed_start_rate", "pushed_planned_investment"),
];

/// What the board asks of the city alone.
pub(crate) const BOARD_CITY_CODES: [&str; 5] = [
    "double_half",
    "witnessed_start_rate",
    "witnessed_planned_investment",
    "pushed_start_rate",
    "pushed_planned_investment",
];

/// What the board is put together from.
pub(crate) struct BoardParts<'a> {
    pub books: &'a Books,
    pub tree: &'a UnitTree,
    pub city: &'a Unit,
    pub month: Month,
    /// Figures of [`SCORED`] for the city and all ranked units.
    pub scored: &'a [Figure],
    /// The city's figures of the cards.
    pub city_figures: &'a [Figure],
    pub trend: &'a [Point],
}

/// Puts the board together; state and time of data are the caller's to fill in.
pub(crate) fn board(parts: &BoardParts<'_>) -> Board {
    let weights = Weights::default();
    let row = |unit: &Unit| parts.row(unit, &weights);
    let mut rows: Vec<(Option<Score>, Row)> = parts.tree.ranked().map(row).collect();
    rows.sort_by(|(one, _), (other, _)| best_first(*one, *other));
    let scores: Vec<Score> = rows.iter().filter_map(|(score, _)| *score).collect();
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|(score, row)| Row {
            rank: rank_of(score, &scores),
            ..row
        })
        .collect();
    let attention = rows
        .iter()
        .filter_map(|row| {
            let light = row.light.filter(|light| *light != Light::Normal)?;
            Some(Attention {
                unit: row.unit.clone(),
                completion: row.funds.completion.clone(),
                light,
            })
        })
        .collect();
    let (_, city) = row(parts.city);
    let schedules: Vec<Option<bool>> = SCORED
        .iter()
        .map(|code| {
            parts
                .scored(code, parts.city.key)
                .and_then(|f| f.on_schedule)
        })
        .collect();
    Board {
        month: parts.month,
        state: None,
        data_at: None,
        schedule: Percent::of(parts.month.of_year().into(), 12)
            .expect("twelve is positive")
            .to_string(),
        headline: Headline {
            on_schedule: schedules
                .into_iter()
                .reduce(|all, one| Some(all? && one?))
                .flatten(),
            double_half: match parts
                .city_figure("double_half")
                .and_then(|figure| figure.value)
            {
                Some(Value::Truth(truth)) => Some(truth),
                _ => None,
            },
            attention,
        },
        cards: parts.cards(),
        city,
        rows,
        weights: WeightsOut {
            funds: weights.parts[0].1,
            projects: weights.parts[1].1,
            cap: weights.cap,
        },
        trend: parts.trend(),
    }
}

fn best_first(one: Option<Score>, other: Option<Score>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => other.compare(one).unwrap_or(Ordering::Equal),
        (one, other) => other.is_some().cmp(&one.is_some()),
    }
}

/// Ties share a rank: 1, 1, 3.
fn rank_of(score: Option<Score>, all: &[Score]) -> Option<u32> {
    let own = score?;
    let better = all
        .iter()
        .filter(|other| other.compare(own) == Some(Ordering::Greater))
        .count();
    u32::try_from(better + 1).ok()
}

impl BoardParts<'_> {
    fn scored(&self, code: &str, unit: i64) -> Option<&Figure> {
        self.scored
            .iter()
            .find(|figure| figure.unit == unit && figure.indicator == code)
    }

    fn city_figure(&self, code: &str) -> Option<&Figure> {
        self.city_figures
            .iter()
            .find(|figure| figure.indicator == code)
    }

    fn row(&self, unit: &Unit, weights: &Weights) -> (Option<Score>, Row) {
        let number = |figure: Option<&Figure>| match figure.and_then(|figure| figure.value) {
            Some(Value::Money(money)) => Some(money.fen()),
            Some(Value::Count(count)) => Some(count),
            _ => None,
        };
        let parts: Vec<(i64, Option<i64>, Option<i64>)> = weights
            .parts
            .iter()
            .map(|(code, weight)| {
                let figure = self.scored(code, unit.key);
                (
                    *weight,
                    number(figure),
                    figure.and_then(|figure| figure.plan),
                )
            })
            .collect();
        let points = score(&parts, self.month.of_year(), weights.cap);
        let cell = |code: &str| cell(self.scored(code, unit.key));
        let (funds, projects) = (cell(SCORED[0]), cell(SCORED[1]));
        let light = funds.light.max(projects.light);
        let row = Row {
            unit: unit.to_ref(),
            kind: unit.kind,
            rank: None,
            funds,
            projects,
            score: points
                .and_then(Score::points)
                .map(|points| points.to_string()),
            light,
            tile: unit.tile,
        };
        (points, row)
    }

    fn cards(&self) -> Vec<Card> {
        let planned = SCORED.iter().filter_map(|code| {
            self.scored(code, self.city.key)
                .map(|figure| self.card(figure, None))
        });
        let rates = RATE_CARDS.iter().filter_map(|(code, investment)| {
            self.city_figure(code)
                .map(|figure| self.card(figure, Some(investment)))
        });
        planned.chain(rates).collect()
    }

    fn card(&self, figure: &Figure, investment: Option<&str>) -> Card {
        let unit = self
            .books
            .indicator(&figure.indicator, self.month)
            .map_or(UnitOfValue::Count, |indicator| indicator.unit);
        let (numerator, denominator) = match figure.value {
            Some(Value::Ratio {
                numerator,
                denominator,
            }) => (Some(numerator), Some(denominator)),
            _ => (None, None),
        };
        Card {
            indicator: figure.indicator.clone(),
            value: figure.value.map_or(Json::Null, Value::json),
            unit,
            display: figure.value.map_or_else(|| "—".to_owned(), Value::display),
            yoy: figure.yoy.map(|yoy| yoy.to_string()),
            completion: figure.completion.map(|completion| completion.to_string()),
            plan: figure
                .plan
                .map_or(Json::Null, |plan| super::figure::plan_json(unit, plan)),
            light: figure.light,
            numerator,
            denominator,
            planned_investment: investment
                .and_then(|code| self.city_figure(code)?.value)
                .map(|value| value.json().as_str().unwrap_or_default().to_owned()),
            planned_investment_indicator: investment.map(str::to_owned),
        }
    }

    fn trend(&self) -> Trend {
        let plan = self
            .scored(SCORED[0], self.city.key)
            .and_then(|figure| figure.plan);
        let points = self
            .trend
            .iter()
            .map(|point| TrendPoint {
                month: point.month,
                value: Money::from_fen(point.cumulative).to_string(),
                schedule: plan.map(|plan| {
                    let due = kernel::round_half_up(
                        i128::from(plan) * i128::from(point.month.of_year()),
                        12,
                    );
                    Money::from_fen(i64::try_from(due).unwrap_or(plan)).to_string()
                }),
            })
            .collect();
        Trend {
            indicator: SCORED[0].to_owned(),
            points,
        }
    }
}

fn cell(figure: Option<&Figure>) -> Cell {
    Cell {
        value: figure
            .and_then(|figure| figure.value)
            .map_or(Json::Null, Value::json),
        yoy: figure
            .and_then(|figure| figure.yoy)
            .map(|yoy| yoy.to_string()),
        completion: figure
            .and_then(|figure| figure.completion)
            .map(|completion| completion.to_string()),
        light: figure.and_then(|figure| figure.light),
    }
}
