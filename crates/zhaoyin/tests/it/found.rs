//! Finding anything: what was just written is found, by those who may read it.

use crate::TestApp;
use serde_json::{Value, json};
use testkit::{City, Client};

const NAME: &str = "高端轴承智能制造";

fn project(code: &str, name: &str) -> Value {
    json!({
        "code": code, "name": name, "unit": "370303", "place": "370303",
        "investors": [{ "name": "演示精工公司", "division": "320505" }],
        "contract_number": format!("HT-{code}"), "contract_kind": "formal",
        "signed_on": "2026-03-10", "planned_investment": "100000000.00",
    })
}

/// The names of the records of one kind that `client` finds by `words`.
async fn found<C: City>(client: &Client<'_, C>, kind: &str, words: &str) -> Vec<String> {
    let found = client.get(&format!("/find?words={words}")).await.ok(200);
    let kinds = found["kinds"].as_array().unwrap();
    kinds
        .iter()
        .filter(|found| found["kind"] == kind)
        .flat_map(|found| found["items"].as_array().unwrap())
        .map(|item| item["name"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_project_is_found_as_soon_as_it_is_written() {
    let app = TestApp::new().await;
    let bureau = app.as_bureau();
    assert_eq!(found(&bureau, "project", "轴承").await, [""; 0]);

    let made = bureau
        .post("/projects", project("FIND-001", NAME))
        .await
        .ok(201);
    for words in ["轴承", "zhoucheng", "gdzc", "find-001", "演示精工"] {
        assert_eq!(found(&bureau, "project", words).await, [NAME], "{words}");
    }

    // Found by the district that leads it, and by no other.
    assert_eq!(
        found(&app.as_district("370303"), "project", "轴承").await,
        [NAME]
    );
    assert_eq!(
        found(&app.as_district("370302"), "project", "轴承").await,
        [""; 0]
    );

    // Much later, after more has been asked: by its new name and no longer by the old one.
    app.move_clock(app.clock_now(), 3600);
    assert_eq!(found(&bureau, "project", "轴承").await, [NAME]);
    let path = format!("/projects/{}", made["id"].as_str().unwrap());
    let rename = json!({ "name": "齿轮箱总装" });
    bureau.patch(&path, rename).await.ok(200);
    assert_eq!(found(&bureau, "project", "clx").await, ["齿轮箱总装"]);
    assert_eq!(found(&bureau, "project", "轴承").await, [""; 0]);
}

#[tokio::test]
async fn what_is_removed_is_no_longer_found() {
    let app = TestApp::new().await;
    let bureau = app.as_bureau();
    let campaign = json!({
        "code": "XD-1", "name": "百日攻坚行动",
        "from_month": "2026-03", "until_month": "2026-05",
    });
    let made = bureau.post("/campaigns", campaign).await.ok(201);
    assert_eq!(found(&bureau, "campaign", "brgj").await, ["百日攻坚行动"]);
    let path = format!("/campaigns/{}", made["id"].as_str().unwrap());
    bureau.delete(&path).await.ok(204);
    assert_eq!(found(&bureau, "campaign", "brgj").await, [""; 0]);
}
