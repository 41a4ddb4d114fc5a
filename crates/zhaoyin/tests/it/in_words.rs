//! What facts carry has words: whoever opens a fact reads the field's terms, not ours.

use crate::newspaper::NewspaperApp;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The client's words; `shape.test.ts` holds the English ones against them.
const WORDS: &str = include_str!("../../../../web/src/locales/zh/terms.ts");

#[derive(db::FromQueryResult)]
struct Payload {
    payload: String,
}

#[tokio::test]
async fn every_field_that_a_fact_carries_has_a_word() {
    let app = NewspaperApp::new().await;
    let reader = app.app.database.reader();
    let sql = "SELECT DISTINCT payload FROM ledger_facts";
    let payloads: Vec<Payload> = db::fetch_all(reader, sql, []).await.unwrap();
    let mut fields = BTreeSet::new();
    for Payload { payload } in payloads {
        let payload: Map<String, Value> = serde_json::from_str(&payload).unwrap();
        fields.extend(payload.into_iter().map(|(field, _)| field));
    }
    assert!(fields.len() > 20, "{fields:?}");
    let (_, words) = WORDS.split_once("  payload: {\n").unwrap();
    let (words, _) = words.split_once("\n  },").unwrap();
    fields.retain(|field| !words.contains(&format!("    {field}: \"")));
    assert_eq!(fields, BTreeSet::new());
}
