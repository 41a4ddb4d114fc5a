//! `GET /campaigns/{id}`

use crate::TestApp;
use crate::city::{activity_in, campaign_in, document_in, hold, id_of, issue, set_up, with};
use serde_json::json;

#[tokio::test]
async fn a_campaign_counts_what_belongs_to_it() {
    let app = TestApp::new().await;
    let created = set_up(&app, campaign_in("XD-1")).await;
    let of_it = json!({ "campaign": "XD-1" });
    let held = hold(&app, with(activity_in("A-1"), of_it.clone())).await;
    hold(&app, with(activity_in("A-2"), of_it.clone())).await;
    hold(&app, activity_in("A-3")).await;
    issue(&app, with(document_in("1号"), of_it)).await;
    let path = format!("/campaigns/{}", id_of(&created));
    let found = app.as_district("370303").get(&path).await.ok(200);
    assert_eq!(found["activity_count"], 2);
    assert_eq!(found["document_count"], 1);
    assert_eq!(held["campaign"]["id"], created["id"]);
    let unknown = app.as_bureau().get("/campaigns/cam_0000000000001").await;
    unknown.refused(404, "campaigns.unknown");
    let administrator = app.as_administrator().get(&path).await;
    administrator.refused(403, "session.permission_missing");
}
