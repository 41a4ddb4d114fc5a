//! `POST /chains/{id}/nodes`, `PATCH` and `DELETE /chains/{id}/nodes/{node_id}`

use crate::TestApp;
use crate::city::{chain, node, register, target, target_in};
use serde_json::{Value, json};

async fn three(app: &TestApp) -> (String, [String; 3]) {
    let id = chain(app, "A", "石油化工").await;
    let ethylene = node(app, &id, json!({ "name": "乙烯" })).await;
    let refining = json!({ "name": "炼化", "downstream": [ethylene], "strength": "strong" });
    let refining = node(app, &id, refining).await;
    let crude = json!({ "name": "原油", "downstream": [refining], "parent_id": null });
    let crude = node(app, &id, crude).await;
    (id, [crude, refining, ethylene])
}

#[tokio::test]
async fn nodes_are_linked_upwards_and_downstream() {
    let app = TestApp::new().await;
    let (id, [crude, refining, ethylene]) = three(&app).await;
    let path = format!("/chains/{id}/nodes/{ethylene}");
    let body = json!({ "parent_id": crude, "strength": "weak", "note": " 两套装置 " });
    app.as_bureau().patch(&path, body).await.ok(200);
    let found = app.as_reader().get(&format!("/chains/{id}")).await.ok(200);
    let of = |id: &str| -> Value {
        let nodes = found["nodes"].as_array().unwrap();
        nodes.iter().find(|node| node["id"] == id).unwrap().clone()
    };
    assert_eq!(of(&crude)["downstream"], json!([refining]));
    assert_eq!(of(&refining)["strength"], "strong");
    assert_eq!(of(&ethylene)["parent_id"], json!(crude));
    assert_eq!(of(&ethylene)["note"], "两套装置");
    let away = json!({ "parent_id": null, "strength": null, "note": "" });
    let found = app.as_bureau().patch(&path, away).await.ok(200);
    let nodes = found["nodes"].as_array().unwrap();
    let node = nodes
        .iter()
        .find(|node| node["id"] == json!(ethylene))
        .unwrap();
    for field in ["parent_id", "strength", "note"] {
        assert_eq!(node[field], json!(null), "{field}");
    }
}

#[tokio::test]
async fn loops_and_cycles_are_refused_naming_the_way() {
    let app = TestApp::new().await;
    let (id, [crude, refining, ethylene]) = three(&app).await;
    let path = |node: &str| format!("/chains/{id}/nodes/{node}");
    let patch = async |node: &str, body: Value| app.as_bureau().patch(&path(node), body).await;
    let own = patch(&crude, json!({ "parent_id": crude })).await;
    own.refused(422, "chain_nodes.own_parent");
    let own = patch(&crude, json!({ "downstream": [crude] })).await;
    own.refused(422, "chain_nodes.own_downstream");
    let cycle = patch(&ethylene, json!({ "downstream": [crude] })).await;
    let problem = cycle.refused(422, "chain_nodes.downstream_cycle");
    assert_eq!(problem["params"]["path"], "乙烯 → 原油 → 炼化 → 乙烯");
    patch(&refining, json!({ "parent_id": crude }))
        .await
        .ok(200);
    let cycle = patch(&crude, json!({ "parent_id": refining })).await;
    let problem = cycle.refused(422, "chain_nodes.parent_cycle");
    assert_eq!(problem["params"]["path"], "原油 → 炼化 → 原油");
    let taken = patch(&crude, json!({ "name": "炼 化" })).await;
    taken.refused(409, "chain_nodes.name_taken");
}

#[tokio::test]
async fn links_stay_within_a_chain_and_names_can_stand_in_a_list() {
    let app = TestApp::new().await;
    let (id, [crude, ..]) = three(&app).await;
    let other = chain(&app, "B", "医药").await;
    let nodes = format!("/chains/{other}/nodes");
    let body = json!({ "name": "甲、乙", "parent_id": crude, "downstream": [crude] });
    let refused = app.as_bureau().post(&nodes, body).await;
    refused.refused_fields(&[
        ("name", "chain_nodes.separator_in_name"),
        ("parent_id", "chain_nodes.unknown"),
        ("downstream", "chain_nodes.unknown"),
    ]);
    let foreign = app
        .as_bureau()
        .patch(&format!("{nodes}/{crude}"), json!({}))
        .await;
    foreign.refused(404, "chain_nodes.unknown");
    // Another chain may have a node of the same name.
    node(&app, &other, json!({ "name": "原油" })).await;
    let unknown = app
        .as_bureau()
        .post("/chains/chn_0000000000001/nodes", json!({ "name": "甲" }))
        .await;
    unknown.refused(404, "chains.unknown");
    let reader = app.as_reader();
    let path = format!("/chains/{id}/nodes");
    let refused = reader.post(&path, json!({ "name": "甲" })).await;
    refused.refused(403, "session.permission_missing");
}

#[tokio::test]
async fn what_nodes_or_targets_refer_to_stays() {
    let app = TestApp::new().await;
    let (id, [crude, refining, ethylene]) = three(&app).await;
    let delete = async |node: &str| {
        let path = format!("/chains/{id}/nodes/{node}");
        app.as_bureau().delete(&path).await
    };
    let held = delete(&refining).await;
    let problem = held.refused(409, "chain_nodes.referred_to");
    assert_eq!(problem["params"], json!({ "nodes": "原油", "targets": 0 }));
    let company = register(&app, "甲有限公司", None).await;
    let mut body = target_in(&company, &id);
    body["node_id"] = json!(crude);
    let target = target(&app, body).await;
    let ended = json!({ "untargeted_on": "2023-06-20" });
    let path = format!("/targets/{target}/untargeting");
    app.as_bureau().post(&path, ended).await.ok(200);
    let held = delete(&crude).await;
    let problem = held.refused(409, "chain_nodes.referred_to");
    assert_eq!(problem["params"], json!({ "nodes": "", "targets": 1 }));
    let off = json!({ "node_id": null });
    let path = format!("/targets/{target}");
    app.as_bureau().patch(&path, off).await.ok(200);
    for node in [crude, refining, ethylene] {
        assert_eq!(delete(&node).await.status, 204);
    }
    let found = app.as_reader().get(&format!("/chains/{id}")).await.ok(200);
    assert_eq!(found["nodes"], json!([]));
}
