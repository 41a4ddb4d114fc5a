//! `GET /targets`

use crate::TestApp;
use crate::city::{chain, node, register, target, target_in};
use serde_json::{Value, json};

fn shown(found: &Value) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    let name = |item: &Value| item["company"]["name"].as_str().unwrap().to_owned();
    items.map(name).collect()
}

/// Three targets on two chains; the second was given up.
async fn three(app: &TestApp) -> [String; 3] {
    let first = chain(app, "A", "石油化工").await;
    let second = chain(app, "B", "医药").await;
    let refining = node(app, &first, json!({ "name": "炼化" })).await;
    for (name, chain, batch, unit, by) in [
        ("甲有限公司", &first, "第一批", "370303", "agency"),
        ("乙有限公司", &first, "第二批", "370302", "local_company"),
        ("丙有限公司", &second, "第二批", "370303", "department"),
    ] {
        let company = register(app, name, None).await;
        let mut body = target_in(&company, chain);
        body["batch"] = json!(batch);
        body["unit"] = json!(unit);
        body["recommended_by"] = json!(by);
        if name == "甲有限公司" {
            body["node_id"] = json!(refining);
        }
        let id = target(app, body).await;
        if name == "乙有限公司" {
            let path = format!("/targets/{id}/untargeting");
            let end = json!({ "untargeted_on": "2023-06-20" });
            app.as_bureau().post(&path, end).await.ok(200);
        }
    }
    [first, second, refining]
}

#[tokio::test]
async fn every_filter_finds_its_targets() {
    let app = TestApp::new().await;
    let [first, second, refining] = three(&app).await;
    let found = async |query: &str| {
        let path = format!("/targets?{query}");
        shown(&app.as_reader().get(&path).await.ok(200))
    };
    let all = ["丙有限公司", "乙有限公司", "甲有限公司"];
    assert_eq!(found("").await, all);
    assert_eq!(found(&format!("chain={first}")).await, all[1..]);
    assert_eq!(found(&format!("chain={second}")).await, all[..1]);
    assert_eq!(found(&format!("node={refining}")).await, all[2..]);
    assert_eq!(found("unit=370302").await, all[1..2]);
    assert_eq!(found("unit=370300").await, all);
    assert_eq!(found("unit=mars").await, [""; 0]);
    assert_eq!(found("batch=第二批").await, all[..2]);
    assert_eq!(found("recommended_by=department").await, all[..1]);
    assert_eq!(found("standing=true").await, [all[0], all[2]]);
    assert_eq!(found("standing=false").await, all[1..2]);
    assert_eq!(found("q=乙").await, all[1..2]);
    let wrong = app.as_reader().get("/targets?recommended_by=me").await;
    assert_eq!(wrong.status, 422);
}

#[tokio::test]
async fn a_district_sees_the_whole_citys_list_page_by_page() {
    let app = TestApp::new().await;
    three(&app).await;
    let district = app.as_district("370302");
    let first = district.get("/targets?limit=2").await.ok(200);
    assert_eq!(shown(&first), ["丙有限公司", "乙有限公司"]);
    assert_eq!(
        (&first["total"], &first["total_exact"]),
        (&json!(3), &json!(true))
    );
    let path = format!("/targets?limit=2&after={}", first["next"].as_str().unwrap());
    let second = district.get(&path).await.ok(200);
    assert_eq!(shown(&second), ["甲有限公司"]);
    assert!(second["next"].is_null());
    let wrong = district.get("/targets?after=x").await;
    wrong.refused(422, "targets.wrong_cursor");
    let stranger = app.as_administrator().get("/targets").await;
    stranger.refused(403, "session.permission_missing");
}
