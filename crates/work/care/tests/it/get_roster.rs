//! `GET /rosters/{id}`

use crate::TestApp;
use crate::city::{company, id_of, made, roster_in};

#[tokio::test]
async fn a_district_sees_its_own_entries_and_no_others() {
    let app = TestApp::new().await;
    let body = roster_in(&company(&app, "甲有限公司").await);
    let entry = made(&app, "/rosters", body).await;
    let path = format!("/rosters/{}", id_of(&entry));
    assert_eq!(app.as_district("370303").get(&path).await.ok(200), entry);
    assert_eq!(app.as_reader().get(&path).await.ok(200), entry);
    let stranger = app.as_district("370302").get(&path).await;
    stranger.refused(404, "rosters.unknown");
}
