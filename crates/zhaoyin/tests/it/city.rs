//! The application that these tests call: everything that is served.

use axum::Router;
use db::Migration;
use http_base::{App, Drain};
use kernel::Outcome;
use orgs::{Role, testing};
use testkit::{City, Who};

pub(crate) type TestApp = testkit::TestApp<Zibo>;

pub(crate) struct Zibo;

impl City for Zibo {
    fn migrations() -> Vec<Migration> {
        zhaoyin::schema::migrations()
    }

    async fn furnish(app: &App) -> Outcome<()> {
        testing::furnish(app).await
    }

    async fn open(app: App) -> Outcome<(App, Router)> {
        let app = zhaoyin::open::install(app).await?;
        let router = zhaoyin::router::router(&app, &Drain::default());
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
