//! The application that these tests call, and records to begin with.

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
            channels::MIGRATIONS,
            care::MIGRATIONS,
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
        let kinds = read("kinds.toml")?;
        let (care, channels) = (read("care.toml")?, read("channels.toml")?);
        let definitions = Definitions::parse(&kinds, &[&care, &channels])?;
        let books: Books = ledger::install(&app.database, definitions, app.now()).await?;
        let importers: Vec<Arc<dyn intake::Importer>> = vec![
            Arc::new(intake::UnitImporter),
            Arc::new(companies::CompanyImporter),
            Arc::new(projects::ProjectImporter),
            Arc::new(care::CareImporter),
        ];
        let app = app.with(books).with(Importers::new(importers));
        let (routes, _) = care::routes()
            .merge(projects::routes())
            .merge(companies::routes())
            .merge(channels::routes())
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

/// `body` with these fields set.
pub(crate) fn with(mut body: Value, changes: Value) -> Value {
    for (field, value) in changes.as_object().unwrap() {
        body[field] = value.clone();
    }
    body
}

/// The id of what an endpoint answered.
pub(crate) fn id_of(found: &Value) -> &str {
    found["id"].as_str().unwrap()
}

/// A record that was made by a form, whole.
pub(crate) async fn made(app: &TestApp, path: &str, body: Value) -> Value {
    app.as_bureau().post(path, body).await.ok(201)
}

/// Registers a company and answers its id.
pub(crate) async fn company(app: &TestApp, name: &str) -> String {
    let body = json!({ "name": name, "division": "370303" });
    id_of(&made(app, "/companies", body).await).to_owned()
}

/// Registers a project and answers its id.
pub(crate) async fn project(app: &TestApp, code: &str) -> String {
    let body = json!({
        "code": code,
        "name": format!("{code}新材料项目"),
        "unit": "370303",
        "place": "370303",
        "investors": [{ "name": "苏州投资有限公司", "division": "320500" }],
        "planned_investment": "200000000.00",
    });
    id_of(&made(app, "/projects", body).await).to_owned()
}

/// An entry of the roster for this company since 5 June, as a form sends it.
pub(crate) fn roster_in(company: &str) -> Value {
    json!({
        "company_id": company,
        "unit": "370303",
        "enrolled_on": "2023-06-05",
        "rule": "年纳税500万元以上",
        "officer": "护商专员 012",
    })
}

/// A visit to this company on 6 June, as a form sends it.
pub(crate) fn visit_in(code: &str, company: &str) -> Value {
    json!({
        "code": code,
        "mode": "offline",
        "purpose": "survey",
        "visited_on": "2023-06-06",
        "unit": "370303",
        "officer": "护商专员 012",
        "company_id": company,
        "progress": "厂房封顶，设备进场",
        "needs": "增容用电",
    })
}

/// An open problem of this company of 7 June, as a form sends it.
pub(crate) fn problem_in(code: &str, company: &str) -> Value {
    json!({
        "code": code,
        "category": "power_supply",
        "unit": "370303",
        "company_id": company,
        "raised_on": "2023-06-07",
        "description": "园区变压器容量不足",
    })
}

/// The solution of 9 June, as a form sends it.
pub(crate) fn solution_in() -> Value {
    json!({ "solved_on": "2023-06-09", "solution": "已增容一台变压器" })
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

/// The figure of an indicator for a unit, of January to `month`.
pub(crate) async fn figure_of(app: &TestApp, unit: &str, indicator: &str, month: &str) -> i64 {
    let books = app.app.part::<Books>().unwrap();
    let reader = app.app.database.reader();
    let tree = orgs::ops::load_units(reader).await.unwrap();
    let unit = match unit {
        "city" => tree.city().unwrap(),
        code => tree.by_code(code).unwrap(),
    };
    let query = ledger::FigureQuery {
        window: ledger::Window {
            from: "2023-01".parse().unwrap(),
            month: month.parse().unwrap(),
        },
        units: &[unit.key],
        ranked: &[],
        codes: &[indicator],
        with_subjects: false,
    };
    let figures = ledger::figures(reader, &books, &query).await.unwrap();
    match figures[0].value {
        Some(ledger::Value::Count(count)) => count,
        ref other => panic!("{indicator} is {other:?}"),
    }
}

/// The figure of an indicator for the city in June.
pub(crate) async fn figure(app: &TestApp, indicator: &str) -> i64 {
    figure_of(app, "city", indicator, "2023-06").await
}

/// One field of the items on a list.
pub(crate) async fn listed(app: &TestApp, path: &str, field: &str) -> Vec<String> {
    let found = app.as_bureau().get(path).await.ok(200);
    texts(&found, field)
}

/// One field of these items.
pub(crate) fn texts(found: &Value, field: &str) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item[field].as_str().unwrap().to_owned())
        .collect()
}
