//! `PATCH /visits/{id}`

use crate::TestApp;
use crate::city::{company, id_of, made, problem_in, project, roster_in, visit_in};
use serde_json::json;

#[tokio::test]
async fn what_was_learnt_changes_and_a_need_becomes_a_lead() {
    let app = TestApp::new().await;
    let body = visit_in("H-1", &company(&app, "甲有限公司").await);
    let project = project(&app, "P-1").await;
    let visit = made(&app, "/visits", body).await;
    let path = format!("/visits/{}", id_of(&visit));
    let patch = |body| {
        let (app, path) = (&app, path.clone());
        async move { app.as_bureau().patch(&path, body).await }
    };
    let change = json!({ "progress": "", "project_id": project, "officer": "护商专员 007" });
    let changed = patch(change).await.ok(200);
    assert_eq!(changed["progress"], json!(null));
    assert_eq!(changed["needs"], "增容用电");
    assert_eq!(changed["company"], visit["company"]);
    assert_eq!(changed["project"]["code"], "P-1");
    let lead = json!({ "lead_project_id": project });
    let led = patch(lead.clone()).await.ok(200);
    assert_eq!(led["lead_project"]["code"], "P-1");
    let alone = json!({ "company_id": null });
    patch(alone).await.ok(200);
    let nobody = patch(json!({ "project_id": null })).await;
    nobody.refused(422, "visits.nobody_visited");
    patch(json!({ "needs": "", "lead_project_id": null }))
        .await
        .ok(200);
    patch(lead).await.refused(409, "visits.no_need");
    let found = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(found["company"], json!(null));
    assert_eq!(found["lead_project"], json!(null));
    assert_eq!(found["officer"], "护商专员 007");
    let frozen = patch(json!({ "visited_on": "2023-06-01" })).await;
    assert_eq!(frozen.status, 422);
}

#[tokio::test]
async fn the_register_knows_how_many_records_name_a_company() {
    let app = TestApp::new().await;
    let (first, second) = (
        company(&app, "甲有限公司").await,
        company(&app, "乙有限公司").await,
    );
    let named = async |id: &str| {
        let key = id.parse::<companies::CompanyId>().unwrap().key();
        let reader = app.app.database.reader();
        let found = companies::find_companies(reader, &[key]).await.unwrap();
        found[&key].records
    };
    let visit = made(&app, "/visits", visit_in("H-1", &first)).await;
    made(&app, "/rosters", roster_in(&first)).await;
    let problem = made(&app, "/problems", problem_in("W-1", &first)).await;
    assert_eq!(named(&first).await, 3);
    let moved = json!({ "company_id": second });
    for path in [
        format!("/visits/{}", id_of(&visit)),
        format!("/problems/{}", id_of(&problem)),
    ] {
        app.as_bureau().patch(&path, moved.clone()).await.ok(200);
    }
    assert_eq!((named(&first).await, named(&second).await), (1, 2));
    let path = format!("/visits/{}/reversal", id_of(&visit));
    let body = json!({ "reason": "未成行" });
    app.as_bureau().post(&path, body).await.ok(200);
    assert_eq!(named(&second).await, 1);
}
