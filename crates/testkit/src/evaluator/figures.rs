//! The questions: value, last year, change, plan, completion, schedule, light, rank.

use super::Evaluator;
use super::exact::tenths_of_percent;
use super::rules::{Definition, Rule};
use super::sums::Stretch;

/// What a figure is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worth {
    /// Fen, or things.
    Number(i128),
    /// A part and a positive whole.
    Fraction(i128, i128),
    /// Yes or no.
    Truth(bool),
}

/// A light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lamp {
    /// Less than 10 points behind.
    Green,
    /// 10 to 30 points behind.
    Yellow,
    /// More than 30 points behind.
    Red,
}

/// All that is asked of one indicator, unit and window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// Its value.
    pub value: Option<Worth>,
    /// That of the same months last year, as at their end.
    pub last_year: Option<Worth>,
    /// That of the same months last year, as known now; nothing for a stock, of which
    /// only the present is known anew.
    pub last_year_known_now: Option<Worth>,
    /// The change in tenths: of a percent, or of a 百分点.
    pub change: Option<i128>,
    /// The annual target.
    pub plan: Option<i128>,
    /// The completion in tenths of a percent.
    pub completion: Option<i128>,
    /// Whether it is on schedule.
    pub on_schedule: Option<bool>,
    /// The light.
    pub lamp: Option<Lamp>,
    /// The rank among the units asked for.
    pub rank: Option<usize>,
    /// The version of the definition.
    pub version: i32,
}

#[derive(Clone, Copy)]
enum When {
    Now,
    LastYear,
    LastYearKnownNow,
}

impl Evaluator {
    /// Answers for the window `from..=month`, as at the end of `month`.
    pub fn ask(
        &self,
        code: &str,
        unit: i64,
        (from, month): (i32, i32),
        ranked: &[i64],
    ) -> Option<Answer> {
        let definition = self.definition(code, month)?;
        let worth = |when| self.worth(definition, unit, (from, month), when);
        let (value, last_year) = (worth(When::Now), worth(When::LastYear));
        let is_base = matches!(definition.rule, Rule::Flow { .. } | Rule::State { .. });
        let to_date = from == month / 100 * 100 + 1;
        let plan = if is_base && to_date {
            self.plan(code, unit, month)
        } else {
            None
        };
        let passed = i128::from(month % 100);
        let reached = match (value, plan) {
            (Some(Worth::Number(value)), Some(plan)) => progress(value, plan, passed),
            _ => None,
        };
        Some(Answer {
            value,
            last_year,
            last_year_known_now: worth(When::LastYearKnownNow),
            change: value
                .zip(last_year)
                .and_then(|(now, then)| change(now, then)),
            plan,
            completion: reached.map(|reached| reached.0),
            on_schedule: reached.map(|reached| reached.1),
            lamp: reached.map(|reached| reached.2),
            rank: self.rank(definition, unit, (from, month), ranked),
            version: definition.version,
        })
    }

    fn worth(
        &self,
        definition: &Definition,
        unit: i64,
        window: (i32, i32),
        when: When,
    ) -> Option<Worth> {
        match &definition.rule {
            Rule::Flow { .. } | Rule::State { .. } => self
                .number(definition, unit, window, when)
                .map(Worth::Number),
            Rule::Ratio { part, whole } => {
                let number =
                    |code: &str| self.number(self.definition(code, window.1)?, unit, window, when);
                let (part, whole) = (number(part)?, number(whole)?);
                (whole > 0).then_some(Worth::Fraction(part, whole))
            }
            Rule::BothHalves { of } => match when {
                When::Now => self.both_halves(of, unit, window).map(Worth::Truth),
                When::LastYear | When::LastYearKnownNow => None,
            },
        }
    }

