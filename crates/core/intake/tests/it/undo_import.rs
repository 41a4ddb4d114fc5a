//! Taking imports back.

use crate::books::{THREE, book, items, plain};
use crate::city::{TestApp, bureau};
use crate::create_import::stage;
use crate::items::there;
use intake::{State, ops};
use kernel::Actor;
use ledger::Books;
use serde_json::json;

async fn import(app: &TestApp, bytes: Vec<u8>) -> intake::Batch {
    let batch = stage(app, "x.xlsx", bytes).await;
    ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect("written")
}

#[tokio::test]
async fn an_undo_takes_back_what_was_made_and_restores_what_was_changed() {
    let app = TestApp::new().await;
    import(&app, items(&THREE[..2])).await;
    let second = import(
        &app,
        items(&[("W1", "甲", "张店区", "9"), ("W3", "丙", "", "30")]),
    )
    .await;
    assert_eq!(there(&app).await.0, ["W1 9", "W2 15000", "W3 30"]);
    let path = format!("/imports/{}/undo", second.id);
    let undone = app.as_bureau().post(&path, json!({})).await.ok(200);
    assert_eq!(undone["batch"]["state"], "undone");
    assert_eq!(undone["kept"], json!([]));
    assert_eq!(there(&app).await.0, ["W1 1200", "W2 15000"]);
    app.as_bureau()
        .post(&path, json!({}))
        .await
        .refused(409, "intake.wrong_state");
    // What was taken back can be handed in again.
    let again = stage(&app, "x.xlsx", items(THREE)).await;
    assert_eq!((again.counts.new, again.counts.same), (1, 2));
}

#[tokio::test]
async fn what_is_referred_to_since_stays_and_is_listed() {
    let app = TestApp::new().await;
    let first = import(&app, items(THREE)).await;
    let parts = plain(
        "部件",
        &["部件编号", "物项编号"],
        &[&["B1", "W2"], &["B2", "W2"]],
    );
    import(&app, book(&[parts])).await;
    let (batch, kept) = ops::undo(&app.app, &bureau(), first.id)
        .await
        .expect("undone");
    assert_eq!(batch.state, State::Undone);
    let kept: Vec<(&str, &str)> = kept
        .iter()
        .map(|k| (k.key.as_str(), k.code.as_str()))
        .collect();
    assert_eq!(kept, [("W2", "items.referred_to")]);
    assert_eq!(there(&app).await.0, ["W2 15000"]);
    assert_eq!(batch.kept.len(), 1, "the history says so later too");
}

#[tokio::test]
async fn a_closed_month_keeps_its_imports() {
    let app = TestApp::new().await;
    let batch = import(&app, items(THREE)).await;
    let books = app.app.part::<Books>().expect("installed");
    let tx = app.app.database.begin_write().await.expect("a transaction");
    let june = "2023-06".parse().expect("a month");
    ledger::close_month(&tx, &books, &Actor::operator([]), app.app.now(), june)
        .await
        .expect("closed");
    tx.commit().await.expect("committed");
    let fault = ops::undo(&app.app, &bureau(), batch.id)
        .await
        .expect_err("June is closed");
    assert_eq!(fault.code(), Some("intake.month_closed"));
    let seen = app
        .as_bureau()
        .get(&format!("/imports/{}", batch.id))
        .await
        .ok(200);
    assert_eq!(
        seen["undo"],
        json!({
            "possible": false, "code": "intake.month_closed", "params": { "month": "2023-06" },
        })
    );
    assert_eq!(there(&app).await.0.len(), 3);
}

const TARGETS: &[&str] = &["年度", "单位", "指标", "目标值"];

async fn targets(app: &TestApp) -> Vec<(String, i64)> {
    let plans = ledger::plans(app.app.database.reader(), &[2023])
        .await
        .expect("plans");
    plans
        .into_iter()
        .map(|plan| (plan.indicator, plan.value))
        .collect()
}

