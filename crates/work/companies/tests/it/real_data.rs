//! Published lists of real companies and a real graph of industries, where they are at hand.
//! They are not ours to ship: without them these tests say so and pass.

use crate::TestApp;
use crate::workbooks::{chains, commit, counts, nodes, settled, stage, undo, upload};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A file of `../shared/data`, if it is here.
fn shared(name: &str) -> Option<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = folder.join("../../../../shared/data").join(name);
    let found = std::fs::read(path).ok();
    if found.is_none() {
        println!("skipped: ../shared/data/{name} is not here");
    }
    found
}

/// Hands a list in as companies, with these headers as these fields and no others.
async fn stage_list(app: &TestApp, bytes: Vec<u8>, fields: &[(&str, &str)]) -> Value {
    let batch = upload(app, "file_name=list.csv&kind=companies", bytes).await;
    let sheet = &batch["sheets"][0];
    let fields: BTreeMap<&str, &str> = fields.iter().copied().collect();
    let columns: BTreeMap<String, Option<&&str>> = sheet["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| {
            let header = column["header"].as_str().unwrap();
            (column["index"].to_string(), fields.get(header))
        })
        .collect();
    let body = json!({ "sheet": sheet["sheet"], "kind": "companies", "columns": columns });
    let path = format!("/imports/{}/mapping", batch["id"].as_str().unwrap());
    let batch = app.as_bureau().put(&path, body).await.ok(200);
    settled(app, batch, "reading").await
}

/// How many rows of a batch were refused for which reason, the first of each row.
async fn reasons(app: &TestApp, batch: &Value) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    let mut after = String::new();
    loop {
        let id = batch["id"].as_str().unwrap();
        let path = format!("/imports/{id}/rows?status=refused&limit=200{after}");
        let page = app.as_bureau().get(&path).await.ok(200);
        for row in page["items"].as_array().unwrap() {
            let problem = &row["problems"][0];
            let code = problem["code"].as_str().unwrap().to_owned();
            *found.entry(code).or_insert(0) += 1;
        }
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return found,
        }
    }
}

/// What became of the rows of a batch: new, changed, same, refused, and why refused.
async fn outcome(app: &TestApp, batch: &Value) -> Value {
    let reasons = reasons(app, batch).await;
    json!([counts(batch), reasons])
}

#[tokio::test]
async fn listed_companies_are_registered_in_their_cities() {
    let app = TestApp::new().await;
    let Some(bytes) = shared("listed-companies/cn_corp202012.csv") else {
        return;
    };
    let fields = [("name", "name"), ("sname", "aliases"), ("city", "division")];
    let batch = stage_list(&app, bytes, &fields).await;
    assert_eq!(outcome(&app, &batch).await, json!([[4716, 0, 0, 0], {}]));
    commit(&app, &batch).await;
    let found = app.as_reader().get("/companies?q=东岳").await.ok(200);
    assert_eq!(found["items"][0]["division"]["name"], "山东省淄博市");
    assert_eq!(found["items"][0]["aliases"], json!(["东岳硅材"]));
}

