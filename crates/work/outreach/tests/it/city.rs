//! The application that these tests call, and records to begin with.

use axum::Router;
use db::Migration;
use http_base::{App, Drain, edge};
use intake::Importers;
use kernel::{Actor, Outcome};
use ledger::{Books, Definitions, FigureQuery, Value as Measured, Window};
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
            outreach::MIGRATIONS,
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
        let files = [read("investment.toml")?, read("outreach.toml")?];
        let definitions = Definitions::parse(&kinds, &[&files[0], &files[1]])?;
        let books: Books = ledger::install(&app.database, definitions, app.now()).await?;
        let importers: Vec<Arc<dyn intake::Importer>> = vec![
            Arc::new(intake::UnitImporter),
            Arc::new(companies::CompanyImporter),
            Arc::new(projects::ProjectImporter),
            Arc::new(outreach::OutreachImporter),
        ];
        let app = app.with(books).with(Importers::new(importers));
        let (routes, _) = projects::routes()
            .merge(companies::routes())
            .merge(outreach::routes())
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

/// A trip of 张店区 to Suzhou on 5 June, led by its first leader, as a form sends it.
pub(crate) fn activity_in(code: &str) -> Value {
    json!({
        "code": code,
        "kind": "outbound",
        "name": format!("{code}赴苏州招商"),
        "begins_on": "2023-06-05",
        "places": ["320500"],
        "organisers": ["370303"],
        "leader": "county_first",
    })
}

/// Records an activity and answers it.
pub(crate) async fn hold(app: &TestApp, body: Value) -> Value {
    app.as_bureau().post("/activities", body).await.ok(201)
}

/// The id of a record in a reply.
pub(crate) fn id_of(record: &Value) -> &str {
    record["id"].as_str().unwrap()
}

/// A meeting with a company of Suzhou, as a form sends it.
pub(crate) fn meeting_in(company: &str) -> Value {
    json!({
        "company": { "name": company, "division": "320500" },
        "our_level": "first",
        "their_level": "executive",
        "outcome": "none",
    })
}

/// Records a meeting and answers it.
pub(crate) async fn meet(app: &TestApp, activity: &str, body: Value) -> Value {
    let path = format!("/activities/{activity}/meetings");
    app.as_bureau().post(&path, body).await.ok(201)
}

/// A project of 张店区 with a formal contract over 1.5 亿元, signed where `signed`; its id.
pub(crate) async fn project(app: &TestApp, code: &str, signed: bool) -> String {
    let body = json!({
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
    });
    let created = app.as_bureau().post("/projects", body).await.ok(201);
    let id = id_of(&created).to_owned();
    if signed {
        recognise(app, &id, "signed", "2023-06-02").await;
    }
    id
}

/// Recognises a milestone of a project.
pub(crate) async fn recognise(app: &TestApp, project: &str, kind: &str, day: &str) {
    let body = json!({ "kind": kind, "occurred_on": day });
    let path = format!("/projects/{project}/milestones");
    app.as_bureau().post(&path, body).await.ok(201);
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

/// An indicator of the unit with this code, from January to `month`, as `ledger::figures`
/// has it: in fen, in things, or in tenths of a percent.
pub(crate) async fn figure_of(app: &TestApp, indicator: &str, unit: &str, month: &str) -> i64 {
    let books = app.app.part::<Books>().unwrap();
    let reader = app.app.database.reader();
    let tree = orgs::ops::load_units(reader).await.unwrap();
    let query = FigureQuery {
        window: Window {
            from: "2023-01".parse().unwrap(),
            month: month.parse().unwrap(),
        },
        units: &[tree.by_code(unit).unwrap().key],
        ranked: &[],
        codes: &[indicator],
        with_subjects: false,
    };
    let found = ledger::figures(reader, &books, &query).await.unwrap();
    match found[0].value {
        Some(Measured::Count(value)) => value,
        Some(Measured::Money(money)) => money.fen(),
        Some(ratio @ Measured::Ratio { .. }) => ratio.percent().map_or(-1, |p| p.tenths()),
        Some(Measured::Truth(truth)) => i64::from(truth),
        None => panic!("{indicator} has no value"),
    }
}

/// An indicator of the whole city, from January to June.
pub(crate) async fn figure(app: &TestApp, indicator: &str) -> i64 {
    figure_of(app, indicator, "370300", "2023-06").await
}

/// The campaign of February to June, as a form sends it.
pub(crate) fn campaign_in(code: &str) -> Value {
    json!({
        "code": code, "name": "春季攻势", "from_month": "2023-02", "until_month": "2023-06",
    })
}

/// Sets a campaign up and answers it.
pub(crate) async fn set_up(app: &TestApp, body: Value) -> Value {
    app.as_bureau().post("/campaigns", body).await.ok(201)
}

/// A mechanism of the city of 5 June, as a form sends it.
pub(crate) fn document_in(number: &str) -> Value {
    json!({
        "number": number, "name": "招商引资激励办法", "nature": "mechanism",
        "theme": "cultivation", "issuer": "市委办公室", "issued_on": "2023-06-05",
    })
}

/// Records a policy document and answers it.
pub(crate) async fn issue(app: &TestApp, body: Value) -> Value {
    app.as_bureau()
        .post("/policy-documents", body)
        .await
        .ok(201)
}

/// What a field holds in every item of a list.
pub(crate) fn texts(found: &Value, field: &str) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item[field].as_str().unwrap().to_owned())
        .collect()
}
