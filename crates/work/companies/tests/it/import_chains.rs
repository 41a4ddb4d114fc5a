//! Chains and their nodes in workbooks.

use crate::TestApp;
use crate::city::{chain, register, target, target_in};
use crate::workbooks::{
    assert_export_is_the_same, chains, commit, counts, import, nodes, refusals, stage, undo,
};
use serde_json::{Value, json};

const CHAINS: [[&str; 3]; 2] = [["A", "石油化工", ""], ["D", "冷链物流", "方向"]];

/// Rows refer to rows further down.
const NODES: [[&str; 5]; 4] = [
    ["石油化工", "原油", "", "炼化", "缺"],
    ["A", "炼化", "", "乙烯；丙烯", "强"],
    ["A", "乙烯", "炼化", "", "弱"],
    ["A", "丙烯", "炼化", "", ""],
];

async fn graph(app: &TestApp) -> Value {
    let found = app.as_reader().get("/chains").await.ok(200);
    let path = format!("/chains/{}", found["items"][0]["id"].as_str().unwrap());
    app.as_reader().get(&path).await.ok(200)
}

/// The problems of a batch without their parameters.
async fn problems(app: &TestApp, batch: &Value) -> Vec<(String, String)> {
    let found = refusals(app, batch).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let found = found.as_array().unwrap().iter();
    found.map(|p| (text(&p[0]), text(&p[1]))).collect()
}

#[tokio::test]
async fn a_chain_and_its_nodes_come_in_one_workbook_and_go_together() {
    let app = TestApp::new().await;
    let workbook = [nodes(&NODES), chains(&CHAINS)];
    let batch = import(&app, &workbook).await;
    assert_eq!(counts(&batch), [6, 0, 0, 0]);
    let drawn = graph(&app).await;
    assert_eq!(
        drawn["chain"]["nodes"],
        json!({ "strong": 1, "weak": 1, "missing": 1, "unrated": 1 })
    );
    let named = |name: &str| -> &Value {
        let nodes = drawn["nodes"].as_array().unwrap();
        nodes.iter().find(|node| node["name"] == name).unwrap()
    };
    assert_eq!(named("原油")["downstream"], json!([named("炼化")["id"]]));
    assert_eq!(named("炼化")["downstream"].as_array().unwrap().len(), 2);
    assert_eq!(named("乙烯")["parent_id"], named("炼化")["id"]);
    assert_eq!(counts(&stage(&app, &workbook).await), [0, 0, 6, 0]);
    assert_export_is_the_same(&app, "chains", 2).await;
    assert_export_is_the_same(&app, "chain_nodes", 4).await;
    assert_eq!(undo(&app, &batch).await, json!([]));
    let left = app.as_reader().get("/chains").await.ok(200);
    assert_eq!(left["items"], json!([]));
    assert_eq!(counts(&stage(&app, &workbook).await), [6, 0, 0, 0]);
}

#[tokio::test]
async fn changes_go_back_and_confirm_what_was_assumed() {
    let app = TestApp::new().await;
    let text = "[[chain]]\ncode = 'A'\nname = { zh = '石化', en = 'P' }\nassumed = true";
    let installed = companies::install_chains(&app.app.database, text, app.app.now()).await;
    assert_eq!(installed.unwrap(), 1);
    import(
        &app,
        &[nodes(&[
            ["A", "炼化", "", "", ""],
            ["A", "乙烯", "", "", ""],
        ])],
    )
    .await;
    let changed = [
        chains(&[["A", "石油化工", ""]]),
        nodes(&[["石油化工", "炼化", "乙烯", "乙烯", "强"]]),
    ];
    let batch = import(&app, &changed).await;
    assert_eq!(counts(&batch), [0, 2, 0, 0]);
    let drawn = graph(&app).await;
    assert_eq!(drawn["chain"]["name"], "石油化工");
    assert_eq!(drawn["chain"]["assumed"], false);
    assert_eq!(drawn["nodes"][0]["strength"], "strong");
    assert_eq!(drawn["nodes"][0]["parent_id"], drawn["nodes"][1]["id"]);
    assert_eq!(undo(&app, &batch).await, json!([]));
    let drawn = graph(&app).await;
    assert_eq!(drawn["chain"]["name"], "石化");
    assert_eq!(drawn["chain"]["assumed"], true);
    assert_eq!(drawn["nodes"][0]["strength"], json!(null));
    assert_eq!(drawn["nodes"][0]["parent_id"], json!(null));
    assert_eq!(drawn["nodes"][0]["downstream"], json!([]));
}

#[tokio::test]
async fn wrong_chains_name_cell_and_reason() {
    let app = TestApp::new().await;
    chain(&app, "A", "石油化工").await;
    let rows = [
        ["B", "石油 化工", ""],
        ["C", "医药", ""],
        ["C", "制药", ""],
        ["D", "纺织", "路线"],
    ];
    let batch = stage(&app, &[chains(&rows)]).await;
    let found = problems(&app, &batch).await;
    let expected = [
        ("B2", "chains.name_taken"),
        ("A4", "intake.twice_in_batch"),
        ("C5", "intake.not_a_choice"),
    ];
    assert_eq!(
        found,
        expected.map(|(cell, code)| (cell.to_owned(), code.to_owned()))
    );
}