#[tokio::test]
async fn targets_are_facts_that_a_later_one_replaces_and_an_undo_reverses() {
    let app = TestApp::new().await;
    let sheet = |funds: &str| {
        book(&[plain(
            "年度目标",
            TARGETS,
            &[
                &["2023年", "张店区", "到位省外资金", funds],
                &["2023", "张店", "new_projects_over_100m", "40个"],
            ],
        )])
    };
    import(&app, sheet("90")).await;
    let funds = |yi: i64| ("funds_arrived".to_owned(), yi * 10_000_000_000);
    let projects = ("new_projects_over_100m".to_owned(), 40);
    assert_eq!(targets(&app).await, [funds(90), projects.clone()]);
    let same = stage(&app, "x.xlsx", sheet("900000万元")).await;
    assert_eq!(same.counts.same, 2);
    let raised = import(&app, sheet("95")).await;
    assert_eq!((raised.counts.changed, raised.counts.same), (1, 1));
    assert_eq!(targets(&app).await, [funds(95), projects.clone()]);
    ops::undo(&app.app, &bureau(), raised.id)
        .await
        .expect("undone");
    assert_eq!(targets(&app).await, [funds(90), projects]);
    let books = app.app.part::<Books>().expect("installed");
    let verified = ledger::verify(app.app.database.reader(), &books)
        .await
        .expect("verified");
    assert!(verified.findings.is_empty(), "{:?}", verified.findings);
}

#[tokio::test]
async fn targets_in_the_wrong_unit_or_of_nobody_are_refused() {
    let app = TestApp::new().await;
    let sheet = plain(
        "年度目标",
        &["年度", "单位", "指标", "目标值", "计量单位"],
        &[
            &["2023", "无此区", "到位省外资金", "90", ""],
            &["2023", "张店区", "无此指标", "90", ""],
            &["2023", "张店区", "新引进过亿元项目", "90", "亿元"],
            &["2023", "张店区", "到位省外资金", "-1", ""],
            &["2023", "张店区", "到位省外资金", "6.5", "亿元"],
        ],
    );
    let batch = stage(&app, "x.xlsx", book(&[sheet])).await;
    assert_eq!((batch.counts.new, batch.counts.refused), (1, 4));
    let path = format!("/imports/{}/rows?status=refused", batch.id);
    let page = app.as_bureau().get(&path).await.ok(200);
    let codes: Vec<&str> = page["items"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| row["problems"][0]["code"].as_str().expect("a code"))
        .collect();
    assert_eq!(
        codes,
        [
            "intake.unknown_reference",
            "intake.unknown_reference",
            "plans.wrong_unit_of_value",
            "plans.negative"
        ]
    );
}

#[tokio::test]
async fn units_are_entered_parents_first_and_taken_back_unless_something_stands_on_them() {
    let app = TestApp::new().await;
    let sheet = plain(
        "单位",
        &[
            "单位代码",
            "单位名称",
            "单位类型",
            "上级单位",
            "行政区划代码",
            "参加排名",
            "排序",
        ],
        &[
            &["park", "科技园", "功能区", "新区", "", "是", "2"],
            &["newzone", "新区", "功能区", "", "370303", "是", "1"],
            &["370303", "张店区", "区县", "", "370303", "否", ""],
            &["370302", "淄川区", "区县", "370300", "370302", "是", ""],
            &["city2", "又一市", "全市", "", "370300", "", ""],
        ],
    );
    let batch = stage(&app, "x.xlsx", book(&[sheet])).await;
    let counts = batch.counts;
    assert_eq!(
        (counts.new, counts.changed, counts.same, counts.refused),
        (2, 1, 1, 1)
    );
    ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect("written");
    let tree = || orgs::ops::load_units(app.app.database.reader());
    let units = tree().await.expect("units");
    let park = units.by_code("park").expect("entered");
    assert_eq!(units.path(park.key).len(), 3);
    assert!(!units.by_code("370303").expect("there").ranked);
    // The new zone gets a target: it can no longer go.
    let target = plain(
        "年度目标",
        TARGETS,
        &[
            &["2023", "新区", "到位省外资金", "5"],
            &["2023", "淄川区", "到位省外资金", "5"],
        ],
    );
    import(&app, book(&[target])).await;
    let (_, kept) = ops::undo(&app.app, &bureau(), batch.id)
        .await
        .expect("undone");
    let kept: Vec<&str> = kept.iter().map(|kept| kept.key.as_str()).collect();
    let units = tree().await.expect("units");
    assert!(units.by_code("park").is_none());
    assert!(units.by_code("370303").expect("there").ranked);
    assert_eq!(kept, ["newzone"]);
    assert!(units.by_code("newzone").is_some());
}
