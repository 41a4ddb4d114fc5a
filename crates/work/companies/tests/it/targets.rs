//! `POST /targets`, `GET /targets/{id}`, `PATCH /targets/{id}`, and taking targets off and back.

use crate::TestApp;
use crate::city::{chain, counted, node, register, target, target_in};
use serde_json::{Value, json};

async fn post(app: &TestApp, path: &str, body: Value) -> testkit::Answer {
    app.as_bureau().post(path, body).await
}

#[tokio::test]
async fn a_chosen_company_counts_for_its_unit_until_it_is_given_up() {
    let app = TestApp::new().await;
    let company = register(&app, "甲有限公司", None).await;
    let chain_id = chain(&app, "A", "石油化工").await;
    let node_id = node(&app, &chain_id, json!({ "name": "炼化" })).await;
    let mut body = target_in(&company, &chain_id);
    body["node_id"] = json!(node_id);
    body["unit"] = json!("张店区");
    let made = post(&app, "/targets", body).await.ok(201);
    assert_eq!(
        made["company"],
        json!({ "id": company, "name": "甲有限公司" })
    );
    assert_eq!(made["chain"]["code"], "A");
    assert_eq!(made["node"], json!({ "id": node_id, "name": "炼化" }));
    assert_eq!(made["unit"]["code"], "370303");
    assert_eq!(
        (&made["month"], &made["origin_month"]),
        (&json!("2023-06"), &json!("2023-06"))
    );
    assert_eq!(made["untargeted_on"], json!(null));
    let path = format!("/targets/{}", made["id"].as_str().unwrap());
    assert_eq!(app.as_reader().get(&path).await.ok(200), made);
    let shown = app
        .as_reader()
        .get(&format!("/companies/{company}"))
        .await
        .ok(200);
    assert_eq!(shown["targets"], json!([made]));
    assert_eq!(counted(&app, "370300").await, 1);
    assert_eq!(counted(&app, "370303").await, 1);
    assert_eq!(counted(&app, "370302").await, 0);
    let found = app
        .as_reader()
        .get(&format!("/chains/{chain_id}"))
        .await
        .ok(200);
    assert_eq!(found["nodes"][0]["targets"], 1);
    let end = json!({ "untargeted_on": "2023-06-20" });
    let end_path = format!("{path}/untargeting");
    let ended = post(&app, &end_path, end.clone()).await.ok(200);
    assert_eq!(ended["untargeted_on"], "2023-06-20");
    assert_eq!(counted(&app, "370300").await, 0);
    let again = post(&app, &end_path, end).await;
    again.refused(409, "targets.not_standing");
}

#[tokio::test]
async fn a_company_stands_on_the_list_once_and_may_come_back_later() {
    let app = TestApp::new().await;
    let company = register(&app, "甲有限公司", None).await;
    let chain_id = chain(&app, "A", "石油化工").await;
    let first = target(&app, target_in(&company, &chain_id)).await;
    let twice = post(&app, "/targets", target_in(&company, &chain_id)).await;
    let problem = twice.refused(409, "targets.already_targeted");
    assert_eq!(
        problem["params"],
        json!({ "batch": "第一批", "targeted_on": "2023-06-02" })
    );
    let end_path = format!("/targets/{first}/untargeting");
    let early = post(&app, &end_path, json!({ "untargeted_on": "2023-06-01" })).await;
    early.refused(422, "targets.untargeted_before");
    let late = post(&app, &end_path, json!({ "untargeted_on": "2023-07-02" })).await;
    late.refused(422, "ledger.date_in_future");
    post(&app, &end_path, json!({ "untargeted_on": "2023-06-10" }))
        .await
        .ok(200);
    let mut again = target_in(&company, &chain_id);
    again["targeted_on"] = json!("2023-06-09");
    let before = post(&app, "/targets", again.clone()).await;
    before.refused(409, "targets.before_untargeting");
    again["targeted_on"] = json!("2023-06-12");
    again["batch"] = json!("第二批");
    target(&app, again).await;
    assert_eq!(counted(&app, "370300").await, 1);
    // The first end rests now under the second choice.
    let held = json!({ "reason": "误操作" });
    let held = post(&app, &format!("/targets/{first}/reversal"), held).await;
    held.refused(409, "targets.already_targeted");
}

