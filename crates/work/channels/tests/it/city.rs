//! The application that these tests call, and what to begin with.

use axum::Router;
use db::Migration;
use http_base::{App, Drain, edge};
use intake::Importers;
use kernel::{Actor, Outcome};
use ledger::{Books, Definitions, FigureQuery, Value as FigureValue, Window};
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
        let (kinds, own, funds) = (
            read("kinds.toml")?,
            read("channels.toml")?,
            read("investment.toml")?,
        );
        let definitions = Definitions::parse(&kinds, &[&own, &funds])?;
        let books: Books = ledger::install(&app.database, definitions, app.now()).await?;
        let importers: Vec<Arc<dyn intake::Importer>> = vec![
            Arc::new(intake::UnitImporter),
            Arc::new(companies::CompanyImporter),
            Arc::new(projects::ProjectImporter),
            Arc::new(channels::ChannelImporter),
        ];
        let app = app.with(books).with(Importers::new(importers));
        let (routes, _) = channels::routes()
            .merge(projects::routes())
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

/// A platform of 张店区 with two of the six, as a form sends it.
pub(crate) fn platform_in(code: &str) -> Value {
    json!({
        "code": code,
        "name": format!("{code}新材料招引平台"),
        "unit": "370303",
        "founded_on": "2023-06-01",
        "components": { "direction": "高端聚烯烃", "fund": "新材料产业基金" },
    })
}

/// An opportunity of 张店区 over 2 亿元, as a form sends it.
pub(crate) fn opportunity_in(code: &str) -> Value {
    json!({
        "code": code,
        "name": format!("{code}聚烯烃弹性体项目"),
        "category": "four_strong",
        "unit": "370303",
        "chain": "高端化工",
        "investment": "200000000.00",
        "reserved_on": "2023-06-02",
        "content": "年产10万吨",
    })
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
        "planned_investment": "200000000.00",
        "filing_code": "2306-370303-04-01-000001",
    })
}

/// Sends a form and answers the id of what it made.
pub(crate) async fn create(app: &TestApp, path: &str, body: Value) -> String {
    let created = app.as_bureau().post(path, body).await.ok(201);
    created["id"].as_str().unwrap().to_owned()
}

/// Records funds of 1,000 万元 on 10 June.
pub(crate) async fn fund(app: &TestApp, project: &str, voucher: &str) {
    let body = json!({
        "project_id": project,
        "voucher": voucher,
        "arrived_on": "2023-06-10",
        "amount": "10000000.00",
        "kind": "equipment",
        "payer": "苏州甲有限公司",
    });
    app.as_bureau().post("/funds", body).await.ok(201);
}

/// Adds a project to a platform.
pub(crate) async fn bring(app: &TestApp, platform: &str, project: &str, day: &str) -> Value {
    let body = json!({ "platform_id": platform, "project_id": project, "brought_on": day });
    app.as_bureau()
        .post("/platform-projects", body)
        .await
        .ok(201)
}

/// Notes a publication.
pub(crate) async fn publish(app: &TestApp, id: &str, channel: &str, day: &str) -> Value {
    let body = json!({ "channel": channel, "published_on": day });
    let path = format!("/opportunities/{id}/publications");
    app.as_bureau().post(&path, body).await.ok(201)
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

/// What an indicator is worth for a unit from June to `month`, in fen or in things.
pub(crate) async fn figure_of(app: &TestApp, unit: &str, indicator: &str, month: &str) -> i64 {
    let books = app.app.part::<Books>().unwrap();
    let reader = app.app.database.reader();
    let tree = orgs::ops::load_units(reader).await.unwrap();
    let query = FigureQuery {
        window: Window {
            from: "2023-06".parse().unwrap(),
            month: month.parse().unwrap(),
        },
        units: &[tree.by_code(unit).unwrap().key],
        ranked: &[],
        codes: &[indicator],
        with_subjects: false,
    };
    let mut found = ledger::figures(reader, &books, &query).await.unwrap();
    match found.pop().unwrap().value {
        Some(FigureValue::Money(money)) => money.fen(),
        Some(FigureValue::Count(count)) => count,
        None => 0,
        other => panic!("{indicator}: {other:?}"),
    }
}

/// What an indicator is worth for the city in June.
pub(crate) async fn figure(app: &TestApp, indicator: &str) -> i64 {
    figure_of(app, "370300", indicator, "2023-06").await
}
