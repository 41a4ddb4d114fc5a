//! `GET /policy-documents`

use crate::TestApp;
use crate::city::{campaign_in, document_in, issue, set_up, texts, with};
use serde_json::json;

#[tokio::test]
async fn the_latest_stand_first_and_filters_leave_what_they_say() {
    let app = TestApp::new().await;
    set_up(&app, campaign_in("XD-1")).await;
    for (number, changes) in [
        (
            "1号",
            json!({ "issued_on": "2023-05-31", "nature": "policy" }),
        ),
        (
            "2号",
            json!({ "issued_on": "2023-06-20", "theme": "landing", "campaign": "XD-1" }),
        ),
        (
            "3号",
            json!({ "issued_on": "2023-06-05", "issuer": "张店区" }),
        ),
    ] {
        issue(&app, with(document_in(number), changes)).await;
    }
    let numbers = async |query: &str| {
        let path = format!("/policy-documents{query}");
        texts(&app.as_reader().get(&path).await.ok(200), "number")
    };
    assert_eq!(numbers("").await, ["2号", "3号", "1号"]);
    assert_eq!(numbers("?nature=policy").await, ["1号"]);
    assert_eq!(numbers("?theme=landing").await, ["2号"]);
    assert_eq!(numbers("?campaign=XD-1").await, ["2号"]);
    assert_eq!(numbers("?month=2023-06").await, ["2号", "3号"]);
    assert_eq!(numbers("?unit=370303").await, ["3号"]);
    assert_eq!(numbers("?q=市委").await, ["2号", "1号"]);
    let page = app
        .as_reader()
        .get("/policy-documents?limit=1")
        .await
        .ok(200);
    let after = page["next"].as_str().unwrap();
    assert_eq!(numbers(&format!("?after={after}")).await, ["3号", "1号"]);
    let zichuan = app
        .as_district("370302")
        .get("/policy-documents")
        .await
        .ok(200);
    assert_eq!(texts(&zichuan, "number"), ["2号", "1号"]);
}
