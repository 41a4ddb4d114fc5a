//! The application that these tests call.

use axum::Router;
use db::Migration;
use http_base::{App, Drain, edge};
use intake::Importers;
use kernel::{Actor, Outcome};
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
        let app = app.with(Importers::new(vec![Arc::new(companies::CompanyImporter)]));
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
