//! A published number has a record behind it, or is said to have none.

use crate::newspaper::NewspaperApp;
use serde_json::{Value, json};

fn of_june(body: &str, typed_numbers: &[&str]) -> Value {
    json!({
        "month": "2023-06", "document_number": "演示通报〔2023〕9号", "body": body, "typed_numbers": typed_numbers,
    })
}

#[tokio::test]
async fn a_typed_number_is_issued_only_by_name_and_stays_marked() {
    let app = NewspaperApp::new().await;
    let bureau = app.as_bureau();
    let body = "# 通报\n\n全市到位资金{{ fig(\"funds_arrived\") }}亿元，力争999亿元，增长20%。";
    for named in [&[][..], &["999"], &["999", "20", "7"]] {
        let answer = bureau.post("/bulletins", of_june(body, named)).await;
        let refusal = answer.refused(422, "bulletins.typed_numbers");
        assert_eq!(refusal["params"]["numbers"], json!(["999", "20"]));
    }
    let issued = bureau
        .post("/bulletins", of_june(body, &["20", "999"]))
        .await
        .ok(201);
    let path = format!("/bulletins/{}", issued["id"].as_str().unwrap());
    let shown = bureau.get(&path).await.ok(200);
    assert_eq!(shown["typed_numbers"], json!(["999", "20"]));
}

#[tokio::test]
async fn truths_are_words_and_rates_change_by_points() {
    let app = NewspaperApp::new().await;
    let body = "双过半：{{ fig(\"double_half\") }}；开工率同比{{ fig(\"witnessed_start_rate\", \"yoy\") }}。";
    let text = json!({ "month": "2023-06", "body": body });
    let preview = app
        .as_bureau()
        .post("/bulletins/preview", text)
        .await
        .ok(200);
    let shown: Vec<&str> = preview["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|figure| figure["display"].as_str().unwrap())
        .collect();
    assert_eq!(shown[0], "是");
    assert!(shown[1].ends_with("个百分点"), "{shown:?}");
}

/// What `fig` in a text of 2023-03 that speaks of the spring's campaign prints.
async fn printed_in_march(app: &NewspaperApp, call: &str) -> Value {
    let body = format!("数{{{{ {call} }}}}");
    let text = json!({ "body": body, "month": "2023-03", "campaign": "YSXD-2023-01" });
    let preview = app
        .as_bureau()
        .post("/bulletins/preview", text)
        .await
        .ok(200);
    preview["figures"][0].clone()
}

#[tokio::test]
async fn a_campaign_that_goes_on_is_reported_up_to_the_month() {
    let app = NewspaperApp::new().await;
    let so_far = r#"fig("campaign_meetings", from=campaign.from, month=campaign.month)"#;
    let until_march = r#"fig("campaign_meetings", from="2023-02", month="2023-03")"#;
    let so_far = printed_in_march(&app, so_far).await;
    assert_eq!(so_far, printed_in_march(&app, until_march).await);
    assert_ne!(so_far["display"], "0");

    let text = json!({ "template": "campaign", "month": "2023-03", "campaign": "YSXD-2023-01" });
    let preview = app
        .as_bureau()
        .post("/bulletins/preview", text)
        .await
        .ok(200);
    let html = preview["html"].as_str().unwrap();
    assert!(html.contains("以下为到2023年3月末的情况"), "{html}");
}

#[tokio::test]
async fn a_text_says_nothing_of_months_after_its_own() {
    let app = NewspaperApp::new().await;
    let bureau = app.as_bureau();
    let not_begun =
        json!({ "template": "campaign", "month": "2023-06", "campaign": "YSXD-2023-02" });
    bureau
        .post("/bulletins/preview", not_begun)
        .await
        .refused(422, "bulletins.campaign_not_begun");
    let later = r#"{{ fig("funds_arrived", month="2023-07") }}"#;
    bureau
        .post(
            "/bulletins/preview",
            json!({ "body": later, "month": "2023-06" }),
        )
        .await
        .refused(422, "bulletins.later_month");
}
