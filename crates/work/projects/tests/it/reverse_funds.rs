//! `POST /funds/{id}/reversal`

use crate::TestApp;
use crate::city::{close_month, figure, funds_in, project_in, record, register};
use db::{FromQueryResult, fetch_all};
use serde_json::{Value, json};

fn path(fund: &Value) -> String {
    format!("/funds/{}/reversal", fund["id"].as_str().unwrap())
}

async fn arrived(app: &TestApp, id: &str) -> (Value, Value) {
    let project = app
        .as_bureau()
        .get(&format!("/projects/{id}"))
        .await
        .ok(200);
    (
        project["arrived"].clone(),
        project["funds"]["count"].clone(),
    )
}

/// The sum of the standing funds themselves, which the projects' column caches.
async fn standing_sum(app: &TestApp) -> i64 {
    #[derive(FromQueryResult)]
    struct Sum {
        sum: i64,
    }
    let sql = "SELECT CAST(COALESCE(SUM(amount_fen), 0) AS BIGINT) AS sum \
               FROM funds WHERE reversed_by IS NULL";
    let rows: Vec<Sum> = fetch_all(app.app.database.reader(), sql, []).await.unwrap();
    rows[0].sum
}

#[tokio::test]
async fn funds_taken_back_whole_free_their_voucher() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let fund = record(&app, funds_in(&id, "PZ-1")).await;
    let reason = json!({ "reason": "重复登记" });
    let back = app
        .as_bureau()
        .post(&path(&fund), reason.clone())
        .await
        .ok(200);
    assert_eq!(back["reversed"], true);
    assert_eq!(back["reversal_reason"], "重复登记");
    assert_eq!(arrived(&app, &id).await, (json!("0.00"), json!(0)));
    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, 0);
    let again = app.as_bureau().post(&path(&fund), reason).await;
    again.refused(409, "funds.already_reversed");
    record(&app, funds_in(&id, "PZ-1")).await;
}

#[tokio::test]
async fn a_cut_leaves_the_rest_under_the_same_voucher_and_the_same_month() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let fund = record(&app, funds_in(&id, "PZ-1")).await;
    close_month(&app, "2023-06").await;
    let body = json!({ "reason": "撤资", "amount": "6000000.00" });
    let rest = app.as_bureau().post(&path(&fund), body).await.ok(200);
    assert_eq!(rest["amount"], "6000000.00");
    assert_eq!(rest["voucher"], "PZ-1");
    assert_eq!(rest["replaces"], fund["id"]);
    assert_eq!(rest["month"], "2023-07");
    assert_eq!(rest["origin_month"], "2023-06");
    assert_eq!(rest["late"], false);
    assert_eq!(arrived(&app, &id).await, (json!("6000000.00"), json!(1)));
    assert_eq!(standing_sum(&app).await, 600_000_000);
    assert_eq!(
        figure(&app, "funds_arrived", "2023-06").await,
        1_000_000_000
    );
    assert_eq!(figure(&app, "funds_arrived", "2023-07").await, 600_000_000);
    let used = app.as_bureau().post("/funds", funds_in(&id, "PZ-1")).await;
    used.refused(409, "funds.voucher_used");
}

#[tokio::test]
async fn the_cached_sum_is_that_of_the_standing_funds() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    for n in 1..=6 {
        let fund = record(&app, funds_in(&id, &format!("PZ-{n}"))).await;
        let cut = json!({ "reason": "核减", "amount": format!("{n}000000.00") });
        if n % 2 == 0 {
            app.as_bureau().post(&path(&fund), cut).await.ok(200);
        } else if n == 3 {
            let whole = json!({ "reason": "核减" });
            app.as_bureau().post(&path(&fund), whole).await.ok(200);
        }
    }
    assert_eq!(standing_sum(&app).await, 3_200_000_000);
    assert_eq!(arrived(&app, &id).await, (json!("32000000.00"), json!(5)));
    assert_eq!(
        figure(&app, "funds_arrived", "2023-06").await,
        3_200_000_000
    );
}

#[tokio::test]
async fn a_remainder_must_be_smaller_and_a_reason_given() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let fund = record(&app, funds_in(&id, "PZ-1")).await;
    for (body, code) in [
        (
            json!({ "reason": "核减", "amount": "10000000.00" }),
            "funds.remainder_not_smaller",
        ),
        (
            json!({ "reason": "核减", "amount": "0" }),
            "funds.remainder_not_smaller",
        ),
        (
            json!({ "reason": "核减", "amount": "-1" }),
            "funds.remainder_not_smaller",
        ),
        (json!({ "reason": "" }), "funds.no_reason"),
    ] {
        app.as_bureau()
            .post(&path(&fund), body)
            .await
            .refused(422, code);
    }
    app.as_bureau()
        .post(
            "/funds/fnd_0000000000001/reversal",
            json!({ "reason": "核减" }),
        )
        .await
        .refused(404, "funds.unknown");
    assert_eq!(arrived(&app, &id).await, (json!("10000000.00"), json!(1)));
}
