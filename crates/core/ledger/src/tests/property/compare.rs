//! Every figure of the books beside what the evaluator makes of the history.

use super::driver::{CITY, Driver};
use super::words::UNITS;
use crate::figures::{Figure, FigureQuery, Light, Value, Window, figures};
use kernel::Month;
use testkit::evaluator::{Answer, Lamp, Worth, month_after, month_before};

/// The first difference, in words; nothing where all figures agree.
pub(super) async fn difference(driver: &Driver) -> Option<String> {
    let mut units = vec![CITY];
    units.extend(UNITS);
    // From before the books, where totals may stand, to the open month.
    let mut month = month_before(driver.evaluator.history.first_month);
    while month <= driver.open {
        for from in beginnings(month) {
            if let Some(found) = of_window(driver, &units, (from, month)).await {
                return Some(found);
            }
        }
        month = month_after(month);
    }
    None
}

/// Windows that end with `month`: the year to date, the month, three months (which may
/// reach into the year before), and since February.
fn beginnings(month: i32) -> Vec<i32> {
    let january = month / 100 * 100 + 1;
    let mut all = vec![january, month, month_before(month_before(month))];
    if month % 100 > 2 {
        all.push(january + 1);
    }
    all.dedup();
    all
}

async fn of_window(driver: &Driver, units: &[i64], (from, month): (i32, i32)) -> Option<String> {
    let as_month = |number| Month::from_number(number).expect("a month");
    let ranked: &[i64] = if from % 100 == 1 { &UNITS } else { &UNITS[..2] };
    let query = FigureQuery {
        window: Window {
            from: as_month(from),
            month: as_month(month),
        },
        units,
        ranked,
        codes: &[],
        with_subjects: false,
    };
    let found = figures(driver.place.database.reader(), &driver.books, &query)
        .await
        .expect("figures");
    assert_eq!(found.len(), driver.books.codes().len() * units.len());
    for figure in found {
        let wanted = driver
            .evaluator
            .ask(&figure.indicator, figure.unit, (from, month), ranked)
            .expect("is defined");
        let has = in_plain_words(&figure);
        if has != wanted {
            return Some(format!(
                "{} of unit {} in {from}..{month}:\n the books: {has:?}\n evaluator: {wanted:?}",
                figure.indicator, figure.unit
            ));
        }
    }
    None
}

/// A figure in the evaluator's words.
fn in_plain_words(figure: &Figure) -> Answer {
    let worth = |value: Value| match value {
        Value::Money(money) => Worth::Number(money.fen().into()),
        Value::Count(count) => Worth::Number(count.into()),
        Value::Ratio {
            numerator,
            denominator,
        } => Worth::Fraction(numerator.into(), denominator.into()),
        Value::Truth(truth) => Worth::Truth(truth),
    };
    Answer {
        value: figure.value.map(worth),
        last_year: figure.last_year.map(worth),
        last_year_known_now: figure.last_year_known_now.map(worth),
        change: figure.yoy.map(|percent| percent.tenths().into()),
        plan: figure.plan.map(i128::from),
        completion: figure.completion.map(|percent| percent.tenths().into()),
        on_schedule: figure.on_schedule,
        lamp: figure.light.map(|light| match light {
            Light::Normal => Lamp::Green,
            Light::Slow => Lamp::Yellow,
            Light::Behind => Lamp::Red,
        }),
        rank: figure
            .rank
            .map(|rank| usize::try_from(rank).expect("a small number")),
        version: figure.definition_version,
    }
}
