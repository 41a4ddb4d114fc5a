//! `POST /visits/{id}/opportunity`

use crate::TestApp;
use crate::city::{company, figure, id_of, made, visit_in, with};
use serde_json::{Value, json};

fn opportunity() -> Value {
    json!({
        "code": "C-1", "name": "园区储能项目", "category": "four_strong", "unit": "370303",
        "investment": "120000000.00", "reserved_on": "2023-06-10",
    })
}

#[tokio::test]
async fn a_need_becomes_one_opportunity_that_is_noted_on_the_visit() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let visit = made(&app, "/visits", visit_in("H-1", &id)).await;
    let path = format!("/visits/{}", id_of(&visit));
    let planned = made(&app, &format!("{path}/opportunity"), opportunity()).await;
    assert_eq!(planned["opportunity"], "C-1");
    let found = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(found["opportunity"], "C-1");
    let opportunities = app.as_bureau().get("/opportunities").await.ok(200);
    assert_eq!(opportunities["items"][0]["name"], "园区储能项目");
    assert_eq!(figure(&app, "reserve_projects").await, 1);
    let other = with(opportunity(), json!({ "code": "C-2" }));
    let path = format!("{path}/opportunity");
    let again = app.as_bureau().post(&path, other).await;
    let again = again.refused(409, "visits.opportunity_planned");
    assert_eq!(again["params"], json!({ "opportunity": "C-1" }));
}

#[tokio::test]
async fn what_cannot_be_planned_leaves_the_visit_as_it_was() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let visit = made(&app, "/visits", visit_in("H-1", &id)).await;
    let silent = with(visit_in("H-2", &id), json!({ "needs": null }));
    let silent = made(&app, "/visits", silent).await;
    let path = |visit: &Value| format!("/visits/{}/opportunity", id_of(visit));
    let bureau = app.as_bureau();
    let refused = bureau.post(&path(&silent), opportunity()).await;
    refused.refused(409, "visits.no_need");
    let future = with(opportunity(), json!({ "reserved_on": "2023-07-01" }));
    let refused = bureau.post(&path(&visit), future).await;
    refused.refused(422, "ledger.date_in_future");
    let reader = app.as_reader();
    let refused = reader.post(&path(&visit), opportunity()).await;
    refused.refused(403, "session.permission_missing");
    let found = app.as_bureau().get("/visits?q=H-1").await.ok(200);
    assert_eq!(found["items"][0]["opportunity"], json!(null));
    assert_eq!(figure(&app, "reserve_projects").await, 0);
}
