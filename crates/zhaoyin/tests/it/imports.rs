//! Workbooks handed in as an office does it: upload, preview, commit.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use testkit::{City, TestApp};

/// Waits until a batch is no longer `state`.
async fn settled<C: City>(app: &TestApp<C>, mut batch: Value, state: &str) -> Value {
    while batch["state"] == state {
        tokio::task::yield_now().await;
        let path = format!("/imports/{}", batch["id"].as_str().unwrap());
        batch = app.as_bureau().get(&path).await.ok(200);
    }
    batch
}

/// Hands a file in and answers its preview.
pub(crate) async fn upload<C: City>(app: &TestApp<C>, query: &str, bytes: Vec<u8>) -> Value {
    let path = format!("/imports?{query}");
    let batch = app.as_bureau().upload(&path, bytes).await.ok(201);
    let batch = settled(app, batch, "reading").await;
    assert_eq!(batch["state"], "preview", "{batch}");
    batch
}

/// Takes the first table of a batch for `kind`, with these headers as these fields and no
/// others.
pub(crate) async fn map<C: City>(
    app: &TestApp<C>,
    batch: &Value,
    kind: &str,
    fields: &[(&str, &str)],
) -> Value {
    let sheet = &batch["sheets"][0];
    let found = sheet["columns"].as_array().unwrap().iter();
    let columns: BTreeMap<String, Option<&str>> = found
        .map(|column| {
            let header = column["header"].as_str().unwrap();
            let field = fields.iter().find(|(own, _)| *own == header);
            (column["index"].to_string(), field.map(|(_, field)| *field))
        })
        .collect();
    let body = json!({ "sheet": sheet["sheet"], "kind": kind, "columns": columns });
    let path = format!("/imports/{}/mapping", batch["id"].as_str().unwrap());
    let batch = app.as_bureau().put(&path, body).await.ok(200);
    settled(app, batch, "reading").await
}

/// Writes a batch that was handed in.
pub(crate) async fn commit<C: City>(app: &TestApp<C>, batch: &Value) -> Value {
    let path = format!("/imports/{}/commit", batch["id"].as_str().unwrap());
    let batch = app.as_bureau().post(&path, json!({})).await.json();
    let batch = settled(app, batch, "committing").await;
    assert_eq!(batch["state"], "committed", "{batch}");
    batch
}

/// Rows of a batch: new, changed, same, refused.
pub(crate) fn counts(batch: &Value) -> [i64; 4] {
    ["new", "changed", "same", "refused"].map(|name| batch["counts"][name].as_i64().unwrap())
}

/// All refused rows of a batch.
pub(crate) async fn refused<C: City>(app: &TestApp<C>, batch: &Value) -> Vec<Value> {
    let id = batch["id"].as_str().unwrap();
    let (mut rows, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/imports/{id}/rows?status=refused&limit=200{after}");
        let page = app.as_bureau().get(&path).await.ok(200);
        rows.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return rows,
        }
    }
}
