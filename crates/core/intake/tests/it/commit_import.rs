//! Writing imports.

use crate::books::{THREE, book, item_sheet, items, plain};
use crate::city::{TestApp, bureau};
use crate::create_import::stage;
use crate::items::{Mood, there};
use intake::{State, make_way, ops};
use std::sync::atomic::Ordering;
use std::time::Duration;

#[tokio::test]
async fn a_commit_writes_what_was_accepted_and_leaves_the_refused_listed() {
    let app = TestApp::new().await;
    let mut rows = THREE.to_vec();
    rows.push(("W4", "丁", "无此区", "1"));
    let parts = plain(
        "部件",
        &["部件编号", "物项编号"],
        &[&["B1", "W1"], &["B2", "W1"]],
    );
    let batch = stage(&app, "x.xlsx", book(&[parts, item_sheet("台账", &rows)])).await;
    let path = format!("/imports/{}/commit", batch.id);
    let written = app
        .as_bureau()
        .post(&path, serde_json::json!({}))
        .await
        .ok(200);
    assert_eq!(written["state"], "committed");
    assert_eq!(written["month"], "2023-06");
    assert_eq!(written["counts"]["refused"], 1);
    assert_eq!(written["undo"]["possible"], true);
    assert_eq!(
        there(&app).await,
        (
            vec!["W1 1200".into(), "W2 15000".into(), "W3 30".into()],
            vec!["B1".into(), "B2".into()]
        )
    );
    let rows = format!("/imports/{}/rows?status=refused", batch.id);
    assert_eq!(app.as_bureau().get(&rows).await.ok(200)["total"], 1);
    app.as_bureau()
        .post(&path, serde_json::json!({}))
        .await
        .refused(409, "intake.wrong_state");
}

#[tokio::test]
async fn a_commit_that_breaks_leaves_nothing_half_done() {
    let app = TestApp::new().await;
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    let mood = app.app.part::<Mood>().expect("installed");
    mood.breaks.store(true, Ordering::Relaxed);
    ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect_err("the slice breaks at the third row");
    assert_eq!(there(&app).await.0.len(), 0);
    let back = ops::find_batch(&app.app, &bureau(), batch.id)
        .await
        .expect("it is there");
    assert_eq!(back.state, State::Preview);
    assert_eq!(back.failure.expect("a reason").code, "intake.broken");
    mood.breaks.store(false, Ordering::Relaxed);
    let done = ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect("written");
    assert_eq!((done.state, done.failure), (State::Committed, None));
}

#[tokio::test]
async fn rows_that_have_become_something_else_refuse_the_whole_commit() {
    let app = TestApp::new().await;
    let slow = stage(&app, "slow.xlsx", items(THREE)).await;
    let quick = stage(&app, "quick.xlsx", items(&THREE[..1])).await;
    ops::commit(&app.app, &bureau(), quick.id)
        .await
        .expect("written");
    let fault = ops::commit(&app.app, &bureau(), slow.id)
        .await
        .expect_err("W1 is there now");
    assert_eq!(fault.code(), Some("intake.changed_since"));
    assert_eq!(there(&app).await.0, ["W1 1200"]);
    // The report has been made anew, and can be agreed to.
    let anew = ops::find_batch(&app.app, &bureau(), slow.id)
        .await
        .expect("it is there");
    assert_eq!(
        (anew.state, anew.counts.new, anew.counts.same),
        (State::Preview, 2, 1)
    );
    assert_eq!(anew.failure.expect("a reason").code, "intake.changed_since");
    ops::commit(&app.app, &bureau(), slow.id)
        .await
        .expect("written");
    assert_eq!(there(&app).await.0.len(), 3);
}

#[tokio::test]
async fn a_batch_of_nothing_new_is_not_written() {
    let app = TestApp::new().await;
    let first = stage(&app, "x.xlsx", items(THREE)).await;
    ops::commit(&app.app, &bureau(), first.id)
        .await
        .expect("written");
    let again = stage(&app, "x.xlsx", items(THREE)).await;
    let fault = ops::commit(&app.app, &bureau(), again.id)
        .await
        .expect_err("all the same");
    assert_eq!(fault.code(), Some("intake.nothing_to_commit"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_is_told_who_imports_and_reads_go_on() {
    let app = TestApp::new().await;
    let batch = stage(&app, "june.xlsx", items(THREE)).await;
    let other = stage(&app, "other.xlsx", items(&[("W9", "壬", "", "1")])).await;
    app.as_bureau().get("/imports").await.ok(200);
    let mood = app.app.part::<Mood>().expect("installed");
    mood.gate.forget_permits(1_000);
    let underway = ops::start_commit(&app.app, &bureau(), batch.id)
        .await
        .expect("begun");
    let patience = Duration::from_millis(50);
    let mut told = None;
    for _ in 0..100 {
        told = make_way(&app.app, patience).await;
        if told.is_some() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let told = told.expect("the import holds the writer's place");
    assert_eq!(told.code, "intake.import_running");
    assert_eq!(told.params["name"], "联系人 012");
    assert_eq!(told.params["file_name"], "june.xlsx");
    let seen = app.as_bureau().get(&format!("/imports/{}", batch.id)).await;
    assert_eq!(seen.ok(200)["state"], "committing");
    mood.gate.add_permits(1_000);
    underway.done().await.expect("written");
    assert_eq!(make_way(&app.app, patience).await, None);
    ops::commit(&app.app, &bureau(), other.id)
        .await
        .expect("its turn");
}

#[tokio::test]
async fn leaving_the_page_does_not_cut_a_commit() {
    let app = TestApp::new().await;
    let batch = stage(&app, "june.xlsx", items(THREE)).await;
    drop(
        ops::start_commit(&app.app, &bureau(), batch.id)
            .await
            .expect("begun"),
    );
    for _ in 0..200 {
        let now = ops::find_batch(&app.app, &bureau(), batch.id)
            .await
            .expect("it is there");
        if now.state == State::Committed {
            assert_eq!(there(&app).await.0.len(), 3);
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the commit did not end");
}
