//! `GET /rosters`

use crate::TestApp;
use crate::city::{company, id_of, listed, made, project, roster_in, texts, with};
use serde_json::json;

#[tokio::test]
async fn filters_pages_and_scope_hold() {
    let app = TestApp::new().await;
    let first = company(&app, "甲有限公司").await;
    let second = company(&app, "乙有限公司").await;
    let project = project(&app, "P-1").await;
    let entry = made(&app, "/rosters", roster_in(&first)).await;
    let other = json!({
        "unit": "370302", "officer": "护商专员 007", "rule": "专精特新",
        "enrolled_on": "2023-06-04",
    });
    made(&app, "/rosters", with(roster_in(&second), other)).await;
    let of_project = json!({
        "company_id": null, "project_id": project, "enrolled_on": "2023-06-06",
        "officer": "护商专员 003",
    });
    made(&app, "/rosters", with(roster_in(&first), of_project)).await;
    let release = format!("/rosters/{}/release", id_of(&entry));
    let day = json!({ "released_on": "2023-06-20" });
    app.as_bureau().post(&release, day).await.ok(200);
    let officers = |query: String| {
        let app = &app;
        async move { listed(app, &format!("/rosters{query}"), "officer").await }
    };
    let all = ["护商专员 003", "护商专员 012", "护商专员 007"];
    assert_eq!(officers(String::new()).await, all);
    for (query, wanted) in [
        ("?party=project", &all[..1]),
        ("?party=company", &all[1..]),
        ("?unit=370302", &all[2..]),
        ("?officer=护商专员%20012", &all[1..2]),
        ("?released=true", &all[1..2]),
        ("?q=p-1新材料", &all[..1]),
        ("?q=甲有限", &all[1..2]),
        ("?q=专精特新", &all[2..]),
        ("?q=_", &[]),
    ] {
        assert_eq!(officers(query.to_owned()).await, wanted, "{query}");
    }
    assert_eq!(
        officers("?released=false".to_owned()).await,
        [all[0], all[2]]
    );
    assert_eq!(officers(format!("?company={second}")).await, &all[2..]);
    assert_eq!(officers(format!("?project={project}")).await, &all[..1]);
    let page = app.as_bureau().get("/rosters?limit=2").await.ok(200);
    assert_eq!(page["total"], 3);
    let next = page["next"].as_str().unwrap().replace('~', "%7E");
    assert_eq!(officers(format!("?limit=2&after={next}")).await, &all[2..]);
    let wrong = app.as_bureau().get("/rosters?after=x").await;
    wrong.refused(422, "rosters.wrong_cursor");
    let district = app.as_district("370302").get("/rosters").await.ok(200);
    assert_eq!(texts(&district, "officer"), &all[2..]);
    let administrator = app.as_administrator().get("/rosters").await;
    administrator.refused(403, "session.permission_missing");
}
