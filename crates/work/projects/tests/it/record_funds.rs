//! `POST /funds`

use crate::TestApp;
use crate::city::{close_month, figure, funds_in, project_in, recognise, record, register, with};
use serde_json::json;

#[tokio::test]
async fn what_counts_is_the_share_of_investors_from_other_provinces() {
    let app = TestApp::new().await;
    let mixed = json!({ "investors": [
        { "name": "苏州甲有限公司", "division": "320500", "share_bp": 6000 },
        { "name": "淄博乙有限公司", "division": "370303", "share_bp": 2000 },
        { "name": "香港丙有限公司", "division": "810000", "share_bp": 1000 },
        { "name": "淄博壳有限公司", "division": "370303", "share_bp": 1000, "look_through": "深圳" },
    ] });
    let id = register(&app, with(project_in("P-1"), mixed)).await;
    let fund = record(&app, funds_in(&id, " ＰＺ-1 ")).await;
    assert_eq!(fund["voucher"], "PZ-1");
    assert_eq!(fund["other_province_bp"], 7000);
    assert_eq!(fund["counted_amount"], "7000000.00");
    assert_eq!(fund["month"], "2023-06");
    assert_eq!(fund["late"], false);
    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, 700_000_000);
    let project = app
        .as_bureau()
        .get(&format!("/projects/{id}"))
        .await
        .ok(200);
    assert_eq!(project["arrived"], "10000000.00");
    assert_eq!(
        project["funds"],
        json!({ "total": "10000000.00", "count": 1 })
    );
}

#[tokio::test]
async fn a_voucher_is_used_once_in_the_city_and_the_first_use_is_named() {
    let app = TestApp::new().await;
    let first = register(&app, project_in("P-1")).await;
    let second = register(&app, with(project_in("P-2"), json!({ "unit": "370302" }))).await;
    record(&app, funds_in(&first, "PZ-1")).await;
    let problem = app
        .as_bureau()
        .post("/funds", funds_in(&second, "PZ-1"))
        .await
        .refused(409, "funds.voucher_used");
    assert_eq!(
        problem["params"],
        json!({
            "voucher": "PZ-1", "project_code": "P-1", "project": "P-1新材料项目",
            "unit": "张店区", "arrived_on": "2023-06-10",
        })
    );
}

#[tokio::test]
async fn each_guard_refuses_with_its_own_code() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let bureau = app.as_bureau();
    for (change, status, code) in [
        (json!({ "amount": "-1.00" }), 422, "funds.negative"),
        (json!({ "amount": "0" }), 422, "funds.zero"),
        (json!({ "amount": "200000000.01" }), 409, "funds.above_plan"),
        (
            json!({ "arrived_on": "2023-06-01" }),
            409,
            "funds.before_contract",
        ),
        (
            json!({ "arrived_on": "2023-07-01" }),
            422,
            "ledger.date_in_future",
        ),
        (
            json!({ "project_id": "prj_0000000000001" }),
            404,
            "projects.unknown",
        ),
    ] {
        let body = with(funds_in(&id, "PZ-1"), change);
        bureau.post("/funds", body).await.refused(status, code);
    }
    let blank = with(funds_in(&id, " "), json!({ "payer": "" }));
    let fields = [("voucher", "field.empty"), ("payer", "field.empty")];
    bureau.post("/funds", blank).await.refused_fields(&fields);
    let bare = json!({ "contract_number": null, "contract_kind": null, "signed_on": null });
    let bare = register(&app, with(project_in("P-2"), bare)).await;
    let unsigned = bureau.post("/funds", funds_in(&bare, "PZ-1")).await;
    unsigned.refused(409, "funds.no_contract");
    recognise(&app, &id, "withdrawn", "2023-06-09").await;
    let ended = bureau.post("/funds", funds_in(&id, "PZ-1")).await;
    ended.refused(409, "funds.after_end");
    assert_eq!(bureau.get("/funds").await.ok(200)["total"], 0);
}

#[tokio::test]
async fn late_funds_go_into_the_open_month_and_say_so() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    close_month(&app, "2023-06").await;
    let fund = record(&app, funds_in(&id, "PZ-1")).await;
    assert_eq!(fund["month"], "2023-07");
    assert_eq!(fund["origin_month"], "2023-07");
    assert_eq!(fund["late"], true);
    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, 0);
}

#[tokio::test]
async fn funds_from_before_the_books_are_an_opening_and_no_years_figure() {
    let app = TestApp::new().await;
    let earlier = json!({ "signed_on": "2022-05-05" });
    let id = register(&app, with(project_in("P-1"), earlier)).await;
    let body = with(funds_in(&id, "PZ-1"), json!({ "arrived_on": "2022-12-31" }));
    let fund = record(&app, body).await;
    assert_eq!(fund["origin_month"], json!(null));
    assert_eq!(fund["late"], false);
    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, 0);
    let project = app
        .as_bureau()
        .get(&format!("/projects/{id}"))
        .await
        .ok(200);
    assert_eq!(project["arrived"], "10000000.00");
}

#[tokio::test]
async fn a_district_sees_its_own_funds_and_records_none() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let fund = record(&app, funds_in(&id, "PZ-1")).await;
    let path = format!("/funds/{}", fund["id"].as_str().unwrap());
    app.as_district("370303").get(&path).await.ok(200);
    app.as_district("370302")
        .get(&path)
        .await
        .refused(404, "funds.unknown");
    app.as_district("370303")
        .post("/funds", funds_in(&id, "PZ-2"))
        .await
        .refused(403, "session.permission_missing");
}
