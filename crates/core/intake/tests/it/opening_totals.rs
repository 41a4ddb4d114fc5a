//! Importing 期初累计.

use crate::books::{book, plain};
use crate::city::{TestApp, bureau, office_of};
use crate::create_import::stage;
use intake::{Batch, ops};
use kernel::Actor;
use ledger::{Books, FigureQuery, Value, Window};
use serde_json::json;

const HEADERS: &[&str] = &["单位", "指标", "截至月份", "累计值", "计量单位", "依据文号"];

fn sheet(rows: &[&[&str]]) -> Vec<u8> {
    book(&[plain("期初累计", HEADERS, rows)])
}

/// Two totals, the funds as given.
fn two(funds: &str, document: &str) -> Vec<u8> {
    sheet(&[
        &["张店区", "到位省外资金", "2022年6月", funds, "", document],
        &[
            "淄博市",
            "witnessed_projects",
            "2022-06",
            "356个",
            "",
            "淄招〔2022〕7号",
        ],
    ])
}

async fn import(app: &TestApp, bytes: Vec<u8>) -> Batch {
    let batch = stage(app, "totals.xlsx", bytes).await;
    ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect("written")
}

/// Indicator, value and document of every total that stands.
async fn totals(app: &TestApp) -> Vec<(String, i64, String)> {
    ledger::opening_totals(app.app.database.reader())
        .await
        .expect("totals")
        .into_iter()
        .map(|total| {
            assert_eq!(total.until.to_string(), "2022-06");
            (total.indicator, total.value, total.document)
        })
        .collect()
}

/// Last year's value of the district's funds in the first month of the books.
async fn last_year(app: &TestApp) -> Option<Value> {
    let tree = orgs::ops::load_units(app.app.database.reader())
        .await
        .expect("units");
    let month = "2023-06".parse().expect("a month");
    let query = FigureQuery {
        window: Window::year_to_date(month),
        units: &[tree.by_code("370303").expect("a district").key],
        ranked: &[],
        codes: &["funds_arrived"],
        with_subjects: false,
    };
    let books = app.app.part::<Books>().expect("installed");
    let figures = ledger::figures(app.app.database.reader(), &books, &query).await;
    figures.expect("figures")[0].last_year
}

#[tokio::test]
async fn totals_are_facts_that_a_later_one_replaces_and_an_undo_reverses() {
    let app = TestApp::new().await;
    assert_eq!(last_year(&app).await, None);
    let first = import(&app, two("90", "淄招〔2022〕6号")).await;
    assert_eq!(first.counts.new, 2);
    let funds = |yi: i64, document: &str| {
        (
            "funds_arrived".to_owned(),
            yi * 10_000_000_000,
            document.to_owned(),
        )
    };
    let projects = (
        "witnessed_projects".to_owned(),
        356,
        "淄招〔2022〕7号".to_owned(),
    );
    let sixth = funds(90, "淄招〔2022〕6号");
    assert_eq!(totals(&app).await, [sixth.clone(), projects.clone()]);
    let shown = last_year(&app).await.map(Value::json);
    assert_eq!(shown, Some("9000000000.00".into()));
    let same = stage(&app, "x.xlsx", two("900000万元", "淄招〔2022〕6号")).await;
    assert_eq!(same.counts.same, 2);
    // Another document for the same sum is a change, too.
    let other = stage(&app, "x.xlsx", two("90", "淄统〔2022〕1号")).await;
    assert_eq!((other.counts.changed, other.counts.same), (1, 1));
    let raised = import(&app, two("95", "淄统〔2022〕1号")).await;
    assert_eq!((raised.counts.changed, raised.counts.same), (1, 1));
    let page = app
        .as_bureau()
        .get(&format!("/imports/{}/rows?status=changed", raised.id))
        .await
        .ok(200);
    assert_eq!(
        page["items"][0]["changes"],
        json!([
            { "field": "value", "from": "90亿元", "to": "95亿元" },
            { "field": "document", "from": "淄招〔2022〕6号", "to": "淄统〔2022〕1号" },
        ])
    );
    assert_eq!(
        totals(&app).await,
        [funds(95, "淄统〔2022〕1号"), projects.clone()]
    );
    ops::undo(&app.app, &bureau(), raised.id)
        .await
        .expect("undone");
    assert_eq!(totals(&app).await, [sixth, projects]);
    ops::undo(&app.app, &bureau(), first.id)
        .await
        .expect("undone");
    assert_eq!(totals(&app).await, []);
    assert_eq!(last_year(&app).await, None);
    let books = app.app.part::<Books>().expect("installed");
    let verified = ledger::verify(app.app.database.reader(), &books)
        .await
        .expect("verified");
    assert!(verified.findings.is_empty(), "{:?}", verified.findings);
}

