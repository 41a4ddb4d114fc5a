//! The application that these tests call, and a project to begin with.

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
            projects::MIGRATIONS,
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
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../indicators");
        let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}"));
        let (kinds, investment) = (read("kinds.toml")?, read("investment.toml")?);
        let definitions = Definitions::parse(&kinds, &[&investment])?;
        let books: Books = ledger::install(&app.database, definitions, app.now()).await?;
        let importers: Vec<Arc<dyn intake::Importer>> = vec![
            Arc::new(intake::UnitImporter),
            Arc::new(companies::CompanyImporter),
            Arc::new(projects::ProjectImporter),
        ];
        let app = app.with(books).with(Importers::new(importers));
        let (routes, _) = projects::routes()
            .merge(companies::routes())
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

/// A project of 2 亿元 from Suzhou with a formal contract of 2 June, as a form sends it.
pub(crate) fn project_in(code: &str) -> Value {
    json!({
        "code": code,
        "name": format!("{code}新材料项目"),
        "unit": "370303",
        "place": "370303",
        "investors": [{ "name": "苏州甲有限公司", "division": "320500" }],
        "contract_number": format!("HT-{code}"),
        "contract_kind": "formal",
        "signed_on": "2023-06-02",
        "contract_amount": "150000000.00",
        "planned_investment": "200000000.00",
        "filing_code": "2306-370303-04-01-000001",
    })
}

/// `body` with these fields set.
pub(crate) fn with(mut body: Value, changes: Value) -> Value {
    for (field, value) in changes.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

/// Registers a project and answers its id.
pub(crate) async fn register(app: &TestApp, body: Value) -> String {
    let created = app.as_bureau().post("/projects", body).await.ok(201);
    created["id"].as_str().unwrap().to_owned()
}

/// Recognises a milestone.
pub(crate) async fn recognise(app: &TestApp, id: &str, kind: &str, day: &str) -> Value {
    let body = json!({ "kind": kind, "occurred_on": day });
    let path = format!("/projects/{id}/milestones");
    app.as_bureau().post(&path, body).await.ok(201)
}

/// Funds of 1,000 万元 on 10 June, as a form sends them.
pub(crate) fn funds_in(project: &str, voucher: &str) -> Value {
    json!({
        "project_id": project,
        "voucher": voucher,
        "arrived_on": "2023-06-10",
        "amount": "10000000.00",
        "kind": "equipment",
        "payer": "苏州甲有限公司",
    })
}

/// Records funds.
pub(crate) async fn record(app: &TestApp, body: Value) -> Value {
    app.as_bureau().post("/funds", body).await.ok(201)
}

/// Closes the open month, which opens the next.
pub(crate) async fn close_month(app: &TestApp, month: &str) {
    let books = app.app.part::<Books>().unwrap();
    let tx = app.app.database.begin_write().await.unwrap();
    let month = month.parse().unwrap();
    ledger::close_month(&tx, &books, &Actor::operator([]), app.app.now(), month)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The value of an indicator for the whole city, in fen or in things, over June to `month`.
pub(crate) async fn figure(app: &TestApp, indicator: &str, month: &str) -> i64 {
    let books = app.app.part::<Books>().unwrap();
    let tree = orgs::ops::load_units(app.app.database.reader())
        .await
        .unwrap();
    let window = ledger::Window {
        from: "2023-01".parse().unwrap(),
        month: month.parse().unwrap(),
    };
    let city = tree.city().unwrap().key;
    let sum = ledger::lineage_sum(app.app.database.reader(), &books, indicator, city, window)
        .await
        .unwrap()
        .unwrap();
    if sum.amount == 0 {
        sum.count
    } else {
        sum.amount
    }
}
