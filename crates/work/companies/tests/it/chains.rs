//! `GET /chains`, `GET /chains/{id}`, `POST /chains`, `PATCH /chains/{id}`, and the chains that
//! ship with the program.

use crate::TestApp;
use crate::city::{chain, indicators, node, register, target, target_in};
use serde_json::json;

#[tokio::test]
async fn a_chain_is_listed_with_its_nodes_by_strength_and_its_standing_targets() {
    let app = TestApp::new().await;
    let id = chain(&app, "A", "石油化工").await;
    chain(&app, "B", "医药").await;
    for (name, strength) in [
        ("原油", json!("missing")),
        ("炼化", json!("strong")),
        ("乙烯", json!("weak")),
        ("丙烯", json!("weak")),
        ("仓储", json!(null)),
    ] {
        node(&app, &id, json!({ "name": name, "strength": strength })).await;
    }
    for (name, ended) in [("甲有限公司", false), ("乙有限公司", true)] {
        let company = register(&app, name, None).await;
        let target = target(&app, target_in(&company, &id)).await;
        if ended {
            let path = format!("/targets/{target}/untargeting");
            let body = json!({ "untargeted_on": "2023-06-20" });
            app.as_bureau().post(&path, body).await.ok(200);
        }
    }
    let found = app.as_district("370303").get("/chains").await.ok(200);
    let first = &found["items"][0];
    assert_eq!(first["code"], "A");
    assert_eq!(
        first["nodes"],
        json!({ "strong": 1, "weak": 2, "missing": 1, "unrated": 1 })
    );
    assert_eq!(first["targets"], 1);
    assert_eq!(
        (&first["assumed"], &first["kind"]),
        (&json!(false), &json!("chain"))
    );
    assert_eq!(found["items"][1]["targets"], 0);
    let one = app.as_reader().get(&format!("/chains/{id}")).await.ok(200);
    assert_eq!(one["chain"], *first);
    let unknown = app.as_reader().get("/chains/chn_0000000000001").await;
    unknown.refused(404, "chains.unknown");
}

#[tokio::test]
async fn two_chains_have_neither_code_nor_name_in_common() {
    let app = TestApp::new().await;
    chain(&app, "A", "石油化工").await;
    let second = chain(&app, "B", "医药").await;
    let post = async |code: &str, name: &str| {
        let body = json!({ "code": code, "name": name });
        app.as_bureau().post("/chains", body).await
    };
    post("A", "纺织").await.refused(409, "chains.code_taken");
    post("C", "石油 化工")
        .await
        .refused(409, "chains.name_taken");
    post(" ", "")
        .await
        .refused_fields(&[("code", "field.empty"), ("name", "field.empty")]);
    let path = format!("/chains/{second}");
    let taken = app
        .as_bureau()
        .patch(&path, json!({ "name": "石油化工" }))
        .await;
    taken.refused(409, "chains.name_taken");
    app.as_bureau()
        .patch(&path, json!({ "name": "医 药" }))
        .await
        .ok(200);
}

#[tokio::test]
async fn a_direction_has_no_graph() {
    let app = TestApp::new().await;
    let body = json!({ "code": "D", "name": "冷链物流", "kind": "direction" });
    let made = app.as_bureau().post("/chains", body).await.ok(201);
    let id = made["chain"]["id"].as_str().unwrap().to_owned();
    let nodes = format!("/chains/{id}/nodes");
    let refused = app
        .as_bureau()
        .post(&nodes, json!({ "name": "冷库" }))
        .await;
    refused.refused(409, "chains.no_graph");
    let path = format!("/chains/{id}");
    let as_chain = json!({ "kind": "chain" });
    app.as_bureau().patch(&path, as_chain).await.ok(200);
    node(&app, &id, json!({ "name": "冷库" })).await;
    let back = app
        .as_bureau()
        .patch(&path, json!({ "kind": "direction" }))
        .await;
    back.refused(409, "chains.no_graph");
}

#[tokio::test]
async fn chains_that_ship_are_entered_once_and_an_offices_edit_stays() {
    let app = TestApp::new().await;
    let text = indicators("chains").unwrap();
    let install = async || {
        companies::install_chains(&app.app.database, &text, app.app.now())
            .await
            .unwrap()
    };
    chain(&app, "own", "医药").await;
    assert_eq!(install().await, 23, "one name is an office's already");
    let found = app.as_reader().get("/chains").await.ok(200);
    let items = found["items"].as_array().unwrap();
    let directions = items.iter().filter(|item| item["kind"] == "direction");
    assert_eq!(directions.count(), 4);
    let shipped = items.iter().filter(|item| item["code"] != "own");
    assert!(
        shipped
            .clone()
            .all(|item| item["assumed"] == true && item["name_en"] != "")
    );
    let first = shipped.into_iter().next().unwrap();
    let path = format!("/chains/{}", first["id"].as_str().unwrap());
    let named = app
        .as_bureau()
        .patch(&path, json!({ "name": "石化" }))
        .await
        .ok(200);
    assert_eq!(
        named["chain"]["assumed"], false,
        "an office has looked at it"
    );
    assert_eq!(install().await, 0);
    let stands = app.as_reader().get(&path).await.ok(200);
    assert_eq!(stands["chain"]["name"], "石化");
    let assumed = json!({ "assumed": true });
    let said = app.as_bureau().patch(&path, assumed).await.ok(200);
    assert_eq!(said["chain"]["assumed"], true);
}

#[tokio::test]
async fn only_who_may_write_chains_changes_them() {
    let app = TestApp::new().await;
    let id = chain(&app, "A", "石油化工").await;
    let path = format!("/chains/{id}");
    for client in [app.as_reader(), app.as_district("370303")] {
        let body = json!({ "code": "B", "name": "医药" });
        let refused = client.post("/chains", body).await;
        refused.refused(403, "session.permission_missing");
        let refused = client.patch(&path, json!({})).await;
        refused.refused(403, "session.permission_missing");
    }
    let refused = app.as_administrator().get("/chains").await;
    refused.refused(403, "session.permission_missing");
}
