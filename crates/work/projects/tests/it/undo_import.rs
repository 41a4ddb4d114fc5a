//! Taking a batch back.

use crate::TestApp;
use crate::city::{figure, recognise};
use crate::workbooks::{commit, counts, funds, import, milestones, projects, stage};
use serde_json::{Value, json};
use sheets::SheetOut;

fn whole() -> [SheetOut; 3] {
    [
        projects(&[("P-1", "张店区", "20000"), ("P-2", "张店区", "20000")]),
        milestones(&[("P-1", "签约", "2023-06-02"), ("P-1", "开工", "2023-06-20")]),
        funds(&[("PZ-1", "P-1", "2023-06-10", "1000")]),
    ]
}

async fn undo(app: &TestApp, batch: &Value) -> Value {
    let path = format!("/imports/{}/undo", batch["id"].as_str().unwrap());
    let undone = app.as_bureau().post(&path, json!({})).await.ok(200);
    undone["kept"].clone()
}

async fn total(app: &TestApp, path: &str) -> Value {
    app.as_bureau().get(path).await.ok(200)["total"].clone()
}

#[tokio::test]
async fn an_undone_batch_leaves_nothing_standing_and_can_come_again() {
    let app = TestApp::new().await;
    let batch = import(&app, &whole()).await;
    assert_eq!(figure(&app, "newly_started_projects", "2023-06").await, 1);
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(total(&app, "/projects").await, 0);
    assert_eq!(total(&app, "/companies").await, 0);
    assert_eq!(figure(&app, "newly_started_projects", "2023-06").await, 0);
    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, 0);
    let again = stage(&app, &whole()).await;
    assert_eq!(counts(&again), [5, 0, 0, 0]);
    commit(&app, &again).await;
    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, 600_000_000);
}

#[tokio::test]
async fn what_others_came_to_rest_on_stays_and_is_listed() {
    let app = TestApp::new().await;
    let base = import(&app, &[projects(&[("P-1", "张店区", "20000")])]).await;
    let signing = import(&app, &[milestones(&[("P-1", "签约", "2023-06-02")])]).await;
    let found = app.as_bureau().get("/projects").await.ok(200);
    let id = found["items"][0]["id"].as_str().unwrap().to_owned();
    recognise(&app, &id, "started", "2023-06-20").await;
    let kept = undo(&app, &signing).await;
    assert_eq!(kept[0]["code"], "projects.milestone_needed");
    assert_eq!(kept[0]["params"], json!({ "milestone": "started" }));
    let kept = undo(&app, &base).await;
    let codes: Vec<&str> = kept
        .as_array()
        .unwrap()
        .iter()
        .map(|kept| kept["code"].as_str().unwrap())
        .collect();
    assert_eq!(
        codes,
        [
            "projects.referred_to",
            "companies.referred_to",
            "companies.referred_to"
        ]
    );
    assert_eq!(total(&app, "/projects?stage=started").await, 1);
}

#[tokio::test]
async fn changed_master_data_goes_back_unless_it_was_changed_again() {
    let app = TestApp::new().await;
    import(&app, &[projects(&[("P-1", "张店区", "20000")])]).await;
    let second = import(&app, &[projects(&[("P-1", "淄川区", "30000")])]).await;
    assert_eq!(undo(&app, &second).await, json!([]));
    let found = app.as_bureau().get("/projects").await.ok(200);
    assert_eq!(found["items"][0]["unit"]["code"], "370303");
    assert_eq!(found["items"][0]["planned_investment"], "200000000.00");
    let third = import(&app, &[projects(&[("P-1", "淄川区", "30000")])]).await;
    let id = found["items"][0]["id"].as_str().unwrap();
    let path = format!("/projects/{id}");
    app.as_bureau()
        .patch(&path, json!({ "name": "新名" }))
        .await
        .ok(200);
    assert_eq!(
        undo(&app, &third).await[0]["code"],
        "projects.changed_since"
    );
    let stands = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(stands["planned_investment"], "300000000.00");
}

#[tokio::test]
async fn funds_corrected_since_stay_and_are_listed() {
    let app = TestApp::new().await;
    let sheet = funds(&[
        ("PZ-1", "P-1", "2023-06-10", "1000"),
        ("PZ-2", "P-1", "2023-06-10", "1000"),
    ]);
    import(&app, &[projects(&[("P-1", "张店区", "20000")])]).await;
    let batch = import(&app, &[sheet]).await;
    let found = app.as_bureau().get("/funds?q=PZ-1").await.ok(200);
    let path = format!(
        "/funds/{}/reversal",
        found["items"][0]["id"].as_str().unwrap()
    );
    let cut = json!({ "reason": "核减", "amount": "4000000.00" });
    app.as_bureau().post(&path, cut).await.ok(200);
    let kept = undo(&app, &batch).await;
    assert_eq!(kept.as_array().unwrap().len(), 1);
    assert_eq!(
        (&kept[0]["code"], &kept[0]["key"]),
        (&json!("funds.corrected_since"), &json!("PZ-1"))
    );
    let project = app.as_bureau().get("/projects").await.ok(200);
    assert_eq!(project["items"][0]["arrived"], "4000000.00");
}
