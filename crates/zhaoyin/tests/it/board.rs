//! The board is kept between requests; whatever it shows, it must show live.

use crate::newspaper::NewspaperApp;
use serde_json::{Value, json};

async fn board(app: &NewspaperApp, month: &str) -> Value {
    let path = format!("/board?month={month}");
    let first = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(first, app.as_bureau().get(&path).await.ok(200));
    first
}

fn row<'a>(board: &'a Value, unit: &str) -> &'a Value {
    let rows = board["rows"].as_array().unwrap();
    rows.iter()
        .find(|row| row["unit"]["code"] == unit)
        .unwrap_or_else(|| panic!("no {unit} in {board}"))
}

#[tokio::test]
async fn the_board_shows_what_has_just_been_written() {
    let app = NewspaperApp::new().await;
    let bureau = app.as_bureau();
    let before = board(&app, "2023-07").await;
    let june = board(&app, "2023-06").await;

    // A fund.
    let project = bureau.get("/projects?stage=started&limit=1").await.ok(200)["items"][0].clone();
    let fund = json!({
        "project_id": project["id"], "voucher": "BOARD-1", "arrived_on": "2023-07-01", "amount": "10000.00",
        "kind": "equipment", "payer": "演示付款方", "evidence_kind": "bank_receipt",
    });
    let fund = bureau.post("/funds", fund).await.ok(201);
    let with_fund = board(&app, "2023-07").await;
    assert_ne!(with_fund["city"]["funds"], before["city"]["funds"]);
    assert_eq!(board(&app, "2023-06").await["city"], june["city"]);

    // Its reversal.
    let path = format!("/funds/{}/reversal", fund["id"].as_str().unwrap());
    bureau
        .post(&path, json!({ "reason": "重复报送" }))
        .await
        .ok(200);
    let reversed = board(&app, "2023-07").await;
    assert_eq!(
        reversed["city"]["funds"]["value"],
        before["city"]["funds"]["value"]
    );

    // A target.
    let plan = json!({ "year": 2023, "unit_code": "370302", "indicator": "funds_arrived", "value": "100000000.00" });
    bureau.put("/plans", plan).await.ok(204);
    let planned = board(&app, "2023-07").await;
    assert_ne!(
        row(&planned, "370302")["funds"]["completion"],
        row(&reversed, "370302")["funds"]["completion"]
    );

    // A unit's name.
    let name = json!({ "name": "淄川区（演示）" });
    bureau.patch("/units/370302", name).await.ok(200);
    let named = board(&app, "2023-07").await;
    assert_eq!(row(&named, "370302")["unit"]["name"], "淄川区（演示）");

    // The month's end.
    assert_eq!(named["state"], "open");
    bureau
        .post("/months/2023-07/close", json!({}))
        .await
        .ok(200);
    assert_eq!(board(&app, "2023-07").await["state"], "closed");
}
