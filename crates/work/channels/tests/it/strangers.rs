//! Who may not.

use crate::TestApp;
use crate::city::{create, opportunity_in, platform_in, project_in};
use serde_json::{Value, json};

const PATHS: [&str; 4] = [
    "/platforms",
    "/platform-components",
    "/platform-projects",
    "/opportunities",
];

#[tokio::test]
async fn nobody_and_the_administrator_of_accounts_see_nothing() {
    let app = TestApp::new().await;
    for path in PATHS {
        assert_eq!(app.nobody().get(path).await.status, 401, "{path}");
        assert_eq!(app.as_administrator().get(path).await.status, 403, "{path}");
        app.as_reader().get(path).await.ok(200);
    }
}

#[tokio::test]
async fn a_district_and_a_reader_change_nothing() {
    let app = TestApp::new().await;
    let platform = create(&app, "/platforms", platform_in("PT-1")).await;
    let project = create(&app, "/projects", project_in("P-1")).await;
    let opportunity = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let day = "2023-06-20";
    let posts: Vec<(String, Value)> = vec![
        ("/platforms".into(), platform_in("PT-2")),
        (
            format!("/platforms/{platform}/close"),
            json!({ "closed_on": day }),
        ),
        (
            format!("/platforms/{platform}/reversal"),
            json!({ "step": "founded", "reason": "误" }),
        ),
        (
            "/platform-projects".into(),
            json!({ "platform_id": platform, "project_id": project, "brought_on": day }),
        ),
        (
            "/platform-projects/ppr_0000000000001/reversal".into(),
            json!({ "reason": "误" }),
        ),
        ("/opportunities".into(), opportunity_in("CB-2")),
        (
            format!("/opportunities/{opportunity}/publications"),
            json!({ "channel": "选择淄博", "published_on": day }),
        ),
        (
            format!("/opportunities/{opportunity}/close"),
            json!({ "closed_on": day, "outcome": "withdrawn" }),
        ),
        (
            format!("/opportunities/{opportunity}/reversal"),
            json!({ "step": "reserved", "reason": "误" }),
        ),
    ];
    for client in [app.as_district("370303"), app.as_reader()] {
        for (path, body) in &posts {
            assert_eq!(client.post(path, body.clone()).await.status, 403, "{path}");
        }
        for path in [
            format!("/platforms/{platform}"),
            format!("/opportunities/{opportunity}"),
        ] {
            let change = json!({ "name": "新名" });
            assert_eq!(client.patch(&path, change).await.status, 403, "{path}");
        }
    }
}