#[tokio::test]
async fn loops_cycles_and_dangling_references_are_refused_row_by_row() {
    let app = TestApp::new().await;
    import(&app, &[chains(&CHAINS)]).await;
    let rows = [
        ["A", "甲", "甲", "", ""],
        ["A", "乙", "", "乙", ""],
        ["A", "丙", "丁", "", ""],
        ["A", "丁", "戊", "", ""],
        ["A", "戊", "丙", "", ""],
        ["A", "己", "", "庚", ""],
        ["A", "庚", "", "辛", ""],
        ["A", "辛", "", "己", ""],
        ["A", "壬", "没有", "甲；炼化", ""],
        ["Z", "癸", "", "", ""],
        ["D", "冷库", "", "", ""],
        ["A", "子", "", "", "强"],
        ["A", "子", "", "", "弱"],
        ["A", "子", "", "", "强"],
        ["A", "丑", "", "子", ""],
    ];
    let batch = stage(&app, &[nodes(&rows)]).await;
    let found = refusals(&app, &batch).await;
    let found: Vec<(&Value, &Value)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (&p[0], &p[1]))
        .collect();
    let expected: Vec<Value> = [
        ("C2", "chain_nodes.own_parent"),
        ("D3", "chain_nodes.own_downstream"),
        // 戊 closes the cycle; 丁 and 丙 refer to what is refused then.
        ("C4", "chain_nodes.leads_to_refused"),
        ("C5", "chain_nodes.leads_to_refused"),
        ("C6", "chain_nodes.parent_cycle"),
        ("D7", "chain_nodes.leads_to_refused"),
        ("D8", "chain_nodes.leads_to_refused"),
        ("D9", "chain_nodes.downstream_cycle"),
        ("C10", "chain_nodes.dangling"),
        ("D10", "chain_nodes.dangling"),
        ("A11", "intake.unknown_reference"),
        ("A12", "chains.no_graph"),
        ("B14", "intake.twice_in_batch"),
    ]
    .map(|(cell, code)| json!([cell, code]))
    .to_vec();
    let found: Vec<Value> = found
        .iter()
        .map(|(cell, code)| json!([cell, code]))
        .collect();
    assert_eq!(found, expected);
    let paths = refusals(&app, &batch).await;
    assert_eq!(paths[4][2]["path"], "戊 → 丙 → 丁 → 戊");
    assert_eq!(paths[7][2]["path"], "辛 → 己 → 庚 → 辛");
    assert_eq!(counts(&batch), [2, 0, 1, 12]);
    commit(&app, &batch).await;
    // A cycle over what is there is found as well.
    let closing = nodes(&[["A", "子", "", "丑", ""]]);
    let batch = stage(&app, &[closing]).await;
    let found = refusals(&app, &batch).await;
    assert_eq!(found[0][1], "chain_nodes.downstream_cycle");
    assert_eq!(found[0][2]["path"], "子 → 丑 → 子");
}

#[tokio::test]
async fn what_others_came_to_refer_to_stays_with_what_it_rests_on() {
    let app = TestApp::new().await;
    let batch = import(&app, &[chains(&CHAINS[..1]), nodes(&NODES)]).await;
    let drawn = graph(&app).await;
    let chain = drawn["chain"]["id"].as_str().unwrap();
    let refining = drawn["nodes"].as_array().unwrap().iter();
    let refining = refining
        .clone()
        .find(|node| node["name"] == "炼化")
        .unwrap();
    let company = register(&app, "甲有限公司", None).await;
    let mut body = target_in(&company, chain);
    body["node_id"] = refining["id"].clone();
    target(&app, body).await;
    let kept = undo(&app, &batch).await;
    let kept: Vec<(&Value, &Value)> = kept
        .as_array()
        .unwrap()
        .iter()
        .map(|kept| (&kept["code"], &kept["params"]["targets"]))
        .collect();
    let node = json!("chain_nodes.referred_to");
    assert_eq!(
        kept,
        [
            (&node, &json!(0)),
            (&node, &json!(0)),
            (&node, &json!(1)),
            (&json!("chains.referred_to"), &json!(1)),
        ]
    );
    let left = graph(&app).await;
    let names: Vec<&Value> = left["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|n| &n["name"])
        .collect();
    assert_eq!(
        names,
        ["炼化", "乙烯", "丙烯"],
        "what 炼化 leads to stays with it"
    );
}

#[tokio::test]
async fn more_nodes_than_are_written_at_once_refer_to_each_other_and_go_together() {
    let app = TestApp::new().await;
    import(&app, &[chains(&CHAINS[..1])]).await;
    let names: Vec<String> = (0..1_200).map(|number| format!("环节{number}")).collect();
    let rows: Vec<[&str; 5]> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let next = names.get(at + 1).map_or("", String::as_str);
            // Each lies below its successor and supplies it: both lead further down.
            ["A", name.as_str(), next, next, ""]
        })
        .collect();
    let batch = import(&app, &[nodes(&rows)]).await;
    let drawn = graph(&app).await;
    assert_eq!(drawn["chain"]["nodes"]["unrated"], 1_200);
    assert_eq!(drawn["nodes"][0]["parent_id"], drawn["nodes"][1]["id"]);
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(graph(&app).await["nodes"], json!([]));
}
