//! Workbooks as offices hand them in, and what becomes of them.

use crate::TestApp;
use serde_json::{Value, json};
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, write};

/// A sheet of texts under these headers.
pub(crate) fn sheet(name: &str, headers: &[&str], rows: &[&[&str]]) -> SheetOut {
    let cell = |text: &&str| {
        if text.is_empty() {
            CellOut::Empty
        } else {
            CellOut::Text((*text).to_owned())
        }
    };
    SheetOut {
        name: name.to_owned(),
        columns: headers
            .iter()
            .map(|header| ColumnOut::new(*header, ColumnKind::Text))
            .collect(),
        rows: rows
            .iter()
            .map(|row| row.iter().map(cell).collect())
            .collect(),
        ..SheetOut::default()
    }
}

/// A sheet of chains: code, name, sort.
pub(crate) fn chains(rows: &[[&str; 3]]) -> SheetOut {
    let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
    sheet("产业链", &["产业链编号", "产业链名称", "类型"], &rows)
}

/// A sheet of nodes: chain, node, node above, downstream nodes, strength.
pub(crate) fn nodes(rows: &[[&str; 5]]) -> SheetOut {
    let headers = ["产业链", "环节", "上级环节", "下游环节", "强弱"];
    let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
    sheet("产业链环节", &headers, &rows)
}

/// Waits until a batch is no longer `state`.
pub(crate) async fn settled(app: &TestApp, mut batch: Value, state: &str) -> Value {
    while batch["state"] == state {
        tokio::task::yield_now().await;
        let path = format!("/imports/{}", batch["id"].as_str().unwrap());
        batch = app.as_bureau().get(&path).await.ok(200);
    }
    batch
}

/// Hands a file in and answers the report.
pub(crate) async fn upload(app: &TestApp, query: &str, bytes: Vec<u8>) -> Value {
    let staged = app
        .as_bureau()
        .upload(&format!("/imports?{query}"), bytes)
        .await;
    assert!((200..300).contains(&staged.status), "{staged}");
    let batch = settled(app, staged.json(), "reading").await;
    assert_eq!(batch["state"], "preview", "{batch}");
    batch
}

/// Hands a workbook in and answers the report.
pub(crate) async fn stage(app: &TestApp, sheets: &[SheetOut]) -> Value {
    upload(app, "file_name=june.xlsx", write(sheets).unwrap()).await
}

/// Writes a batch that was handed in.
pub(crate) async fn commit(app: &TestApp, batch: &Value) -> Value {
    let path = format!("/imports/{}/commit", batch["id"].as_str().unwrap());
    let batch = app.as_bureau().post(&path, json!({})).await.json();
    let batch = settled(app, batch, "committing").await;
    assert_eq!(batch["state"], "committed", "{batch}");
    batch
}

/// Hands a workbook in and writes it; no row of it is refused.
pub(crate) async fn import(app: &TestApp, sheets: &[SheetOut]) -> Value {
    let batch = stage(app, sheets).await;
    let refused = refusals(app, &batch).await;
    assert_eq!(batch["counts"]["refused"], 0, "{refused}");
    commit(app, &batch).await
}

/// Takes a batch back and answers what was kept.
pub(crate) async fn undo(app: &TestApp, batch: &Value) -> Value {
    let path = format!("/imports/{}/undo", batch["id"].as_str().unwrap());
    app.as_bureau().post(&path, json!({})).await.ok(200)["kept"].clone()
}

/// The refused rows of a batch: for each problem its cell, code and parameters.
pub(crate) async fn refusals(app: &TestApp, batch: &Value) -> Value {
    let id = batch["id"].as_str().unwrap();
    let path = format!("/imports/{id}/rows?status=refused");
    let found = app.as_bureau().get(&path).await.ok(200);
    let items = found["items"].as_array().unwrap().iter();
    let problems = items.flat_map(|item| item["problems"].as_array().unwrap());
    problems
        .map(|problem| json!([problem["cell"], problem["code"], problem["params"]]))
        .collect()
}

/// The counts of a batch, in the order new, changed, same, refused.
pub(crate) fn counts(batch: &Value) -> [i64; 4] {
    ["new", "changed", "same", "refused"].map(|count| batch["counts"][count].as_i64().unwrap())
}

/// Exports a kind and hands it in again: all its rows are the same.
pub(crate) async fn assert_export_is_the_same(app: &TestApp, kind: &str, rows: i64) {
    let file = app.as_bureau().get(&format!("/exports/{kind}.xlsx")).await;
    assert_eq!(file.status, 200, "{file}");
    let query = format!("file_name={kind}.xlsx");
    let staged = upload(app, &query, file.body.to_vec()).await;
    assert_eq!(counts(&staged), [0, 0, rows, 0], "{kind}: {staged}");
    assert_eq!(staged["sheets"][0]["kind"], kind, "{staged}");
}
