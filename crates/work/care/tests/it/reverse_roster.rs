//! `POST /rosters/{id}/reversal`

use crate::TestApp;
use crate::city::{company, figure, id_of, made, roster_in, with};
use serde_json::json;

#[tokio::test]
async fn the_release_is_taken_back_first_and_then_the_entry() {
    let app = TestApp::new().await;
    let body = roster_in(&company(&app, "甲有限公司").await);
    let entry = made(&app, "/rosters", body.clone()).await;
    let path = format!("/rosters/{}", id_of(&entry));
    let post = |what: &str, body| {
        let (app, path) = (&app, format!("{path}/{what}"));
        async move { app.as_bureau().post(&path, body).await }
    };
    let day = json!({ "released_on": "2023-06-20" });
    post("release", day.clone()).await.ok(200);
    let reason = json!({ "reason": "录入有误" });
    let open = post("reversal", reason.clone()).await.ok(200);
    assert_eq!(open["released_on"], json!(null));
    assert_eq!(open["reversed"], false);
    assert_eq!(figure(&app, "care_companies").await, 1);
    // What was taken back may be done again.
    post("release", day.clone()).await.ok(200);
    post("reversal", reason.clone()).await.ok(200);
    let gone = post("reversal", reason.clone()).await.ok(200);
    assert_eq!(gone["reversal_reason"], "录入有误");
    assert_eq!(figure(&app, "care_companies").await, 0);
    let again = post("reversal", reason).await;
    again.refused(409, "rosters.already_reversed");
    post("release", day)
        .await
        .refused(409, "rosters.already_reversed");
    made(&app, "/rosters", body).await;
}

#[tokio::test]
async fn a_release_stays_once_its_company_is_back_on_the_roster() {
    let app = TestApp::new().await;
    let body = roster_in(&company(&app, "甲有限公司").await);
    let entry = made(&app, "/rosters", body.clone()).await;
    let path = format!("/rosters/{}", id_of(&entry));
    let day = json!({ "released_on": "2023-06-10" });
    let release = format!("{path}/release");
    app.as_bureau().post(&release, day).await.ok(200);
    made(
        &app,
        "/rosters",
        with(body, json!({ "enrolled_on": "2023-06-12" })),
    )
    .await;
    let reversal = format!("{path}/reversal");
    let body = json!({ "reason": "录入有误" });
    let refused = app.as_bureau().post(&reversal, body).await;
    let problem = refused.refused(409, "rosters.enrolled_again");
    assert_eq!(problem["params"], json!({ "enrolled_on": "2023-06-12" }));
    let silent = app
        .as_bureau()
        .post(&reversal, json!({ "reason": " " }))
        .await;
    silent.refused(422, "rosters.no_reason");
}
