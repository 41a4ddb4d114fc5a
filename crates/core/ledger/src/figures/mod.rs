//! Figures: what an indicator is worth for a unit in a window, with last year, plan,
//! completion, schedule, light and rank.

mod measure;
mod opening;
mod score;
mod series;
mod sums;
mod totals;

pub use measure::{Light, Value};
pub use opening::{opening_parts, opening_totals};
pub use score::{Score, Weights, score};
pub use series::{Point, series};
pub use sums::Window;
pub use totals::OpeningTotal;
use totals::OpeningTotals;

use crate::books::{Books, Version};
use crate::definitions::{RankBy, Rule};
use crate::months::Months;
use db::{ConnectionTrait, DbErr};
use kernel::{Month, Percent};
use measure::{Standing, change, progress, ranks};
use std::collections::HashMap;
use sums::{Periods, Sum, SumsByPlace};

/// What figures are asked for.
#[derive(Debug, Clone)]
pub struct FigureQuery<'a> {
    /// The window.
    pub window: Window,
    /// The units, by key.
    pub units: &'a [i64],
    /// The units among which ranks are given.
    pub ranked: &'a [i64],
    /// The indicators; all when empty.
    pub codes: &'a [&'a str],
    /// Whether to count the different subjects behind each figure, which reads postings.
    pub with_subjects: bool,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The indicator's code.
    pub indicator: String,
    /// The unit's key.
    pub unit: i64,
    /// Its value; `None` prints —.
    pub value: Option<Value>,
    /// The value of the same months last year, as at their end (rule 10).
    pub last_year: Option<Value>,
    /// The same as it is known at the window's end: with later corrections. `None` for a
    /// stock, of which only the present is known anew.
    pub last_year_known_now: Option<Value>,
    /// The change since last year, in percent or 百分点.
    pub yoy: Option<Percent>,
    /// The annual target, in fen or things; for the year to date only.
    pub plan: Option<i64>,
    /// The completion of the target.
    pub completion: Option<Percent>,
    /// Whether it is on schedule, exactly.
    pub on_schedule: Option<bool>,
    /// Its light.
    pub light: Option<Light>,
    /// Its rank among the ranked units.
    pub rank: Option<u32>,
    /// How many facts posted to it.
    pub facts: i64,
    /// How many different subjects stand behind it, where asked for.
    pub subjects: Option<i64>,
    /// The version of the definition.
    pub definition_version: i32,
}

/// Computes figures. Every comparison uses one version on both sides: that of the
/// window's last month.
pub async fn figures(
    connection: &impl ConnectionTrait,
    books: &Books,
    query: &FigureQuery<'_>,
) -> Result<Vec<Figure>, DbErr> {
    figures_as_known(connection, books, query, query.window.month).await
}

/// The same figures with what was corrected until the end of `as_at`: what an erratum
/// compares a published figure with. A stock has no cohorts and stays as at its own month.
pub async fn figures_as_known(
    connection: &impl ConnectionTrait,
    books: &Books,
    query: &FigureQuery<'_>,
    as_at: Month,
) -> Result<Vec<Figure>, DbErr> {
    let month = query.window.month;
    let codes: Vec<&str> = if query.codes.is_empty() {
        books.codes()
    } else {
        query.codes.to_vec()
    };
    let wanted: Vec<Version<'_>> = codes
        .iter()
        .filter_map(|code| books.version(code, month))
        .collect();
    let mut units = query.units.to_vec();
    units.extend(
        query
            .ranked
            .iter()
            .filter(|unit| !query.units.contains(unit)),
    );
    let bases = base_versions(books, &wanted, query.window);
    let source = Source {
        books,
        window: query.window,
        sums: sums::load(connection, &bases, &units, query.window, as_at).await?,
        plans: totals::plans(connection, month).await?,
        opening: OpeningTotals::load(connection, Months::load(connection).await?.first(), as_at)
            .await?,
        subjects: if query.with_subjects {
            sums::subjects(connection, &bases, query.units, query.window).await?
        } else {
            HashMap::new()
        },
        with_subjects: query.with_subjects,
    };
    let mut figures = Vec::with_capacity(wanted.len() * query.units.len());
    for version in &wanted {
        let standings: Vec<Option<Standing>> = query
            .ranked
            .iter()
            .map(|&unit| source.standing(version, unit))
            .collect();
        let ranks = ranks(&standings);
        for &unit in query.units {
            let mut figure = source.figure(version, unit);
            figure.rank = query
                .ranked
                .iter()
                .position(|ranked| *ranked == unit)
                .and_then(|place| ranks[place]);
            figures.push(figure);
        }
    }
    Ok(figures)
}

/// The flows and states that `wanted` are made of.
fn base_versions<'a>(books: &'a Books, wanted: &[Version<'a>], window: Window) -> Vec<Version<'a>> {
    let mut bases: Vec<Version<'a>> = Vec::new();
    let mut add = |version: Version<'a>| {
        if !bases.iter().any(|known| known.key == version.key) {
            bases.push(version);
        }
    };
    for version in wanted {
        match &version.compiled.rule {
            Rule::Flow { .. } | Rule::State { .. } => add(*version),
            Rule::Ratio {
                numerator,
                denominator,
            } => {
                [numerator, denominator]
                    .into_iter()
                    .filter_map(|code| books.version(code, window.month))
                    .for_each(&mut add);
            }
            Rule::DoubleHalf { of } => {
                of.iter()
                    .filter_map(|code| books.version(code, window.month))
                    .for_each(&mut add);
            }
        }
    }
    bases
}

/// Everything that figures are computed from.
struct Source<'a> {
    books: &'a Books,
    window: Window,
    sums: SumsByPlace,
    plans: HashMap<(String, i64), i64>,
    opening: OpeningTotals,
    subjects: HashMap<(i64, i64), i64>,
    with_subjects: bool,
}

