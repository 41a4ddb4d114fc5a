//! 期初累计 from its workbook to the door of a figure.

use crate::city::TestApp;
use kernel::{Actor, Money};
use ledger::{Books, Credit, CreditMode, FieldValue, NewFact, Source, Subject};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Opens the books, then imports these rows.
async fn begin(app: &TestApp, first: &str, rows: &str) {
    let opened = app
        .as_bureau()
        .post("/months", json!({ "month": first }))
        .await;
    opened.ok(204);
    import(app, rows).await;
}

async fn import(app: &TestApp, rows: &str) {
    let bureau = app.as_bureau();
    let file = format!("单位,指标,截至月份,累计值,依据文号\n{rows}\n");
    let path = "/imports?file_name=totals.csv";
    let batch = bureau.upload(path, file.into_bytes()).await.ok(201);
    assert_eq!(batch["sheets"][0]["kind"], "opening_totals", "{batch}");
    assert_eq!(batch["counts"]["refused"], 0, "{batch}");
    let path = format!("/imports/{}/commit", batch["id"].as_str().unwrap());
    let written = bureau.post(&path, json!({})).await.ok(200);
    assert_eq!(written["state"], "committed");
}

/// Funds of 张店区 arrive, all from other provinces.
async fn funds(app: &TestApp, yuan: i64) {
    let books = app.app.part::<Books>().unwrap();
    let tree = orgs::ops::load_units(app.app.database.reader())
        .await
        .unwrap();
    let fact = NewFact {
        kind: "funds.arrived".into(),
        subject: Subject::new("project", 1),
        occurred_on: kernel::local_date(app.app.now()),
        opening: false,
        amount: Money::from_fen(yuan * 100),
        credits: vec![Credit {
            unit: tree.by_code("370303").unwrap().key,
            above: vec![tree.city().unwrap().key],
            basis_points: 10_000,
            mode: CreditMode::Exclusive,
        }],
        payload: BTreeMap::from([
            ("fund_kind".into(), FieldValue::Text("land".into())),
            ("platform".into(), FieldValue::Bool(false)),
            ("other_province_bp".into(), FieldValue::Int(10_000)),
        ]),
        refs: Vec::new(),
        correction: None,
        source: Source {
            kind: "fund".into(),
            id: 1,
        },
    };
    let tx = app.app.database.begin_write().await.unwrap();
    let operator = Actor::operator([]);
    ledger::record(&tx, &books, &operator, app.app.now(), vec![fact])
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn door(app: &TestApp, query: &str) -> Value {
    let path = format!("/lineage?indicator={query}");
    app.as_bureau().get(&path).await.ok(200)
}

/// Money of a JSON text, in fen.
fn fen(value: &Value) -> i64 {
    value.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// Month, value and document of totals.
fn brief(totals: &Value) -> Vec<(&str, String, &str)> {
    totals
        .as_array()
        .unwrap()
        .iter()
        .map(|total| {
            let value = total["value"].as_str().map(str::to_owned);
            (
                total["until"].as_str().unwrap(),
                value.unwrap_or_else(|| total["value"].to_string()),
                total["document"].as_str().unwrap(),
            )
        })
        .collect()
}

#[tokio::test]
async fn entries_and_opening_totals_add_up_to_a_figure_of_the_year_in_which_the_books_begin() {
    let app = TestApp::new().await;
    let rows = "张店区,到位省外资金,2023-03,10,甲1号\n张店区,到位省外资金,2023-01,3亿元,甲2号\n\
                淄博市,到位省外资金,2023-03,80,甲3号";
    begin(&app, "2023-04", rows).await;
    funds(&app, 5_000_000).await;
    let march = || ("2023-03", "1000000000.00".to_owned(), "甲1号");
    let less = ("2023-01", "-300000000.00".to_owned(), "甲2号");
    let windows = [
        ("month=2023-04", vec![march()], 1),
        ("month=2023-04&from=2023-02", vec![march(), less], 1),
        ("month=2023-03", vec![march()], 0),
        ("month=2023-04&from=2023-04", vec![], 1),
    ];
    for (window, totals, entries) in windows {
        let found = door(&app, &format!("funds_arrived&unit=370303&{window}")).await;
        assert_eq!(brief(&found["opening_totals"]), totals, "{window}");
        let list = &found["lists"][0];
        assert_eq!(list["entries"], entries, "{window}");
        let sum: i64 = found["opening_totals"]
            .as_array()
            .unwrap()
            .iter()
            .map(|total| fen(&total["value"]))
            .sum();
        assert_eq!(fen(&list["amount"]) + sum, fen(&list["value"]), "{window}");
        assert_eq!(list["value"], found["value"], "{window}");
    }
    let city = door(&app, "funds_arrived&month=2023-04").await;
    let total = &city["opening_totals"][0];
    assert_eq!(total["unit"]["code"], "370300");
    assert_eq!(total["indicator"], "funds_arrived");
    assert_eq!(city["value"], "8005000000.00");

    // The door leads on to the fact, which names the document.
    let seq = &total["seq"];
    let path = format!("/facts/{seq}");
    let fact = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(fact["kind"], "opening.total");
    assert_eq!(fact["reference"], "甲3号");
    assert_eq!(fact["payload"]["until"], 202_303);
    app.as_district("370303")
        .get(&path)
        .await
        .refused(404, "figures.no_fact");
}

#[tokio::test]
async fn a_last_year_out_of_totals_leads_to_their_documents() {
    let app = TestApp::new().await;
    let rows = "张店区,到位省外资金,2022-01,2,甲1号\n张店区,witnessed_projects,2022-01,50,甲2号\n\
                张店区,witnessed_started,2022-01,20,甲3号";
    begin(&app, "2023-01", rows).await;
    funds(&app, 300_000_000).await;
    let first = || ("2022-01", "200000000.00".to_owned(), "甲1号");
    let figures = "/figures?indicator=funds_arrived&unit=370303&month=2023-01";
    let figure = app.as_bureau().get(figures).await.ok(200)["figures"][0].clone();
    assert_eq!(figure["last_year"], "200000000.00");
    assert_eq!(figure["yoy"], "50.0");
    let january = door(&app, "funds_arrived&unit=370303&month=2023-01").await;
    assert_eq!(january["opening_totals"], json!([]));
    assert_eq!(brief(&january["last_year_opening_totals"]), [first()]);
    let then = door(&app, "funds_arrived&unit=370303&month=2022-01").await;
    assert_eq!(brief(&then["opening_totals"]), [first()]);
    assert_eq!(then["value"], figure["last_year"]);
    assert_eq!(then["entries"], json!([]));

    // Both lists of a ratio.
    let rate = door(&app, "witnessed_start_rate&unit=370303&month=2023-01").await;
    let both: Vec<(&str, &Value)> = rate["last_year_opening_totals"]
        .as_array()
        .unwrap()
        .iter()
        .map(|total| (total["indicator"].as_str().unwrap(), &total["value"]))
        .collect();
    let wanted = [
        ("witnessed_started", &json!(20)),
        ("witnessed_projects", &json!(50)),
    ];
    assert_eq!(both, wanted);

    // One that comes in February is in February's comparison; January stays as it was.
    let closed = app
        .as_bureau()
        .post("/months/2023-01/close", json!({}))
        .await;
    closed.ok(200);
    let rows = "张店区,到位省外资金,2022-01,2.5,甲4号\n张店区,到位省外资金,2022-02,4,甲5号";
    import(&app, rows).await;
    let january = door(&app, "funds_arrived&unit=370303&month=2023-01").await;
    assert_eq!(brief(&january["last_year_opening_totals"]), [first()]);
    let february = door(&app, "funds_arrived&unit=370303&month=2023-02&from=2023-02").await;
    let wanted = [
        ("2022-02", "400000000.00".to_owned(), "甲5号"),
        ("2022-01", "-250000000.00".to_owned(), "甲4号"),
    ];
    assert_eq!(brief(&february["last_year_opening_totals"]), wanted);
}
