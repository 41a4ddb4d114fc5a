//! `GET /funds`

use crate::TestApp;
use crate::city::{close_month, funds_in, project_in, record, register, with};
use serde_json::{Value, json};

fn vouchers_of(found: &Value) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item["voucher"].as_str().unwrap().to_owned())
        .collect()
}

async fn vouchers(app: &TestApp, query: &str) -> Vec<String> {
    let found = app.as_bureau().get(&format!("/funds{query}")).await.ok(200);
    vouchers_of(&found)
}

#[tokio::test]
async fn filters_pages_and_scope_hold() {
    let app = TestApp::new().await;
    let first = register(&app, project_in("P-1")).await;
    let second = register(&app, with(project_in("P-2"), json!({ "unit": "370302" }))).await;
    record(&app, funds_in(&first, "PZ-1")).await;
    record(
        &app,
        with(funds_in(&second, "PZ-2"), json!({ "kind": "land" })),
    )
    .await;
    close_month(&app, "2023-06").await;
    record(
        &app,
        with(funds_in(&first, "PZ-3"), json!({ "payer": "乙公司" })),
    )
    .await;
    assert_eq!(vouchers(&app, "").await, ["PZ-3", "PZ-2", "PZ-1"]);
    assert_eq!(vouchers(&app, "?month=2023-07").await, ["PZ-3"]);
    assert_eq!(
        vouchers(&app, &format!("?project={second}")).await,
        ["PZ-2"]
    );
    assert_eq!(vouchers(&app, "?kind=land").await, ["PZ-2"]);
    assert_eq!(vouchers(&app, "?unit=370303").await, ["PZ-3", "PZ-1"]);
    assert_eq!(vouchers(&app, "?q=乙公司").await, ["PZ-3"]);
    assert_eq!(vouchers(&app, "?q=PZ-2").await, ["PZ-2"]);
    assert_eq!(vouchers(&app, "?q=P-2新材料").await, ["PZ-2"]);
    let page = app.as_bureau().get("/funds?limit=2").await.ok(200);
    let next = page["next"].as_str().unwrap().replace('~', "%7E");
    assert_eq!(
        vouchers(&app, &format!("?limit=2&after={next}")).await,
        ["PZ-1"]
    );
    let district = app.as_district("370302").get("/funds").await.ok(200);
    assert_eq!(vouchers_of(&district), ["PZ-2"]);
}