#[tokio::test]
async fn wrong_fields_are_named_and_unknown_companies_refused() {
    let app = TestApp::new().await;
    let company = register(&app, "甲有限公司", None).await;
    let chain_id = chain(&app, "A", "石油化工").await;
    let other = chain(&app, "B", "医药").await;
    let foreign = node(&app, &other, json!({ "name": "原料药" })).await;
    let mut body = target_in(&company, &chain_id);
    body["unit"] = json!("火星区");
    body["batch"] = json!(" ");
    body["node_id"] = json!(foreign);
    post(&app, "/targets", body).await.refused_fields(&[
        ("batch", "field.empty"),
        ("unit", "orgs.unit_unknown"),
        ("node_id", "chain_nodes.unknown"),
    ]);
    let body = target_in(&company, "chn_0000000000001");
    let refused = post(&app, "/targets", body).await;
    refused.refused_fields(&[("chain_id", "chains.unknown")]);
    let body = target_in("cmp_0000000000001", &chain_id);
    let refused = post(&app, "/targets", body).await;
    refused.refused(404, "companies.unknown");
    let mut body = target_in(&company, &chain_id);
    body["targeted_on"] = json!("2023-07-02");
    let refused = post(&app, "/targets", body).await;
    refused.refused(422, "ledger.date_in_future");
    let unknown = app.as_reader().get("/targets/tgt_0000000000001").await;
    unknown.refused(404, "targets.unknown");
}

#[tokio::test]
async fn a_reversal_takes_back_the_last_thing_recorded() {
    let app = TestApp::new().await;
    let company = register(&app, "甲有限公司", None).await;
    let chain_id = chain(&app, "A", "石油化工").await;
    let id = target(&app, target_in(&company, &chain_id)).await;
    let end = json!({ "untargeted_on": "2023-06-20" });
    post(&app, &format!("/targets/{id}/untargeting"), end)
        .await
        .ok(200);
    let path = format!("/targets/{id}/reversal");
    let reason = json!({ "reason": "误录" });
    let nothing = post(&app, &path, json!({ "reason": " " })).await;
    nothing.refused(422, "targets.no_reason");
    let stands = post(&app, &path, reason.clone()).await.ok(200);
    assert_eq!(stands["targets"][0]["untargeted_on"], json!(null));
    assert_eq!(counted(&app, "370300").await, 1);
    let gone = post(&app, &path, reason.clone()).await.ok(200);
    assert_eq!(gone["targets"], json!([]));
    assert_eq!(counted(&app, "370300").await, 0);
    post(&app, &path, reason)
        .await
        .refused(404, "targets.unknown");
    target(&app, target_in(&company, &chain_id)).await;
}

#[tokio::test]
async fn only_its_place_on_the_chains_can_be_changed() {
    let app = TestApp::new().await;
    let company = register(&app, "甲有限公司", None).await;
    let chain_id = chain(&app, "A", "石油化工").await;
    let node_id = node(&app, &chain_id, json!({ "name": "炼化" })).await;
    let other = chain(&app, "B", "医药").await;
    let id = target(&app, target_in(&company, &chain_id)).await;
    let path = format!("/targets/{id}");
    let patch = async |body: Value| app.as_bureau().patch(&path, body).await;
    let moved = patch(json!({ "node_id": node_id })).await.ok(200);
    assert_eq!(moved["node"]["name"], "炼化");
    let moved = patch(json!({ "chain_id": other })).await.ok(200);
    assert_eq!(
        (&moved["chain"]["code"], &moved["node"]),
        (&json!("B"), &json!(null))
    );
    let foreign = patch(json!({ "node_id": node_id })).await;
    foreign.refused_fields(&[("node_id", "chain_nodes.unknown")]);
    assert_eq!(patch(json!({ "unit": "370302" })).await.status, 422);
}

#[tokio::test]
async fn only_the_bureau_writes_targets() {
    let app = TestApp::new().await;
    let company = register(&app, "甲有限公司", None).await;
    let chain_id = chain(&app, "A", "石油化工").await;
    let id = target(&app, target_in(&company, &chain_id)).await;
    for client in [app.as_reader(), app.as_district("370303")] {
        let body = target_in(&company, &chain_id);
        let refused = client.post("/targets", body).await;
        refused.refused(403, "session.permission_missing");
        let refused = client.patch(&format!("/targets/{id}"), json!({})).await;
        refused.refused(403, "session.permission_missing");
        for act in ["untargeting", "reversal"] {
            let path = format!("/targets/{id}/{act}");
            let refused = client.post(&path, json!({})).await;
            refused.refused(403, "session.permission_missing");
        }
    }
}