    /// A flow's or state's number, with what lies before the books.
    fn number(
        &self,
        definition: &Definition,
        unit: i64,
        (from, month): (i32, i32),
        when: When,
    ) -> Option<i128> {
        let (from, until, as_at) = match when {
            When::Now => (from, month, month),
            When::LastYear => (from - 100, month - 100, month - 100),
            When::LastYearKnownNow if definition.is_stock() => return None,
            When::LastYearKnownNow => (from - 100, month - 100, month),
        };
        if definition.is_stock() && until < self.history.first_month {
            return self.stock_before(definition.code, unit, until, month);
        }
        let before = if definition.is_stock() {
            0
        } else {
            self.before_the_books(definition.code, unit, (from, until), month)?
        };
        let stretch = Stretch { from, until, as_at };
        Some(before + self.sum(definition, unit, stretch))
    }

    fn both_halves(&self, of: &[&str], unit: i64, window: (i32, i32)) -> Option<bool> {
        let (from, month) = window;
        if month % 100 != 6 || from % 100 != 1 || from / 100 != month / 100 {
            return None;
        }
        // 双过半: all indicators that have a target are on schedule at the end of June.
        let mut targets = 0;
        let mut reached = 0;
        for code in of {
            let Some(plan) = self.plan(code, unit, month).filter(|plan| *plan > 0) else {
                continue;
            };
            targets += 1;
            let definition = self.definition(code, month)?;
            let value = self.number(definition, unit, window, When::Now)?;
            if value * 12 >= plan * 6 {
                reached += 1;
            }
        }
        (targets > 0).then_some(targets == reached)
    }

    /// 1 + how many of the ranked units are better; ties share.
    fn rank(
        &self,
        definition: &Definition,
        unit: i64,
        window: (i32, i32),
        ranked: &[i64],
    ) -> Option<usize> {
        if !ranked.contains(&unit) {
            return None;
        }
        let standing = |unit: i64| self.standing_for_rank(definition, unit, window);
        let (own, base) = standing(unit)?;
        let better = ranked
            .iter()
            .filter_map(|&other| standing(other))
            .filter(|(other, other_base)| other * base > own * other_base)
            .count();
        Some(better + 1)
    }

    fn standing_for_rank(
        &self,
        definition: &Definition,
        unit: i64,
        window: (i32, i32),
    ) -> Option<(i128, i128)> {
        match self.worth(definition, unit, window, When::Now)? {
            Worth::Fraction(part, whole) => Some((part, whole)),
            Worth::Truth(_) => None,
            Worth::Number(value) if definition.ranked_by_completion => {
                let to_date = window.0 == window.1 / 100 * 100 + 1;
                let plan = self.plan(definition.code, unit, window.1)?;
                (to_date && plan > 0).then_some((value, plan))
            }
            Worth::Number(value) => Some((value, 1)),
        }
    }
}

/// The change in tenths of a percent; that of a ratio is the difference of the two printed
/// percentages, as a reader would check it.
pub(crate) fn change(now: Worth, then: Worth) -> Option<i128> {
    match (now, then) {
        (Worth::Number(now), Worth::Number(then)) => tenths_of_percent(now - then, then),
        (Worth::Fraction(part, whole), Worth::Fraction(part_then, whole_then)) => {
            Some(tenths_of_percent(part, whole)? - tenths_of_percent(part_then, whole_then)?)
        }
        _ => None,
    }
}

/// Completion in tenths of a percent, whether on schedule, and the light, after `passed`
/// months of the year; nothing without a positive target.
pub(crate) fn progress(value: i128, plan: i128, passed: i128) -> Option<(i128, bool, Lamp)> {
    let completion = tenths_of_percent(value, plan)?;
    Some((
        completion,
        value * 12 >= plan * passed,
        lamp(value, plan, passed),
    ))
}

/// How many points the completion lies behind the share of the year that has passed.
fn lamp(value: i128, plan: i128, passed: i128) -> Lamp {
    // In units of 1/(12 × plan): passed/12 − value/plan.
    let behind = passed * plan - 12 * value;
    let point = 12 * plan;
    if behind * 100 < 10 * point {
        Lamp::Green
    } else if behind * 100 <= 30 * point {
        Lamp::Yellow
    } else {
        Lamp::Red
    }
}
