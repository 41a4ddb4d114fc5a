//! `GET /activities`

use crate::TestApp;
use crate::city::{activity_in, hold, id_of, with};
use serde_json::{Value, json};

fn codes_of(found: &Value) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item["code"].as_str().unwrap().to_owned())
        .collect()
}

async fn codes(app: &TestApp, query: &str) -> Vec<String> {
    let path = format!("/activities{query}");
    codes_of(&app.as_bureau().get(&path).await.ok(200))
}

async fn four(app: &TestApp) {
    for (code, changes) in [
        ("A-1", json!({ "begins_on": "2023-06-20" })),
        (
            "A-2",
            json!({ "begins_on": "2023-06-05", "organisers": ["direct", "370302"] }),
        ),
        (
            "A-3",
            json!({ "begins_on": "2023-05-31", "kind": "inbound", "leader": "none" }),
        ),
        (
            "A-4",
            json!({ "begins_on": "2023-06-05", "chain": "新材料" }),
        ),
    ] {
        hold(app, with(activity_in(code), changes)).await;
    }
}

#[tokio::test]
async fn the_latest_stand_first_and_filters_leave_what_they_say() {
    let app = TestApp::new().await;
    let campaign = json!({
        "code": "XD-1", "name": "春季攻势", "from_month": "2023-02", "until_month": "2023-06",
    });
    app.as_bureau().post("/campaigns", campaign).await.ok(201);
    four(&app).await;
    let of_campaign = json!({ "campaign": "XD-1", "begins_on": "2023-06-01" });
    hold(&app, with(activity_in("A-5"), of_campaign)).await;
    assert_eq!(codes(&app, "").await, ["A-1", "A-4", "A-2", "A-5", "A-3"]);
    assert_eq!(codes(&app, "?kind=inbound").await, ["A-3"]);
    assert_eq!(codes(&app, "?leader=none").await, ["A-3"]);
    assert_eq!(codes(&app, "?unit=370302").await, ["A-2"]);
    assert_eq!(codes(&app, "?unit=370300").await.len(), 5);
    assert_eq!(codes(&app, "?unit=nowhere").await, [""; 0]);
    assert_eq!(codes(&app, "?campaign=XD-1").await, ["A-5"]);
    assert_eq!(codes(&app, "?month=2023-05").await, ["A-3"]);
    assert_eq!(codes(&app, "?from=2023-06-06").await, ["A-1"]);
    assert_eq!(
        codes(&app, "?from=2023-06-01&until=2023-06-05").await.len(),
        3
    );
    assert_eq!(
        codes(&app, "?month=2023-06&until=2023-06-04").await,
        ["A-5"]
    );
    assert_eq!(codes(&app, "?q=新材料").await, ["A-4"]);
    assert_eq!(codes(&app, "?q=a-3").await, ["A-3"]);
    assert_eq!(codes(&app, "?q=%25").await, [""; 0]);
}

#[tokio::test]
async fn pages_follow_one_another() {
    let app = TestApp::new().await;
    four(&app).await;
    let mut paged = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("/activities?limit=1{after}");
        let page = app.as_bureau().get(&path).await.ok(200);
        assert_eq!(page["total"], 4);
        paged.extend(codes_of(&page));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(paged, ["A-1", "A-4", "A-2", "A-3"]);
    let strange = app.as_bureau().get("/activities?after=x").await;
    strange.refused(422, "outreach.wrong_cursor");
}

#[tokio::test]
async fn a_district_sees_what_it_held_and_nothing_that_was_taken_back() {
    let app = TestApp::new().await;
    four(&app).await;
    let district = app.as_district("370302").get("/activities").await.ok(200);
    assert_eq!(codes_of(&district), ["A-2"]);
    assert_eq!(district["total"], 1);
    let path = format!("/activities/{}/reversal", id_of(&district["items"][0]));
    let reason = json!({ "reason": "重复登记" });
    app.as_bureau().post(&path, reason).await.ok(200);
    let district = app.as_district("370302").get("/activities").await.ok(200);
    assert_eq!(codes_of(&district), [""; 0]);
}
