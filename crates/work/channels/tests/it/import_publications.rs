//! Publications in workbooks.

use crate::TestApp;
use crate::city::{create, figure, opportunity_in, publish};
use crate::workbooks::{counts, import, publications, refusals, round_trip, stage, undo};
use serde_json::json;

#[tokio::test]
async fn publications_come_in_count_once_and_go_out_as_the_same_rows() {
    let app = TestApp::new().await;
    create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let log = publications(&[
        ["CB-1", "投资山东", "2023-06-12"],
        ["CB-1", "选择淄博", "2023-06-10"],
        ["CB-1", "选择淄博", "2023-06-11"],
    ]);
    let batch = import(&app, &[log]).await;
    assert_eq!(counts(&batch), [3, 0, 0, 0]);
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
    assert_eq!(round_trip(&app, "publications").await, [0, 0, 3, 0]);
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(figure(&app, "published_reserve_projects").await, 0);
    assert_eq!(figure(&app, "reserve_projects").await, 1);
}

#[tokio::test]
async fn an_undone_publication_leaves_the_opportunity_published_by_another() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let batch = import(&app, &[publications(&[["CB-1", "选择淄博", "2023-06-10"]])]).await;
    publish(&app, &id, "投资山东", "2023-06-12").await;
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(figure(&app, "published_reserve_projects").await, 1);
    let left = app
        .as_bureau()
        .get(&format!("/opportunities/{id}"))
        .await
        .ok(200);
    assert_eq!(left["publications"][0]["channel"], "投资山东");
    assert_eq!(left["publications"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let closing = json!({ "closed_on": "2023-06-20", "outcome": "withdrawn" });
    let path = format!("/opportunities/{id}/close");
    app.as_bureau().post(&path, closing).await.ok(200);
    let long = "渠".repeat(65);
    let batch = stage(
        &app,
        &[publications(&[
            ["CB-9", "选择淄博", "2023-06-10"],
            ["CB-1", "选择淄博", "2023-06-01"],
            ["CB-1", "选择淄博", "2023-06-21"],
            ["CB-1", "选择淄博", "2023-07-04"],
            ["CB-1", &long, "2023-06-10"],
            ["CB-1", "选择淄博", "2023-06-10"],
            ["CB-1", "选择淄博", "2023-06-10"],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 1, 5]);
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["A2", "intake.unknown_reference", { "found": "CB-9" }],
            ["C3", "opportunities.before_reserved", { "reserved_on": "2023-06-02" }],
            ["C4", "opportunities.closed", { "closed_on": "2023-06-20" }],
            ["C5", "ledger.date_in_future", { "latest": "2023-06-30" }],
            ["B6", "field.too_long", { "max": 64 }],
        ])
    );
}
