//! Correcting what a sheet was taken for.

use crate::books::{book, item_sheet, plain};
use crate::city::TestApp;
use serde_json::json;

#[tokio::test]
async fn a_corrected_mapping_judges_the_rows_anew() {
    let app = TestApp::new().await;
    let sheet = plain(
        "台账",
        &["物项编号", "叫法", "计划金额"],
        &[&["W1", "甲", "5"], &["W2", "乙", "6"]],
    );
    let batch = app
        .as_bureau()
        .upload("/imports?file_name=x.xlsx", book(&[sheet]))
        .await
        .ok(201);
    assert_eq!(batch["sheets"][0]["missing"], json!(["name"]));
    let path = format!("/imports/{}/mapping", batch["id"].as_str().expect("an id"));
    let body = json!({ "sheet": "台账", "kind": "items", "columns": { "1": "name" } });
    let mapped = app.as_bureau().put(&path, body).await.ok(200);
    assert_eq!(mapped["counts"]["new"], 2);
    assert_eq!(mapped["sheets"][0]["missing"], json!([]));
    // Taken away again, the column is missing again.
    let body = json!({ "sheet": "台账", "kind": "items", "columns": { "1": null } });
    let mapped = app.as_bureau().put(&path, body).await.ok(200);
    assert_eq!(mapped["counts"]["refused"], 2);
    let body = json!({ "sheet": "台账", "kind": null, "columns": {} });
    let mapped = app.as_bureau().put(&path, body).await.ok(200);
    assert_eq!(
        mapped["counts"],
        json!({ "new": 0, "changed": 0, "same": 0, "refused": 0 })
    );
}

#[tokio::test]
async fn a_hidden_sheet_is_imported_where_somebody_says_so() {
    let app = TestApp::new().await;
    let mut hidden = item_sheet("旧表", &[("W7", "庚", "", "1"), ("W8", "辛", "", "2")]);
    hidden.hidden = true;
    let shown = plain("说明", &["甲", "乙"], &[&["1", "2"], &["3", "4"]]);
    let batch = app
        .as_bureau()
        .upload("/imports?file_name=x.xlsx", book(&[shown, hidden]))
        .await
        .ok(201);
    assert_eq!(batch["counts"]["new"], 0);
    let path = format!("/imports/{}/mapping", batch["id"].as_str().expect("an id"));
    let body = json!({ "sheet": "旧表", "kind": "items", "columns": {} });
    let mapped = app.as_bureau().put(&path, body).await.ok(200);
    assert_eq!(mapped["counts"]["new"], 2);
}

#[tokio::test]
async fn an_impossible_mapping_names_every_place() {
    let app = TestApp::new().await;
    let sheet = plain(
        "台账",
        &["物项编号", "物项名称", "计划金额"],
        &[&["W1", "甲", "5"], &["W2", "乙", "6"]],
    );
    let batch = app
        .as_bureau()
        .upload("/imports?file_name=x.xlsx", book(&[sheet]))
        .await
        .ok(201);
    let path = format!("/imports/{}/mapping", batch["id"].as_str().expect("an id"));
    let columns = json!({ "0": "code", "1": "code", "2": "colour", "9": null });
    let body = json!({ "sheet": "台账", "kind": "items", "columns": columns });
    app.as_bureau().put(&path, body).await.refused_fields(&[
        ("columns.1", "intake.field_twice"),
        ("columns.2", "intake.unknown_field"),
        ("columns.9", "intake.unknown_column"),
    ]);
    let body = json!({ "sheet": "无此表", "kind": "items", "columns": {} });
    app.as_bureau()
        .put(&path, body)
        .await
        .refused(404, "intake.unknown_sheet");
}
