//! The demo city against the newspaper's table: what is printed comes out of its records,
//! through the same code as a real city's.

use crate::city::Zibo;
use axum::Router;
use db::Migration;
use demo::{City as DemoCity, DemoFile};
use dispatch::ReadBulletins;
use http_base::{Allowed, App, Permit};
use kernel::{Actor, FixedClock, Instant, Outcome};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use testkit::{City, Who};

/// The newspaper's city, loaded from its workbooks.
pub(crate) struct Newspaper;

pub(crate) type NewspaperApp = testkit::TestApp<Newspaper>;

/// Loads a demo city into the database of `app`.
pub(crate) async fn load(app: &App, files: &[DemoFile]) -> Outcome<()> {
    let clock = FixedClock::at(Instant::parse("2022-01-01T00:00:00Z").unwrap());
    let app = App::new(app.database.clone(), clock.clone(), 99, true);
    let app = zhaoyin::open::install(app).await?;
    zhaoyin::demo_city::load(&app, &clock, files).await?;
    Ok(())
}

impl City for Newspaper {
    fn migrations() -> Vec<Migration> {
        Zibo::migrations()
    }

    async fn furnish(app: &App) -> Outcome<()> {
        load(app, &demo::newspaper().files()?).await
    }

    async fn open(app: App) -> Outcome<(App, Router)> {
        Zibo::open(app).await
    }

    async fn sign_in(app: &App, who: Who) -> Outcome<String> {
        Zibo::sign_in(app, who).await
    }
}

/// Rows of `acceptance/newspaper.csv`: the column names with their values.
fn table() -> Vec<BTreeMap<String, String>> {
    let text = include_str!("../../../../acceptance/newspaper.csv");
    let mut lines = text.lines();
    let names: Vec<String> = lines
        .next()
        .unwrap()
        .split(',')
        .map(str::to_owned)
        .collect();
    lines
        .map(|line| {
            names
                .iter()
                .cloned()
                .zip(line.split(',').map(str::to_owned))
                .collect()
        })
        .collect()
}

async fn figure(app: &NewspaperApp, indicator: &str, month: &str) -> Value {
    figure_from(app, indicator, None, month).await
}

async fn figure_from(
    app: &NewspaperApp,
    indicator: &str,
    from: Option<&str>,
    month: &str,
) -> Value {
    let from = from.map_or(String::new(), |from| format!("&from={from}"));
    let path = format!("/figures?month={month}{from}&indicator={indicator}");
    let answer = app.as_bureau().get(&path).await.ok(200);
    answer["figures"][0].clone()
}

/// A figure's measure as the newspaper prints it.
fn printed(figure: &Value, measure: &str) -> String {
    let part = match measure {
        "value" => &figure["display"],
        measure => &figure[measure],
    };
    part.as_str().unwrap_or_default().to_owned()
}

/// The first month of a row's window; none for the year to date and for stocks.
fn from_of(row: &BTreeMap<String, String>) -> Option<&str> {
    row["window"].split_once("..").map(|(from, _)| from)
}

