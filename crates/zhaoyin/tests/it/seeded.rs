//! Other cities: what the product answers equals what the independent evaluator computes
//! from their workbooks, to the fen.

use crate::city::Zibo;
use crate::newspaper::load;
use axum::Router;
use db::Migration;
use demo::{DemoFile, Stage};
use http_base::App;
use kernel::Outcome;
use serde_json::Value;
use testkit::evaluator::{Answer, Worth};
use testkit::workbooks::{HandedIn, Workbooks};
use testkit::{City, TestApp, Who};

/// The city of a seed.
struct Seeded<const SEED: u64>;

impl<const SEED: u64> City for Seeded<SEED> {
    fn migrations() -> Vec<Migration> {
        Zibo::migrations()
    }

    async fn furnish(app: &App) -> Outcome<()> {
        load(app, &demo::seeded(SEED).files()?).await
    }

    async fn open(app: App) -> Outcome<(App, Router)> {
        Zibo::open(app).await
    }

    async fn sign_in(app: &App, who: Who) -> Outcome<String> {
        Zibo::sign_in(app, who).await
    }
}

/// What the evaluator makes of the same workbooks.
fn evaluated(files: &[DemoFile]) -> Workbooks {
    let handed_in = files.iter().map(|file| HandedIn {
        name: &file.path,
        month: match file.stage {
            Stage::Month(month) => Some(month.number()),
            Stage::Base | Stage::Opening => None,
        },
        bytes: &file.bytes,
    });
    Workbooks::read(202_201, handed_in).unwrap()
}

/// Windows: first month, last month.
const WINDOWS: [(&str, &str); 8] = [
    ("2022-01", "2022-01"),
    ("2022-01", "2022-06"),
    ("2022-03", "2022-05"),
    ("2022-01", "2022-12"),
    ("2023-01", "2023-02"),
    ("2023-02", "2023-04"),
    ("2023-01", "2023-06"),
    ("2023-06", "2023-06"),
];

/// `yyyymm` of a month's text.
fn number(month: &str) -> i32 {
    month.replace('-', "").parse().unwrap()
}

/// A JSON number or decimal string as tenths or fen, without its point.
fn whole(value: &Value) -> Option<i128> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.replace('.', "").parse().unwrap()),
        other => Some(other.as_i64().unwrap().into()),
    }
}

fn worth(value: Option<Worth>) -> Option<i128> {
    match value? {
        Worth::Number(number) => Some(number),
        // A ratio is printed in tenths of a percent, half up.
        Worth::Fraction(part, whole) => Some((part * 2_000 + whole) / (whole * 2)),
        Worth::Truth(truth) => Some(i128::from(truth)),
    }
}

fn compare(place: &str, figure: &Value, wanted: &Answer) {
    let value = match &figure["value"] {
        Value::Bool(truth) => Some(i128::from(*truth)),
        value => whole(value),
    };
    assert_eq!(value, worth(wanted.value), "value of {place}: {figure}");
    assert_eq!(
        whole(&figure["last_year"]),
        worth(wanted.last_year),
        "last year of {place}: {figure}"
    );
    assert_eq!(
        whole(&figure["yoy"]),
        wanted.change,
        "change of {place}: {figure}"
    );
    assert_eq!(
        whole(&figure["plan"]),
        wanted.plan,
        "plan of {place}: {figure}"
    );
    assert_eq!(
        whole(&figure["completion"]),
        wanted.completion,
        "completion of {place}: {figure}"
    );
    assert_eq!(
        figure["schedule"].as_bool(),
        wanted.on_schedule,
        "schedule of {place}: {figure}"
    );
    let rank = wanted.rank.and_then(|rank| u64::try_from(rank).ok());
    assert_eq!(figure["rank"].as_u64(), rank, "rank of {place}: {figure}");
}

async fn agrees<C: City>(app: &TestApp<C>, evaluated: &Workbooks) {
    let bureau = app.as_bureau();
    let mut compared = 0;
    for (from, month) in WINDOWS {
        let path = format!("/figures?month={month}&from={from}&unit=all");
        let figures = bureau.get(&path).await.ok(200);
        for figure in figures["figures"].as_array().unwrap() {
            let (indicator, unit) = (
                figure["indicator"].as_str().unwrap(),
                figure["unit_code"].as_str().unwrap(),
            );
            let place = format!("{indicator} of {unit}, {from} to {month}");
            let wanted = evaluated.ask(indicator, unit, (number(from), number(month)));
            compare(
                &place,
                figure,
                &wanted.unwrap_or_else(|| panic!("the evaluator does not know {place}")),
            );
            compared += 1;
        }
    }
    assert_eq!(
        compared,
        WINDOWS.len() * Workbooks::INDICATORS.len() * evaluated.units().len()
    );
}

#[tokio::test]
async fn a_seeds_city_equals_what_its_workbooks_say() {
    let app = TestApp::<Seeded<5>>::new().await;
    agrees(&app, &evaluated(&demo::seeded(5).files().unwrap())).await;
}

#[tokio::test]
async fn another_seeds_city_equals_what_its_workbooks_say() {
    let app = TestApp::<Seeded<23>>::new().await;
    agrees(&app, &evaluated(&demo::seeded(23).files().unwrap())).await;
}

#[tokio::test]
async fn the_newspapers_city_equals_what_its_workbooks_say() {
    let app = crate::newspaper::NewspaperApp::new().await;
    agrees(&app, &evaluated(&demo::newspaper().files().unwrap())).await;
}
