//! `GET /visits/{id}`

use crate::TestApp;
use crate::city::{company, id_of, made, visit_in};

#[tokio::test]
async fn a_district_sees_its_own_visits_and_no_others() {
    let app = TestApp::new().await;
    let body = visit_in("H-1", &company(&app, "甲有限公司").await);
    let visit = made(&app, "/visits", body).await;
    let path = format!("/visits/{}", id_of(&visit));
    assert_eq!(app.as_district("370303").get(&path).await.ok(200), visit);
    let stranger = app.as_district("370302").get(&path).await;
    stranger.refused(404, "visits.unknown");
}
