//! The history, and the rows of a preview by page.

use crate::books::{THREE, items};
use crate::city::TestApp;
use crate::create_import::stage;
use serde_json::Value;

#[tokio::test]
async fn the_history_is_newest_first_and_paged() {
    let app = TestApp::new().await;
    for name in ["a.xlsx", "b.xlsx", "c.xlsx"] {
        stage(&app, name, items(THREE)).await;
    }
    let first = app.as_bureau().get("/imports?limit=2").await.ok(200);
    let names = |page: &Value| -> Vec<String> {
        let items = page["items"].as_array().expect("items");
        items
            .iter()
            .map(|item| item["file_name"].as_str().expect("a name").to_owned())
            .collect()
    };
    assert_eq!(names(&first), ["c.xlsx", "b.xlsx"]);
    assert_eq!(first["total"], 3);
    let after = first["next"].as_str().expect("a cursor");
    let path = format!("/imports?limit=2&after={after}");
    let second = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(names(&second), ["a.xlsx"]);
    assert_eq!(second["next"], Value::Null);
    assert_eq!(second["items"][0]["created_by"], "联系人 012");
}

#[tokio::test]
async fn rows_are_paged_in_the_workbooks_order_across_statuses() {
    let app = TestApp::new().await;
    let rows: Vec<(String, &str)> = (0..25)
        .map(|n| (format!("W{n}"), if n % 3 == 0 { "甲乙" } else { "5" }))
        .collect();
    let rows: Vec<_> = rows
        .iter()
        .map(|(code, amount)| (code.as_str(), "甲", "", *amount))
        .collect();
    let batch = stage(&app, "x.xlsx", items(&rows)).await;
    assert_eq!((batch.counts.new, batch.counts.refused), (16, 9));
    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("/imports/{}/rows?limit=7{after}", batch.id);
        let page = app.as_bureau().get(&path).await.ok(200);
        assert_eq!(page["total"], 25);
        for row in page["items"].as_array().expect("rows") {
            seen.push(row["key"].as_str().expect("a key").to_owned());
        }
        let Some(next) = page["next"].as_str() else {
            break;
        };
        after = format!("&after={next}");
    }
    let all: Vec<String> = (0..25).map(|n| format!("W{n}")).collect();
    assert_eq!(seen, all);
    let path = format!("/imports/{}/rows?sheet=%E6%97%A0", batch.id);
    app.as_bureau()
        .get(&path)
        .await
        .refused(404, "intake.unknown_sheet");
}

#[tokio::test]
async fn only_who_may_sees_and_imports() {
    let app = TestApp::new().await;
    app.nobody()
        .get("/imports")
        .await
        .refused(401, "session.required");
    app.as_administrator()
        .get("/imports")
        .await
        .refused(403, "session.permission_missing");
    app.as_reader()
        .upload("/imports?file_name=x.xlsx", items(THREE))
        .await
        .refused(403, "session.permission_missing");
}
