//! The application that these tests call.

use axum::Router;
use db::Migration;
use http_base::{App, Drain, edge};
use intake::Importers;
use kernel::{Actor, Outcome};
use ledger::{Books, Definitions};
use orgs::{Role, testing};
use serde_json::{Value, json};
use std::sync::Arc;
use testkit::{City, Who};

pub(crate) type TestApp = testkit::TestApp<Zibo>;

pub(crate) struct Zibo;

impl City for Zibo {
    fn migrations() -> Vec<Migration> {
        let mut steps = [
            orgs::MIGRATIONS,
            ledger::MIGRATIONS,
            intake::MIGRATIONS,
            companies::MIGRATIONS,
        ]
        .concat();
        steps.sort_by_key(|step| step.number);
        steps
    }

    async fn furnish(app: &App) -> Outcome<()> {
        testing::furnish(app).await?;
        let tx = app.database.begin_write().await?;
        let first = "2023-06".parse().unwrap();
        ledger::open_month(&tx, &Actor::operator([]), app.now(), first).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn open(app: App) -> Outcome<(App, Router)> {
        let definitions = Definitions::parse(&indicators("kinds")?, &[&indicators("targets")?])?;
        let books: Books = ledger::install(&app.database, definitions, app.now()).await?;
        let importers: Vec<Arc<dyn intake::Importer>> = vec![
            Arc::new(intake::UnitImporter),
            Arc::new(companies::CompanyImporter),
        ];
        let app = app.with(books).with(Importers::new(importers));
        let (routes, _) = companies::routes()
            .merge(intake::routes())
            .split_for_parts();
        let api = Router::new()
            .nest("/api/v1", routes)
            .with_state(app.clone());
        let router = edge(&app, &Drain::default(), orgs::sessions(&app, api));
        Ok((app, router))
    }

    async fn sign_in(app: &App, who: Who) -> Outcome<String> {
        match who {
            Who::Administrator => testing::sign_in(app, Role::Administrator, None).await,
            Who::Bureau => testing::sign_in(app, Role::Bureau, None).await,
            Who::District(unit) => testing::sign_in(app, Role::District, Some(&unit)).await,
            Who::Reader => testing::sign_in(app, Role::Reader, None).await,
        }
    }
}

/// A file of the repository's definitions.
pub(crate) fn indicators(name: &str) -> std::io::Result<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../indicators");
    std::fs::read_to_string(format!("{folder}/{name}.toml"))
}

/// A valid unified social credit code.
pub(crate) const CODE: &str = "11370300004224423Q";

/// Another one.
pub(crate) const OTHER_CODE: &str = "91370300050914951M";

/// Registers a company and answers its id.
pub(crate) async fn register(app: &TestApp, name: &str, uscc: Option<&str>) -> String {
    let body = json!({ "name": name, "division": "320505", "uscc": uscc });
    let made = app.as_bureau().post("/companies", body).await.ok(201);
    made["id"].as_str().unwrap().to_owned()
}

/// The names on a list.
pub(crate) fn names(found: &Value) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item["name"].as_str().unwrap().to_owned())
        .collect()
}

/// Enters a chain and answers its id.
pub(crate) async fn chain(app: &TestApp, code: &str, name: &str) -> String {
    let body = json!({ "code": code, "name": name });
    let made = app.as_bureau().post("/chains", body).await.ok(201);
    made["chain"]["id"].as_str().unwrap().to_owned()
}

/// Enters a node and answers its id.
pub(crate) async fn node(app: &TestApp, chain: &str, body: Value) -> String {
    let path = format!("/chains/{chain}/nodes");
    let made = app.as_bureau().post(&path, body).await.ok(201);
    let nodes = made["nodes"].as_array().unwrap();
    nodes.last().unwrap()["id"].as_str().unwrap().to_owned()
}

/// A company chosen on 2 June for 张店, as a form sends it.
pub(crate) fn target_in(company: &str, chain: &str) -> Value {
    json!({
        "company_id": company,
        "batch": "第一批",
        "chain_id": chain,
        "unit": "370303",
        "recommended_by": "agency",
        "targeted_on": "2023-06-02",
    })
}

/// Chooses a company and answers the target's id.
pub(crate) async fn target(app: &TestApp, body: Value) -> String {
    let made = app.as_bureau().post("/targets", body).await.ok(201);
    made["id"].as_str().unwrap().to_owned()
}

/// How many companies stand on the list of targets, by the books: of the city, or of `unit`.
pub(crate) async fn counted(app: &TestApp, unit: &str) -> i64 {
    let books = app.app.part::<Books>().unwrap();
    let reader = app.app.database.reader();
    let tree = orgs::ops::load_units(reader).await.unwrap();
    let unit = tree.by_code(unit).unwrap().key;
    let window = ledger::Window {
        from: "2023-01".parse().unwrap(),
        month: "2023-06".parse().unwrap(),
    };
    let sum = ledger::lineage_sum(reader, &books, "target_companies", unit, window).await;
    sum.unwrap().unwrap().count
}
