//! The application that these tests call: this crate's routes and the edge.

use axum::Router;
use db::Migration;
use http_base::{App, Drain, edge};
use kernel::Outcome;
use orgs::{MIGRATIONS, Role, testing};
use testkit::{City, Who};

pub(crate) type TestApp = testkit::TestApp<Zibo>;

pub(crate) struct Zibo;

impl City for Zibo {
    fn migrations() -> Vec<Migration> {
        MIGRATIONS.to_vec()
    }

    async fn furnish(app: &App) -> Outcome<()> {
        testing::furnish(app).await
    }

    async fn open(app: App) -> Outcome<(App, Router)> {
        let (routes, _) = orgs::routes().split_for_parts();
        let api = Router::new()
            .nest("/api/v1", routes)
            .with_state(app.clone());
        let served = edge(&app, &Drain::default(), orgs::sessions(&app, api));
        Ok((app, served))
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
