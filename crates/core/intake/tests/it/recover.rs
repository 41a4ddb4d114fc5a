//! What a killed process leaves behind.

use crate::books::{THREE, items};
use crate::city::{TestApp, bureau};
use crate::create_import::stage;
use crate::items::there;
use intake::{State, ops};

async fn set_state(app: &TestApp, batch: &intake::Batch, state: &str) {
    let values = [batch.id.key().into(), state.into()];
    let sql = "UPDATE intake_batches SET state = $2 WHERE id = $1";
    db::execute(app.app.database.reader(), sql, values)
        .await
        .expect("set");
}

#[tokio::test]
async fn a_batch_that_was_being_written_shows_its_preview_again() {
    let app = TestApp::new().await;
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    set_state(&app, &batch, "committing").await;
    let other = stage(&app, "y.xlsx", items(&[("W9", "壬", "", "1")])).await;
    let fault = ops::commit(&app.app, &bureau(), other.id)
        .await
        .expect_err("one at a time");
    assert_eq!(fault.code(), Some("intake.import_running"));
    ops::recover(&app.app).await.expect("recovered");
    let back = ops::find_batch(&app.app, &bureau(), batch.id)
        .await
        .expect("it is there");
    assert_eq!(back.state, State::Preview);
    assert_eq!(
        back.failure.as_ref().expect("a reason").code,
        "intake.interrupted"
    );
    ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect("written");
    assert_eq!(there(&app).await.0.len(), 3);
}

#[tokio::test]
async fn a_batch_left_behind_by_a_killed_command_frees_the_way_after_ten_minutes() {
    let app = TestApp::new().await;
    let start = app.clock_now();
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    set_state(&app, &batch, "committing").await;
    app.move_clock(start, 11 * 60);
    let other = stage(&app, "y.xlsx", items(&[("W9", "壬", "", "1")])).await;
    ops::commit(&app.app, &bureau(), other.id)
        .await
        .expect("written");
    let back = ops::find_batch(&app.app, &bureau(), batch.id)
        .await
        .expect("it is there");
    assert_eq!(back.state, State::Preview);
}

#[tokio::test]
async fn a_batch_that_was_being_read_is_to_be_handed_in_again() {
    let app = TestApp::new().await;
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    set_state(&app, &batch, "reading").await;
    ops::recover(&app.app).await.expect("recovered");
    let back = ops::find_batch(&app.app, &bureau(), batch.id)
        .await
        .expect("it is there");
    assert_eq!(back.state, State::Failed);
}
