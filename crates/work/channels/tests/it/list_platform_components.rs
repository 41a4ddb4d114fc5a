//! `GET /platform-components`

use crate::TestApp;
use serde_json::json;

#[tokio::test]
async fn the_six_are_listed_with_their_names_and_marked_as_assumed() {
    let app = TestApp::new().await;
    let found = app.as_reader().get("/platform-components").await.ok(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 6);
    assert_eq!(
        found["items"][2],
        json!({
            "component": "fund",
            "name": { "zh": "一支产业基金", "en": "One industrial fund" },
            "assumed": true,
        })
    );
}
