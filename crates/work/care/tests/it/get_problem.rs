//! `GET /problems/{id}`

use crate::TestApp;
use crate::city::{company, id_of, made, problem_in};

#[tokio::test]
async fn a_district_sees_its_own_problems_and_no_others() {
    let app = TestApp::new().await;
    let body = problem_in("W-1", &company(&app, "甲有限公司").await);
    let problem = made(&app, "/problems", body).await;
    let path = format!("/problems/{}", id_of(&problem));
    assert_eq!(app.as_district("370303").get(&path).await.ok(200), problem);
    let stranger = app.as_district("370302").get(&path).await;
    stranger.refused(404, "problems.unknown");
}
