//! Planning an opportunity in another slice's transaction.

use crate::TestApp;
use crate::city::{create, figure, opportunity_in};
use channels::{Category, NewOpportunity, plan_opportunity};
use intake::Setting;
use kernel::{Actor, Outcome, Scope};

fn new(code: &str) -> NewOpportunity {
    NewOpportunity {
        code: code.to_owned(),
        name: "由走访需求形成的储备项目".to_owned(),
        category: Category::NewEconomy,
        unit: "张店区".to_owned(),
        chain: None,
        investment: None,
        reserved_on: "2023-06-05".parse().unwrap(),
        content: None,
    }
}

async fn plan(app: &TestApp, actor: &Actor, code: &str, commit: bool) -> Outcome<()> {
    let app = &app.app;
    let tx = app.database.begin_write().await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let planned = plan_opportunity(&tx, &setting, actor, &app.ids, new(code)).await?;
    assert_eq!(planned.code, code);
    if commit {
        tx.commit().await?;
    }
    Ok(())
}

#[tokio::test]
async fn an_opportunity_stands_with_the_transaction_of_whoever_asked() {
    let app = TestApp::new().await;
    let operator = Actor::operator([]);
    plan(&app, &operator, "CB-1", false).await.unwrap();
    assert_eq!(figure(&app, "reserve_projects").await, 0);
    plan(&app, &operator, "CB-1", true).await.unwrap();
    assert_eq!(figure(&app, "reserve_projects").await, 1);
}

#[tokio::test]
async fn the_rules_of_the_form_hold_for_other_slices() {
    let app = TestApp::new().await;
    create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let operator = Actor::operator([]);
    let taken = plan(&app, &operator, "CB-1", true).await.unwrap_err();
    assert_eq!(taken.code(), Some("opportunities.code_taken"));
    let nobody = Actor {
        scope: Scope::Nothing,
        ..Actor::operator([])
    };
    let foreign = plan(&app, &nobody, "CB-2", true).await.unwrap_err();
    assert_eq!(foreign.code(), Some("opportunities.foreign_unit"));
}
