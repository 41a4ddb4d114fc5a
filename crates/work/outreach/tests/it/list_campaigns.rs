//! `GET /campaigns`

use crate::TestApp;
use crate::city::{campaign_in, set_up, texts, with};
use serde_json::json;

#[tokio::test]
async fn the_last_begun_stands_first_and_pages_follow_one_another() {
    let app = TestApp::new().await;
    for (code, from, until, name) in [
        ("XD-1", "2023-02", "2023-04", "春季攻势"),
        ("XD-2", "2023-07", "2023-12", "上门招商"),
        ("XD-3", "2022-09", "2022-12", "秋季行动"),
    ] {
        let window = json!({ "from_month": from, "until_month": until, "name": name });
        set_up(&app, with(campaign_in(code), window)).await;
    }
    let codes = async |query: &str| {
        let path = format!("/campaigns{query}");
        texts(&app.as_reader().get(&path).await.ok(200), "code")
    };
    assert_eq!(codes("").await, ["XD-2", "XD-1", "XD-3"]);
    assert_eq!(codes("?month=2023-04").await, ["XD-1"]);
    assert_eq!(codes("?month=2023-05").await, [""; 0]);
    assert_eq!(codes("?q=上门").await, ["XD-2"]);
    let page = app.as_reader().get("/campaigns?limit=2").await.ok(200);
    assert_eq!(page["total"], 3);
    let after = page["next"].as_str().unwrap();
    assert_eq!(codes(&format!("?limit=2&after={after}")).await, ["XD-3"]);
    let strange = app.as_reader().get("/campaigns?after=2023-06-05~1").await;
    strange.refused(422, "outreach.wrong_cursor");
}
