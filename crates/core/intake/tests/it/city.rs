//! The application that these tests call: this crate's routes with a slice made for them.

use crate::items::{self, ItemImporter};
use axum::Router;
use axum::middleware::from_fn_with_state;
use db::Migration;
use http_base::{Allowed, App, Drain, Permit, edge};
use intake::{Importers, OpeningTotalImporter, PlanImporter, UnitImporter, WriteImports};
use kernel::{Actor, Outcome, Scope};
use ledger::{Books, Definitions};
use orgs::{Role, WriteUnits, testing};
use std::sync::Arc;
use testkit::{City, Who};

pub(crate) type TestApp = testkit::TestApp<Zibo>;

pub(crate) struct Zibo;

impl City for Zibo {
    fn migrations() -> Vec<Migration> {
        [
            orgs::MIGRATIONS,
            ledger::MIGRATIONS,
            intake::MIGRATIONS,
            items::MIGRATIONS,
        ]
        .concat()
    }

    async fn furnish(app: &App) -> Outcome<()> {
        testing::furnish(app).await?;
        let tx = app.database.begin_write().await?;
        let operator = Actor::operator([]);
        ledger::open_month(
            &tx,
            &operator,
            app.now(),
            "2023-06".parse().expect("a month"),
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn open(app: App) -> Outcome<(App, Router)> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../indicators");
        let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}"));
        let (kinds, investment) = (read("kinds.toml")?, read("investment.toml")?);
        let definitions = Definitions::parse(&kinds, &[&investment])?;
        let books: Books = ledger::install(&app.database, definitions, app.now()).await?;
        let app = app
            .with(books)
            .with(items::Mood::default())
            .with(Importers::new(vec![
                Arc::new(UnitImporter),
                Arc::new(PlanImporter),
                Arc::new(OpeningTotalImporter),
                Arc::new(ItemImporter),
            ]));
        let (endpoints, _) = intake::routes().merge(orgs::routes()).split_for_parts();
        let api = Router::new()
            .nest("/api/v1", endpoints)
            .with_state(app.clone());
        let api = api.layer(from_fn_with_state(app.clone(), intake::courtesy));
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

/// Somebody of the city's bureau, for the use cases that the command line enters at.
pub(crate) fn bureau() -> Allowed<WriteImports> {
    allowed(Scope::Everything)
}

/// Somebody who may import for the units of `codes` only.
pub(crate) async fn office_of(app: &TestApp, code: &str) -> Allowed<WriteImports> {
    let tree = orgs::ops::load_units(app.app.database.reader())
        .await
        .expect("the units load");
    let key = tree.by_code(code).expect("a unit of the city").key;
    allowed(Scope::Units(tree.subtree(key)))
}

fn allowed(scope: Scope) -> Allowed<WriteImports> {
    let permissions = [
        WriteImports::PERMISSION,
        intake::ReadImports::PERMISSION,
        WriteUnits::PERMISSION,
    ];
    let actor = Actor {
        name: "联系人 012".to_owned(),
        scope,
        ..Actor::operator(permissions)
    };
    Allowed::check(Arc::new(actor)).expect("the permission is held")
}
