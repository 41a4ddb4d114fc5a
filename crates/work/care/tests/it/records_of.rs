//! Codes for lines of the journal.

use crate::TestApp;
use crate::city::{company, made, problem_in, solution_in, visit_in, with};
use care::records_of;
use ledger::{Fact, find_fact};
use serde_json::{Value, json};

async fn fact(app: &TestApp, seq: &Value) -> Fact {
    let seq = seq.as_i64().unwrap();
    let found = find_fact(app.app.database.reader(), seq).await.unwrap();
    found.unwrap().fact
}

#[tokio::test]
async fn a_visit_and_a_solution_are_named_by_their_codes() {
    let app = TestApp::new().await;
    let id = company(&app, "甲有限公司").await;
    let visit = made(&app, "/visits", visit_in("H-1", &id)).await;
    let body = with(problem_in("W-1", &id), json!({ "solution": solution_in() }));
    let problem = made(&app, "/problems", body).await;
    let visit = fact(&app, &visit["fact_seq"]).await;
    let solved = fact(&app, &problem["solution"]["fact_seq"]).await;
    let subjects = [&visit.subject, &solved.subject];
    let sources = [&visit.source, &solved.source];
    let reader = app.app.database.reader();
    let records = records_of(reader, subjects, sources).await.unwrap();
    let code = |kind: &str, id| records.code(kind, id).map(str::to_owned);
    assert_eq!(code("visit", visit.subject.id), Some("H-1".to_owned()));
    assert_eq!(code("problem", solved.subject.id), Some("W-1".to_owned()));
    assert_eq!(
        code(&solved.source.kind, solved.source.id),
        Some("W-1".to_owned())
    );
    assert_eq!(code("company", visit.subject.id), None);
}