/// A base indicator's three sums with what lies before the books added.
struct Base {
    now: Option<i64>,
    last_year: Option<i64>,
    known_now: Option<i64>,
    facts: i64,
    subjects: Option<i64>,
}

impl Source<'_> {
    fn base(&self, version: &Version<'_>, unit: i64) -> Base {
        let indicator = &version.compiled.indicator;
        let periods: Periods = self
            .sums
            .get(&(version.key, unit))
            .copied()
            .unwrap_or_default();
        let pick = |sum: Sum| match indicator.unit {
            crate::definitions::UnitOfValue::Money => sum.amount,
            _ => sum.count,
        };
        let with_opening = |sum: Sum, window: Window| {
            self.opening
                .missing_part(&indicator.code, unit, window, indicator.is_stock())
                .and_then(|part| pick(sum).checked_add(part))
        };
        Base {
            now: with_opening(periods.now, self.window),
            last_year: with_opening(periods.last_year, self.window.last_year()),
            // A stock has no cohorts: what is known now is the present stock, not last year's.
            known_now: if indicator.is_stock() {
                None
            } else {
                with_opening(periods.known_now, self.window.last_year())
            },
            facts: periods.now.facts,
            subjects: self.with_subjects.then(|| {
                self.subjects
                    .get(&(version.key, unit))
                    .copied()
                    .unwrap_or(0)
            }),
        }
    }

    fn base_of(&self, code: &str, unit: i64) -> Option<Base> {
        self.books
            .version(code, self.window.month)
            .map(|version| self.base(&version, unit))
    }

    fn plan(&self, code: &str, unit: i64) -> Option<i64> {
        if self.window.is_year_to_date() {
            self.plans.get(&(code.to_owned(), unit)).copied()
        } else {
            None
        }
    }

    fn figure(&self, version: &Version<'_>, unit: i64) -> Figure {
        let indicator = &version.compiled.indicator;
        let mut figure = Figure {
            indicator: indicator.code.clone(),
            unit,
            value: None,
            last_year: None,
            last_year_known_now: None,
            yoy: None,
            plan: None,
            completion: None,
            on_schedule: None,
            light: None,
            rank: None,
            facts: 0,
            subjects: None,
            definition_version: indicator.version,
        };
        match &version.compiled.rule {
            Rule::Flow { .. } | Rule::State { .. } => {
                let base = self.base(version, unit);
                let value = |sum: Option<i64>| sum.map(|sum| Value::of(indicator.unit, sum));
                figure.value = value(base.now);
                figure.last_year = value(base.last_year);
                figure.last_year_known_now = value(base.known_now);
                figure.facts = base.facts;
                figure.subjects = base.subjects;
                figure.plan = self.plan(&indicator.code, unit);
                if let (Some(now), Some(plan)) = (base.now, figure.plan)
                    && let Some(progress) = progress(now, plan, self.window.month.of_year())
                {
                    figure.completion = Some(progress.completion);
                    figure.on_schedule = Some(progress.on_schedule);
                    figure.light = Some(progress.light);
                }
            }
            Rule::Ratio {
                numerator,
                denominator,
            } => {
                let (Some(part), Some(whole)) = (
                    self.base_of(numerator, unit),
                    self.base_of(denominator, unit),
                ) else {
                    return figure;
                };
                let ratio = |numerator: Option<i64>, denominator: Option<i64>| {
                    Some(Value::Ratio {
                        numerator: numerator?,
                        denominator: denominator?,
                    })
                    .filter(|ratio| ratio.percent().is_some())
                };
                figure.value = ratio(part.now, whole.now);
                figure.last_year = ratio(part.last_year, whole.last_year);
                figure.last_year_known_now = ratio(part.known_now, whole.known_now);
                figure.facts = part.facts + whole.facts;
                figure.subjects = whole.subjects;
            }
            Rule::DoubleHalf { of } => {
                figure.value = self.double_half(of, unit).map(Value::Truth);
            }
        }
        if let (Some(now), Some(then)) = (figure.value, figure.last_year) {
            figure.yoy = change(now, then);
        }
        figure
    }

    /// 双过半: at the end of June, every indicator named that has a target is on schedule.
    fn double_half(&self, of: &[String], unit: i64) -> Option<bool> {
        if self.window.month.of_year() != 6 || !self.window.is_year_to_date() {
            return None;
        }
        let mut all = None;
        for code in of {
            let Some(plan) = self.plan(code, unit).filter(|plan| *plan > 0) else {
                continue;
            };
            let value = self.base_of(code, unit)?.now?;
            let on_schedule = progress(value, plan, 6)?.on_schedule;
            all = Some(all.unwrap_or(true) && on_schedule);
        }
        all
    }

    fn standing(&self, version: &Version<'_>, unit: i64) -> Option<Standing> {
        let indicator = &version.compiled.indicator;
        match (&version.compiled.rule, indicator.rank_by) {
            (Rule::Flow { .. } | Rule::State { .. }, RankBy::Value) => {
                Some((self.base(version, unit).now?.into(), 1))
            }
            (Rule::Flow { .. } | Rule::State { .. }, RankBy::Completion) => {
                let plan = self.plan(&indicator.code, unit).filter(|plan| *plan > 0)?;
                Some((self.base(version, unit).now?.into(), plan.into()))
            }
            (
                Rule::Ratio {
                    numerator,
                    denominator,
                },
                _,
            ) => {
                let whole = self
                    .base_of(denominator, unit)?
                    .now
                    .filter(|whole| *whole > 0)?;
                Some((self.base_of(numerator, unit)?.now?.into(), whole.into()))
            }
            (Rule::DoubleHalf { .. }, _) => None,
        }
    }
}
