//! What the database promises whoever writes to it, and whoever waits for a write.

use crate::TestApp;
use db::Engine;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_writer_that_is_cut_off_leaves_nothing_and_holds_nobody_up() {
    let app = TestApp::new().await;
    let database = &app.app.database;
    let changed = "UPDATE units SET name_en = 'cut off' WHERE code = '370302'";
    for n in 0..200 {
        let database = database.clone();
        let writer = tokio::spawn(async move {
            let tx = database.begin_write().await.unwrap();
            db::execute(&tx, changed, []).await.unwrap();
            std::future::pending::<()>().await;
        });
        tokio::time::sleep(Duration::from_micros(n * 10)).await;
        writer.abort();
        assert!(writer.await.unwrap_err().is_cancelled());
    }
    let next = tokio::time::timeout(Duration::from_secs(5), database.begin_write()).await;
    let tx = next.expect("nobody holds the writer's place").unwrap();
    assert_eq!(db::execute(&tx, changed, []).await.unwrap(), 1);
    tx.rollback().await.unwrap();
    let units = app.as_bureau().get("/units").await.ok(200);
    assert!(!units.to_string().contains("cut off"), "{units}");
}

#[tokio::test]
async fn the_databases_state_tells_whether_something_was_committed() {
    let app = TestApp::new().await;
    let database = &app.app.database;
    let before = database.state().await.unwrap();
    // On PostgreSQL it is the whole server's: other tests commit meanwhile.
    if database.engine() == Engine::Sqlite {
        assert_eq!(database.state().await.unwrap(), before);
    }
    let name = json!({ "name": "淄川区（演示）" });
    app.as_bureau().patch("/units/370302", name).await.ok(200);
    assert_ne!(database.state().await.unwrap(), before);
}
