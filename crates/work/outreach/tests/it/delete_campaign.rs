//! `DELETE /campaigns/{id}`

use crate::TestApp;
use crate::city::{activity_in, campaign_in, document_in, hold, id_of, issue, set_up, with};
use serde_json::json;

#[tokio::test]
async fn a_campaign_to_which_nothing_belongs_goes_with_its_goals() {
    let app = TestApp::new().await;
    let goal = json!({
        "indicator": "outbound_activities", "measure": "value", "value": "1",
        "until_month": "2023-06",
    });
    let body = with(campaign_in("XD-1"), json!({ "goals": [goal] }));
    let created = set_up(&app, body).await;
    let path = format!("/campaigns/{}", id_of(&created));
    let reader = app.as_reader().delete(&path).await;
    reader.refused(403, "session.permission_missing");
    assert_eq!(app.as_bureau().delete(&path).await.status, 204);
    let gone = app.as_bureau().get(&path).await;
    gone.refused(404, "campaigns.unknown");
    let again = set_up(&app, campaign_in("XD-1")).await;
    assert_eq!(again["goals"], json!([]));
}

#[tokio::test]
async fn activities_and_documents_keep_their_campaign() {
    let app = TestApp::new().await;
    let created = set_up(&app, campaign_in("XD-1")).await;
    let of_it = json!({ "campaign": "XD-1" });
    let held = hold(&app, with(activity_in("A-1"), of_it.clone())).await;
    issue(&app, with(document_in("1号"), of_it)).await;
    let path = format!("/campaigns/{}", id_of(&created));
    let kept = app.as_bureau().delete(&path).await;
    let problem = kept.refused(409, "campaigns.referred_to");
    assert_eq!(
        problem["params"],
        json!({ "activities": 1, "documents": 1 })
    );
    let back = format!("/activities/{}/reversal", id_of(&held));
    let reason = json!({ "reason": "误登记" });
    app.as_bureau().post(&back, reason).await.ok(200);
    let kept = app.as_bureau().delete(&path).await;
    let problem = kept.refused(409, "campaigns.referred_to");
    assert_eq!(
        problem["params"],
        json!({ "activities": 0, "documents": 1 })
    );
}
