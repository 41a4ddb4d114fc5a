//! Throwing imports away that were never written.

use crate::books::{THREE, items};
use crate::city::{TestApp, bureau, office_of};
use crate::create_import::stage;
use db::FromQueryResult;
use intake::ops::{self, Upload};
use serde_json::json;

/// How many rows the tables of imports hold, of whichever batch.
async fn kept(app: &TestApp) -> i64 {
    #[derive(FromQueryResult)]
    struct Count {
        count: i64,
    }
    let mut all = 0;
    for table in ["batches", "files", "sheets", "rows"] {
        let sql = format!("SELECT COUNT(*) AS count FROM intake_{table}");
        let row: Option<Count> = db::fetch_one(app.app.database.reader(), &sql, [])
            .await
            .expect("it is counted");
        all += row.expect("a row").count;
    }
    all
}

#[tokio::test]
async fn a_preview_is_gone_with_its_file_and_its_rows() {
    let app = TestApp::new().await;
    let before = kept(&app).await;
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    assert!(kept(&app).await > before);
    let path = format!("/imports/{}", batch.id);
    app.as_reader()
        .delete(&path)
        .await
        .refused(403, "session.permission_missing");
    app.as_bureau().delete(&path).await.ok(204);
    assert_eq!(kept(&app).await, before);
    app.as_bureau()
        .delete(&path)
        .await
        .refused(404, "intake.not_found");
    let list = app.as_bureau().get("/imports").await.ok(200);
    assert_eq!(list["total"], 0);
}

#[tokio::test]
async fn a_file_that_could_not_be_read_is_thrown_away() {
    let app = TestApp::new().await;
    let upload = Upload {
        file_name: "x.xlsx".to_owned(),
        bytes: b"no workbook".to_vec(),
        kind: None,
    };
    let underway = ops::start_stage(&app.app, &bureau(), upload)
        .await
        .expect("taken in");
    let id = underway.id;
    underway.done().await.expect_err("it is no workbook");
    ops::discard_batch(&app.app, &bureau(), id)
        .await
        .expect("it was never written");
    assert_eq!(kept(&app).await, 0);
}

#[tokio::test]
async fn what_was_written_stays_in_the_history() {
    let app = TestApp::new().await;
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    let path = format!("/imports/{}", batch.id);
    let commit = format!("{path}/commit");
    app.as_bureau().post(&commit, json!({})).await.ok(200);
    let all = kept(&app).await;
    let refused = app.as_bureau().delete(&path).await;
    let problem = refused.refused(409, "intake.wrong_state");
    assert_eq!(problem["params"]["state"], "committed");
    let undo = format!("{path}/undo");
    app.as_bureau().post(&undo, json!({})).await.ok(200);
    app.as_bureau()
        .delete(&path)
        .await
        .refused(409, "intake.wrong_state");
    assert_eq!(kept(&app).await, all);
}

#[tokio::test]
async fn an_import_of_others_is_not_found() {
    let app = TestApp::new().await;
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    let office = office_of(&app, "370303").await;
    let fault = ops::discard_batch(&app.app, &office, batch.id)
        .await
        .expect_err("it is the city's");
    assert_eq!(fault.code(), Some("intake.not_found"));
    ops::find_batch(&app.app, &bureau(), batch.id)
        .await
        .expect("it is there");
}
