//! `GET /opportunities`

use crate::TestApp;
use crate::city::{create, opportunity_in, publish, with};
use serde_json::{Value, json};

async fn codes(app: &TestApp, query: &str) -> Value {
    let path = format!("/opportunities{query}");
    let found = app.as_bureau().get(&path).await.ok(200);
    let items = found["items"].as_array().unwrap().iter();
    items.map(|item| item["code"].clone()).collect()
}

/// CB-1 is published, CB-2 is another unit's of another category, CB-3 has left the stock.
async fn three(app: &TestApp) -> [String; 3] {
    let first = create(app, "/opportunities", opportunity_in("CB-1")).await;
    publish(app, &first, "选择淄博", "2023-06-05").await;
    let other = json!({ "unit": "gaoxin", "category": "new_economy", "content": "无人机产线" });
    let other = with(opportunity_in("CB-2"), other);
    let second = create(app, "/opportunities", other).await;
    let third = create(app, "/opportunities", opportunity_in("CB-3")).await;
    let closing = json!({ "closed_on": "2023-06-20", "outcome": "withdrawn" });
    let path = format!("/opportunities/{third}/close");
    app.as_bureau().post(&path, closing).await.ok(200);
    [first, second, third]
}

#[tokio::test]
async fn filters_leave_what_was_asked_for() {
    let app = TestApp::new().await;
    three(&app).await;
    assert_eq!(codes(&app, "").await, json!(["CB-1", "CB-2", "CB-3"]));
    assert_eq!(codes(&app, "?category=new_economy").await, json!(["CB-2"]));
    assert_eq!(codes(&app, "?unit=370303").await, json!(["CB-1", "CB-3"]));
    assert_eq!(codes(&app, "?published=true").await, json!(["CB-1"]));
    assert_eq!(
        codes(&app, "?published=false").await,
        json!(["CB-2", "CB-3"])
    );
    assert_eq!(codes(&app, "?closed=true").await, json!(["CB-3"]));
    assert_eq!(
        codes(&app, "?published=false&closed=false").await,
        json!(["CB-2"])
    );
    assert_eq!(codes(&app, "?q=无人机").await, json!(["CB-2"]));
    let found = app.as_bureau().get("/opportunities?q=cb-1").await.ok(200);
    assert_eq!(found["items"][0]["published_on"], "2023-06-05");
}

#[tokio::test]
async fn pages_follow_one_another() {
    let app = TestApp::new().await;
    three(&app).await;
    let first = app.as_bureau().get("/opportunities?limit=2").await.ok(200);
    assert_eq!(first["total"], 3);
    let next = first["next"].as_str().unwrap();
    assert_eq!(
        codes(&app, &format!("?limit=2&after={next}")).await,
        json!(["CB-3"])
    );
}

#[tokio::test]
async fn a_district_sees_its_own_opportunities_only() {
    let app = TestApp::new().await;
    let [first, second, _] = three(&app).await;
    let district = app.as_district("gaoxin");
    let found = district.get("/opportunities").await.ok(200);
    assert_eq!(
        (&found["total"], &found["items"][0]["code"]),
        (&json!(1), &json!("CB-2"))
    );
    district
        .get(&format!("/opportunities/{second}"))
        .await
        .ok(200);
    let foreign = district.get(&format!("/opportunities/{first}")).await;
    foreign.refused(404, "opportunities.unknown");
}
