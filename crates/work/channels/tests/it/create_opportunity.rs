//! `POST /opportunities`, `GET /opportunities/{id}`

use crate::TestApp;
use crate::city::{create, figure, figure_of, opportunity_in, with};
use serde_json::json;

#[tokio::test]
async fn an_opportunity_is_in_stock_from_its_planning_on() {
    let app = TestApp::new().await;
    let id = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let found = app
        .as_bureau()
        .get(&format!("/opportunities/{id}"))
        .await
        .ok(200);
    assert_eq!(
        (
            &found["category"],
            &found["investment"],
            &found["unit"]["name"]
        ),
        (
            &json!("four_strong"),
            &json!("200000000.00"),
            &json!("张店区")
        )
    );
    assert_eq!(
        (&found["published_on"], &found["outcome"], &found["project"]),
        (&json!(null), &json!(null), &json!(null))
    );
    assert_eq!(found["recognitions"][0]["step"], "reserved");
    assert_eq!(figure(&app, "reserve_projects").await, 1);
    assert_eq!(
        figure_of(&app, "370303", "reserve_projects", "2023-06").await,
        1
    );
    assert_eq!(figure(&app, "published_reserve_projects").await, 0);
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let app = TestApp::new().await;
    let body = with(
        opportunity_in(""),
        json!({ "name": " ", "unit": "火星区", "investment": "0.00", "chain": "链".repeat(129) }),
    );
    let refused = app.as_bureau().post("/opportunities", body).await;
    refused.refused_fields(&[
        ("code", "field.empty"),
        ("name", "field.empty"),
        ("unit", "orgs.unit_unknown"),
        ("investment", "field.not_positive"),
        ("chain", "field.too_long"),
    ]);
}

#[tokio::test]
async fn a_code_is_taken_once_and_tomorrow_cannot_be_recorded() {
    let app = TestApp::new().await;
    create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let bureau = app.as_bureau();
    let again = bureau.post("/opportunities", opportunity_in("CB-1")).await;
    again.refused(409, "opportunities.code_taken");
    let late = with(
        opportunity_in("CB-2"),
        json!({ "reserved_on": "2023-07-04" }),
    );
    let late = bureau.post("/opportunities", late).await;
    late.refused(422, "ledger.date_in_future");
    assert_eq!(figure(&app, "reserve_projects").await, 1);
}
