//! Taking batches back.

use crate::TestApp;
use crate::city::{activity_in, figure, hold, id_of, meet, meeting_in, with};
use crate::workbooks::{
    activities, campaigns, counts, documents, goals, import, meetings, stage, trip, undo,
};
use serde_json::{Value, json};
use sheets::SheetOut;

fn whole() -> [SheetOut; 5] {
    let mut of_campaign = trip("A-1");
    of_campaign[9] = "XD-1";
    [
        campaigns(&[&["XD-1", "春季攻势", "2023-02", "2023-06", ""]]),
        goals(&[&["XD-1", "推介会", "达到", "41", "2023-06"]]),
        activities(&[&of_campaign, &trip("A-2")]),
        meetings(&[
            &[
                "A-1",
                "苏州甲有限公司",
                "",
                "320500",
                "",
                "其他",
                "其他",
                "",
            ],
            &[
                "A-2",
                "苏州甲有限公司",
                "",
                "320500",
                "",
                "其他",
                "其他",
                "",
            ],
        ]),
        documents(&[&[
            "1号",
            "办法",
            "机制性",
            "产业引育",
            "市委办公室",
            "2023-06-05",
            "XD-1",
        ]]),
    ]
}

async fn total(app: &TestApp, path: &str) -> Value {
    app.as_bureau().get(path).await.ok(200)["total"].clone()
}

#[tokio::test]
async fn an_undone_batch_leaves_nothing_standing_and_can_come_again() {
    let app = TestApp::new().await;
    let batch = import(&app, &whole()).await;
    assert_eq!(undo(&app, &batch).await, json!([]));
    for path in [
        "/campaigns",
        "/activities",
        "/meetings",
        "/policy-documents",
        "/companies",
    ] {
        assert_eq!(total(&app, path).await, 0, "{path}");
    }
    for indicator in [
        "outbound_activities",
        "matched_parties",
        "campaign_policy_documents",
    ] {
        assert_eq!(figure(&app, indicator).await, 0, "{indicator}");
    }
    let again = stage(&app, &whole()).await;
    assert_eq!(counts(&again), [7, 0, 0, 0]);
    crate::workbooks::commit(&app, &again).await;
    assert_eq!(figure(&app, "matched_parties").await, 1);
    assert_eq!(figure(&app, "outbound_activities").await, 2);
}

#[tokio::test]
async fn what_others_came_to_rest_on_stays_and_is_listed() {
    let app = TestApp::new().await;
    let batch = import(&app, &whole()).await;
    let found = app.as_bureau().get("/activities?q=A-1").await.ok(200);
    let activity = id_of(&found["items"][0]).to_owned();
    meet(&app, &activity, meeting_in("苏州乙有限公司")).await;
    let other = hold(
        &app,
        with(activity_in("A-3"), json!({ "campaign": "XD-1" })),
    )
    .await;
    meet(&app, id_of(&other), meeting_in("苏州甲有限公司")).await;
    assert_eq!(
        undo(&app, &batch).await,
        json!([
            ["companies", "A-1 / 苏州甲有限公司", "companies.referred_to"],
            ["activities", "A-1", "activities.has_meetings"],
            ["campaigns", "XD-1", "campaigns.referred_to"],
        ])
    );
    assert_eq!(total(&app, "/activities").await, 2);
    assert_eq!(total(&app, "/companies").await, 2);
}

#[tokio::test]
async fn what_was_changed_goes_back_to_what_it_was() {
    let app = TestApp::new().await;
    import(&app, &whole()).await;
    let mut renamed = trip("A-2");
    renamed[2] = "赴沪招商";
    renamed[5] = "310000";
    let changed = import(
        &app,
        &[
            campaigns(&[&["XD-1", "春季行动", "2023-02", "2023-07", ""]]),
            goals(&[&["XD-1", "推介会", "达到", "50", "2023-06"]]),
            activities(&[&renamed]),
            documents(&[&[
                "1号",
                "新办法",
                "机制性",
                "产业引育",
                "市委办公室",
                "2023-06-05",
                "",
            ]]),
        ],
    )
    .await;
    assert_eq!(changed["counts"]["changed"], 4);
    assert_eq!(undo(&app, &changed).await, json!([]));
    let again = stage(&app, &whole()).await;
    assert_eq!(counts(&again), [0, 0, 7, 0]);
}

#[tokio::test]
async fn what_was_changed_by_hand_since_stays() {
    let app = TestApp::new().await;
    let batch = import(&app, &whole()).await;
    for (list, change) in [
        ("/activities?q=A-2", json!({ "name": "另名" })),
        ("/policy-documents", json!({ "name": "另名" })),
    ] {
        let found = app.as_bureau().get(list).await.ok(200);
        let place = list.split('?').next().unwrap();
        let path = format!("{place}/{}", id_of(&found["items"][0]));
        app.as_bureau().patch(&path, change).await.ok(200);
    }
    let found = app.as_bureau().get("/campaigns").await.ok(200);
    let path = format!("/campaigns/{}", id_of(&found["items"][0]));
    let goal = json!({
        "indicator": "promotion_meetings", "measure": "value", "value": "42",
        "until_month": "2023-06",
    });
    app.as_bureau()
        .patch(&path, json!({ "goals": [goal] }))
        .await
        .ok(200);
    assert_eq!(
        undo(&app, &batch).await,
        json!([
            ["policy_documents", "1号", "policy_documents.changed_since"],
            ["activities", "A-2", "activities.changed_since"],
            [
                "campaign_goals",
                "XD-1 / 推介会 / 达到",
                "campaigns.goal_changed_since"
            ],
            ["campaigns", "XD-1", "campaigns.changed_since"],
        ])
    );
}