/// What a bulletin prints for a row, number and word: 1300余.
async fn said(app: &NewspaperApp, row: &BTreeMap<String, String>) -> String {
    let measure = match row["approximation"].as_str() {
        "余" => "over",
        "近" => "near",
        _ => &row["measure"],
    };
    let (code, month) = (&row["indicator"], &row["month"]);
    let from = from_of(row).map_or(String::new(), |from| format!(", from=\"{from}\""));
    let body = format!("{{{{ fig(\"{code}\", \"{measure}\", month=\"{month}\"{from}) }}}}");
    let text = serde_json::json!({ "body": body, "month": "2023-06" });
    let preview = app
        .as_bureau()
        .post("/bulletins/preview", text)
        .await
        .ok(200);
    preview["figures"][0]["display"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn every_row_of_the_newspaper_comes_out_of_the_records() {
    let app = NewspaperApp::new().await;
    let mut answered = BTreeSet::new();
    for row in table().iter().filter(|row| row["window"] != "campaign") {
        let (id, value) = (row["id"].as_str(), row["value"].as_str());
        if row["approximation"].is_empty() {
            let figure = figure_from(&app, &row["indicator"], from_of(row), &row["month"]).await;
            assert_eq!(printed(&figure, &row["measure"]), value, "{id} {figure}");
        } else {
            let wanted = match row["approximation"].as_str() {
                "余" => format!("{value}余"),
                other => format!("{other}{value}"),
            };
            assert_eq!(said(&app, row).await, wanted, "{id}");
        }
        answered.insert(id.to_owned());
    }
    assert_eq!(answered.len(), 52, "{answered:?}");
}

#[tokio::test]
async fn the_goals_of_the_newspaper_are_the_campaigns() {
    let app = NewspaperApp::new().await;
    let campaigns = app.as_bureau().get("/campaigns").await.ok(200);
    let mut goals = BTreeMap::new();
    for campaign in campaigns["items"].as_array().unwrap() {
        let path = format!(
            "/campaign-progress?campaign={}",
            campaign["code"].as_str().unwrap()
        );
        let progress = app.as_bureau().get(&path).await.ok(200);
        for goal in progress["goals"].as_array().unwrap() {
            goals.insert(goal["indicator"].as_str().unwrap().to_owned(), goal.clone());
        }
    }
    let rows = table();
    let rows: Vec<_> = rows
        .iter()
        .filter(|row| row["window"] == "campaign")
        .collect();
    assert_eq!(rows.len(), 3);
    for row in rows {
        let goal = &goals[&row["indicator"]];
        assert_eq!(goal["wanted"], format!("{}.0%", row["value"]), "{goal}");
        assert_eq!(goal["until"], row["month"], "{goal}");
        let measure = if row["measure"] == "yoy_goal" {
            "yoy"
        } else {
            "value"
        };
        assert_eq!(goal["measure"], measure, "{goal}");
    }
}

#[tokio::test]
async fn the_books_of_the_demo_city_verify_clean() {
    let app = NewspaperApp::new().await;
    let books = app.app.part::<ledger::Books>().unwrap();
    let tx = app.app.database.begin_read().await.unwrap();
    let verified = ledger::verify(&tx, &books).await.unwrap();
    assert_eq!(verified.findings, []);
    assert!(verified.facts > 10_000, "{}", verified.facts);
}

#[tokio::test]
async fn the_entries_behind_every_figure_of_the_city_add_up_to_it() {
    let app = NewspaperApp::new().await;
    let bureau = app.as_bureau();
    let figures = bureau.get("/figures?month=2023-06&unit=all").await.ok(200);
    let mut checked = 0;
    for figure in figures["figures"].as_array().unwrap() {
        let (code, unit) = (
            figure["indicator"].as_str().unwrap(),
            figure["unit_code"].as_str().unwrap(),
        );
        if figure["unit"] == "boolean" {
            continue;
        }
        let path = format!("/lineage?indicator={code}&month=2023-06&unit={unit}&limit=1");
        let lineage = bureau.get(&path).await.ok(200);
        for list in lineage["lists"].as_array().unwrap() {
            let sum = if list["value"].is_string() {
                list["amount"].clone()
            } else {
                list["count"].clone()
            };
            assert_eq!(sum, list["value"], "{code} of {unit}");
            checked += 1;
        }
        if figure["unit"] == "percent" && !figure["value"].is_null() {
            assert_eq!(lineage["lists"].as_array().unwrap().len(), 2, "{code}");
        }
    }
    assert!(checked > 100, "{checked}");
}

/// The figures of June with one fund row taken out of its workbook before loading.
#[tokio::test]
async fn one_fund_row_less_changes_the_funds_and_what_derives_from_them_alone() {
    struct OneLess;
    fn city() -> DemoCity {
        let mut city = demo::newspaper();
        let place = city
            .funds
            .iter()
            .position(|fund| fund.arrived_on.to_string().starts_with("2023-05"))
            .unwrap();
        city.funds.remove(place);
        city
    }
    impl City for OneLess {
        fn migrations() -> Vec<Migration> {
            Zibo::migrations()
        }
        async fn furnish(app: &App) -> Outcome<()> {
            load(app, &city().files()?).await
        }
        async fn open(app: App) -> Outcome<(App, Router)> {
            Zibo::open(app).await
        }
        async fn sign_in(app: &App, who: Who) -> Outcome<String> {
            Zibo::sign_in(app, who).await
        }
    }
    let (whole, less) = (
        NewspaperApp::new().await,
        testkit::TestApp::<OneLess>::new().await,
    );
    let path = "/figures?month=2023-06&unit=all";
    let (before, after) = (
        whole.as_bureau().get(path).await.ok(200),
        less.as_bureau().get(path).await.ok(200),
    );
    let pairs = before["figures"]
        .as_array()
        .unwrap()
        .iter()
        .zip(after["figures"].as_array().unwrap());
    let changed: BTreeSet<&str> = pairs
        .filter(|(one, other)| one != other)
        .map(|(one, _)| one["indicator"].as_str().unwrap())
        .collect();
    assert_eq!(changed, BTreeSet::from(["funds_arrived"]));
}

#[tokio::test]
async fn a_late_voucher_counts_in_july_and_junes_bulletin_stays_byte_for_byte() {
    let app = NewspaperApp::new().await;
    let bureau = app.as_bureau();
    let issue = serde_json::json!({ "template": "monthly", "month": "2023-06", "document_number": "演示通报〔2023〕6号" });
    let issued = bureau.post("/bulletins", issue).await.ok(201);
    let id = issued["id"].as_str().unwrap();
    let word = format!("/bulletins/{id}/document.docx");
    let (before, print_before) = (
        bureau.get(&word).await.body,
        bureau
            .get(&format!("/bulletins/{id}/print.html"))
            .await
            .body,
    );
    let june = figure(&app, "funds_arrived", "2023-06").await;

    let project = bureau.get("/projects?stage=started&limit=1").await.ok(200)["items"][0].clone();
    let late = serde_json::json!({
        "project_id": project["id"], "voucher": "LATE-1", "arrived_on": "2023-05-20", "amount": "10000.00",
        "kind": "equipment", "payer": "演示付款方", "evidence_kind": "bank_receipt",
    });
    let late = bureau.post("/funds", late).await.ok(201);
    assert_eq!(late["month"], "2023-07");
    let entries = bureau
        .get("/lineage?indicator=funds_arrived&month=2023-07&from=2023-07")
        .await
        .ok(200);
    assert_eq!(entries["entries"][0]["late"], true, "{entries}");
    assert_eq!(entries["entries"][0]["occurred_on"], "2023-05-20");

    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, june);
    assert_eq!(bureau.get(&word).await.body, before);
    assert_eq!(
        bureau
            .get(&format!("/bulletins/{id}/print.html"))
            .await
            .body,
        print_before
    );
    let errata = bureau.get(&format!("/bulletins/{id}")).await.ok(200)["errata"].clone();
    assert_eq!(
        errata,
        serde_json::json!([]),
        "a late voucher is July's, not an erratum of June"
    );
}

#[tokio::test]
async fn a_correction_of_june_is_an_erratum_of_its_bulletin_and_changes_no_printed_byte() {
    let app = NewspaperApp::new().await;
    let bureau = app.as_bureau();
    let issue = serde_json::json!({ "template": "monthly", "month": "2023-06", "document_number": "演示通报〔2023〕7号" });
    let id = bureau.post("/bulletins", issue).await.ok(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let word = format!("/bulletins/{id}/document.docx");
    let before = bureau.get(&word).await.body;
    // The largest of a page: well over 0.1 亿元, so that a printed figure must move.
    let funds = bureau.get("/funds?month=2023-06&limit=200").await.ok(200);
    let fen = |fund: &Value| -> i64 {
        let counted = fund["counted_amount"].as_str().unwrap();
        counted.replace('.', "").parse().unwrap()
    };
    let fund = funds["items"]
        .as_array()
        .unwrap()
        .iter()
        .max_by_key(|fund| fen(fund))
        .unwrap()
        .clone();
    assert!(fen(&fund) >= 1_000_000_000, "{fund}");
    let path = format!("/funds/{}/reversal", fund["id"].as_str().unwrap());
    bureau
        .post(&path, serde_json::json!({ "reason": "重复报送" }))
        .await
        .ok(200);
    assert_eq!(bureau.get(&word).await.body, before);
    let reopened = bureau
        .post(
            "/months/2023-06/reopen",
            serde_json::json!({ "reason": "更正" }),
        )
        .await;
    reopened.refused(409, "ledger.next_month_holds_facts");
    let operator = Arc::new(Actor::operator([ReadBulletins::PERMISSION]));
    let actor = Allowed::<ReadBulletins>::check(operator).unwrap();
    let bulletin = dispatch::ops::get_bulletin(&app.app, &actor, id.parse().unwrap())
        .await
        .unwrap();
    let errata = dispatch::ops::list_errata(&app.app, &actor, &bulletin)
        .await
        .unwrap();
    let city = errata
        .iter()
        .find(|erratum| erratum.call == "fig(\"funds_arrived\")");
    let city = city.unwrap_or_else(|| panic!("the city's funds are an erratum: {errata:?}"));
    assert_eq!(city.printed, "352.3");
    assert_ne!(city.now, city.printed);
    let untouched = errata
        .iter()
        .any(|erratum| erratum.call.contains("witnessed_projects"));
    assert!(
        !untouched,
        "what was not corrected is no erratum: {errata:?}"
    );
}
