//! `POST /rosters/{id}/release`

use crate::TestApp;
use crate::city::{company, figure, figure_of, id_of, made, roster_in, with};
use serde_json::json;

#[tokio::test]
async fn who_leaves_the_roster_counts_no_longer_and_may_come_back() {
    let app = TestApp::new().await;
    let body = roster_in(&company(&app, "甲有限公司").await);
    let entry = made(&app, "/rosters", body.clone()).await;
    let path = format!("/rosters/{}/release", id_of(&entry));
    let day = json!({ "released_on": "2023-06-20" });
    let left = app.as_bureau().post(&path, day.clone()).await.ok(200);
    assert_eq!(left["released_on"], "2023-06-20");
    assert_eq!(figure(&app, "care_companies").await, 0);
    let again = app.as_bureau().post(&path, day).await;
    again.refused(409, "rosters.already_released");
    let early = app.as_bureau().post("/rosters", body.clone()).await;
    early.refused(409, "rosters.before_release");
    made(
        &app,
        "/rosters",
        with(body, json!({ "enrolled_on": "2023-06-20" })),
    )
    .await;
    assert_eq!(figure(&app, "care_companies").await, 1);
    assert_eq!(
        figure_of(&app, "370303", "care_companies", "2023-06").await,
        1
    );
}

#[tokio::test]
async fn nobody_leaves_before_having_come_or_tomorrow() {
    let app = TestApp::new().await;
    let body = roster_in(&company(&app, "甲有限公司").await);
    let entry = made(&app, "/rosters", body).await;
    let path = format!("/rosters/{}/release", id_of(&entry));
    for (day, status, code) in [
        ("2023-06-04", 409, "rosters.released_before_enrolled"),
        ("2023-07-01", 422, "ledger.date_in_future"),
    ] {
        let body = json!({ "released_on": day });
        app.as_bureau()
            .post(&path, body)
            .await
            .refused(status, code);
    }
    let body = json!({ "released_on": "2023-06-20" });
    let district = app.as_district("370303").post(&path, body).await;
    district.refused(403, "session.permission_missing");
}