#[tokio::test]
async fn totals_that_the_books_cannot_use_are_refused() {
    let app = TestApp::new().await;
    let of = |unit, indicator, until, value, measured, document| {
        [unit, indicator, until, value, measured, document]
    };
    let funds = "到位省外资金";
    let rows = [
        of("张店区", funds, "2023-05", "6.5", "亿元", "甲1号"),
        of("张店区", funds, "2023-06", "6.5", "亿元", "甲1号"),
        of("张店区", funds, "2022-06", "-1", "", "甲1号"),
        of("张店区", funds, "2022-07", "1", "", ""),
        of("张店区", "double_half", "2022-06", "1", "", "甲1号"),
        of(
            "张店区",
            "witnessed_start_rate",
            "2022-06",
            "54",
            "",
            "甲1号",
        ),
        of("张店区", "无此指标", "2022-06", "1", "", "甲1号"),
        of("无此区", funds, "2022-06", "1", "", "甲1号"),
        of(
            "张店区",
            "新引进过亿元项目",
            "2022-06",
            "1",
            "亿元",
            "甲1号",
        ),
        of("张店区", funds, "去年", "1", "", "甲1号"),
        of("张店区", funds, "2023年5月", "7", "", "甲1号"),
    ];
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let batch = stage(&app, "x.xlsx", sheet(&rows)).await;
    assert_eq!((batch.counts.new, batch.counts.refused), (1, 10));
    let path = format!("/imports/{}/rows?status=refused", batch.id);
    let page = app.as_bureau().get(&path).await.ok(200);
    let problems: Vec<(&str, &str)> = page["items"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| {
            let problem = &row["problems"][0];
            assert_eq!(row["problems"].as_array().map(Vec::len), Some(1), "{row}");
            (
                problem["field"].as_str().expect("a field"),
                problem["code"].as_str().expect("a code"),
            )
        })
        .collect();
    assert_eq!(
        problems,
        [
            ("until", "opening_totals.month_in_books"),
            ("value", "opening_totals.negative"),
            ("document", "cell.empty"),
            ("indicator", "opening_totals.not_totalled"),
            ("indicator", "opening_totals.not_totalled"),
            ("indicator", "intake.unknown_reference"),
            ("unit", "intake.unknown_reference"),
            ("unit_of_value", "opening_totals.wrong_unit_of_value"),
            ("until", "cell.not_understood"),
            ("value", "intake.twice_in_batch"),
        ]
    );
    assert_eq!(
        page["items"][0]["problems"][0]["params"],
        json!({ "month": "2023-06", "first_month": "2023-06" })
    );
    assert_eq!(
        page["items"][3]["problems"][0]["params"],
        json!({ "indicator": "时间任务双过半" })
    );
}

#[tokio::test]
async fn totals_are_the_citys_and_say_so() {
    let app = TestApp::new().await;
    let zhangdian = office_of(&app, "370303").await;
    let upload = ops::Upload {
        file_name: "x.xlsx".into(),
        bytes: two("90", "甲1号"),
        kind: None,
    };
    let batch = ops::stage(&app.app, &zhangdian, upload)
        .await
        .expect("a report");
    assert_eq!((batch.counts.new, batch.counts.refused), (0, 2));
}

#[tokio::test]
async fn a_total_reversed_by_hand_is_kept_by_the_undo() {
    let app = TestApp::new().await;
    let batch = import(&app, two("90", "甲1号")).await;
    let standing = ledger::opening_totals(app.app.database.reader())
        .await
        .expect("totals");
    let books = app.app.part::<Books>().expect("installed");
    let tx = app.app.database.begin_write().await.expect("a transaction");
    let source = ledger::Source {
        kind: "import".into(),
        id: 1,
    };
    let operator = Actor::operator([]);
    ledger::correct(
        &tx,
        &books,
        &operator,
        app.app.now(),
        standing[0].seq,
        source,
        |_| None,
    )
    .await
    .expect("reversed");
    tx.commit().await.expect("committed");
    let (_, kept) = ops::undo(&app.app, &bureau(), batch.id)
        .await
        .expect("undone");
    let kept: Vec<(&str, &str)> = kept
        .iter()
        .map(|kept| (kept.kind.as_str(), kept.code.as_str()))
        .collect();
    assert_eq!(kept, [("opening_totals", "ledger.already_reversed")]);
    assert_eq!(totals(&app).await, []);
}