#[tokio::test]
async fn lists_of_several_years_name_one_company_once() {
    let app = TestApp::new().await;
    let listed = shared("listed-companies/cn_corp202012.csv");
    let leading = shared("leading-agri-firms/国家重点龙头企业_all_batches.csv");
    let (Some(listed), Some(leading)) = (listed, leading) else {
        return;
    };
    let fields = [("name", "name"), ("province", "division")];
    let batch = stage_list(&app, leading.clone(), &fields).await;
    // 河北 is a province and a district of 天津.
    let ambiguous = |refused: i64| json!({ "orgs.division_ambiguous": refused });
    let expected = json!([[3289, 0, 2881, 343], ambiguous(343)]);
    assert_eq!(outcome(&app, &batch).await, expected);
    let fields = [("name", "name"), ("sname", "aliases"), ("prov", "division")];
    let batch = stage_list(&app, listed, &fields).await;
    let expected = json!([[4615, 0, 0, 101], ambiguous(101)]);
    assert_eq!(outcome(&app, &batch).await, expected);
    commit(&app, &batch).await;
    let fields = [("name", "name"), ("province", "division")];
    let batch = stage_list(&app, leading, &fields).await;
    // 141 of the leading firms are listed.
    let expected = json!([[3148, 0, 3022, 343], ambiguous(343)]);
    assert_eq!(outcome(&app, &batch).await, expected);
    commit(&app, &batch).await;
    let total = async || app.as_reader().get("/companies").await.ok(200)["total"].clone();
    assert_eq!(total().await, 4615 + 3148);
    assert_eq!(undo(&app, &batch).await, json!([]));
    assert_eq!(total().await, 4615);
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn text(value: &Value, field: &str) -> String {
    value[field].as_str().unwrap().to_owned()
}

/// Which downstream industries a row names.
type Links<'a> = &'a dyn Fn(&String) -> bool;

#[tokio::test]
async fn the_graph_of_industries_is_judged_row_by_row() {
    let app = TestApp::new().await;
    let read = |name: &str| shared(&format!("industry-chain/{name}.jsonl"));
    let (Some(industries), Some(parents), Some(upstream)) = (
        read("industry"),
        read("industry_parent"),
        read("industry_upstream"),
    ) else {
        return;
    };
    let names: BTreeMap<String, String> = lines(&industries)
        .iter()
        .map(|one| (text(one, "code"), text(one, "name")))
        .collect();
    let above: BTreeMap<String, String> = lines(&parents)
        .iter()
        .filter_map(|one| {
            let below = names.get(&text(one, "from_code"))?;
            let above = names.get(&text(one, "to_code"))?;
            Some((below.clone(), above.clone()))
        })
        .collect();
    let mut downstream: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for one in lines(&upstream) {
        let supplied = downstream.entry(text(&one, "upstream")).or_default();
        supplied.insert(text(&one, "industry"));
    }
    let known: BTreeSet<&String> = names.values().collect();
    let row = |name: &String, links: Links<'_>| {
        let supplied = downstream.get(name).into_iter().flatten();
        let supplied: Vec<&str> = supplied
            .filter(|down| links(down))
            .map(String::as_str)
            .collect();
        let parent = above.get(name).cloned().unwrap_or_default();
        [name.clone(), parent, supplied.join("；")]
    };
    let none = |_: &String| false;
    let inside = |down: &String| known.contains(down);
    let all = |_: &String| true;
    let tree = json!([[512, 0, 0, 0], {}]);
    // 226 industries supply each other in circles, says this graph: 25 rows close one, and
    // what leads to a refused row goes with it.
    let cyclic = json!([[253, 0, 0, 259], {
        "chain_nodes.downstream_cycle": 25, "chain_nodes.leads_to_refused": 234,
    }]);
    // Two industries that others supply are in no list.
    let dangling = json!([[253, 0, 0, 259], {
        "chain_nodes.dangling": 7, "chain_nodes.leads_to_refused": 252,
    }]);
    let cases: [(Links<'_>, Value); 3] = [(&none, tree), (&inside, cyclic), (&all, dangling)];
    for (links, expected) in cases {
        let rows: Vec<[String; 3]> = names.values().map(|name| row(name, links)).collect();
        let rows: Vec<[&str; 5]> = rows
            .iter()
            .map(|[name, parent, supplied]| ["SW", name, parent, supplied, ""])
            .collect();
        let workbook = [chains(&[["SW", "申万行业", ""]]), nodes(&rows)];
        let batch = stage(&app, &workbook).await;
        assert_eq!(outcome(&app, &batch).await, expected);
        let committed = commit(&app, &batch).await;
        assert_eq!(undo(&app, &committed).await, json!([]));
    }
}
