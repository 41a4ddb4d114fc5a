//! `POST /companies/{id}/honours` and `DELETE /companies/{id}/honours/{honour_id}`

use crate::TestApp;
use crate::city::register;
use serde_json::{Value, json};

fn honour(year: i64) -> Value {
    json!({ "honour": "specialised", "year": year, "source": " 工信部 第四批 " })
}

#[tokio::test]
async fn an_honour_stands_with_its_company_until_it_is_taken_away() {
    let app = TestApp::new().await;
    let id = register(&app, "甲有限公司", None).await;
    let path = format!("/companies/{id}");
    let honours = format!("{path}/honours");
    app.as_bureau().post(&honours, honour(2021)).await.ok(201);
    let made = app.as_bureau().post(&honours, honour(2022)).await.ok(201);
    let found = app.as_reader().get(&path).await.ok(200);
    assert_eq!(found, made);
    let years = |company: &Value| -> Vec<i64> {
        let honours = company["honours"].as_array().unwrap().iter();
        honours.map(|one| one["year"].as_i64().unwrap()).collect()
    };
    assert_eq!(years(&found), [2022, 2021]);
    assert_eq!(found["honours"][0]["honour"], "specialised");
    assert_eq!(found["honours"][0]["source"], "工信部 第四批");
    let one = found["honours"][0]["id"].as_str().unwrap();
    let gone = app.as_bureau().delete(&format!("{honours}/{one}")).await;
    assert_eq!(gone.status, 204, "{gone}");
    let found = app.as_reader().get(&path).await.ok(200);
    assert_eq!(years(&found), [2021]);
    let again = app.as_bureau().delete(&format!("{honours}/{one}")).await;
    again.refused(404, "honours.unknown");
    app.as_bureau().post(&honours, honour(2022)).await.ok(201);
}

#[tokio::test]
async fn an_honour_is_noted_once_a_year_and_of_a_year_that_has_come() {
    let app = TestApp::new().await;
    let id = register(&app, "甲有限公司", None).await;
    let honours = format!("/companies/{id}/honours");
    app.as_bureau().post(&honours, honour(2021)).await.ok(201);
    let twice = app.as_bureau().post(&honours, honour(2021)).await;
    let problem = twice.refused(409, "honours.already_there");
    assert_eq!(
        problem["params"],
        json!({ "year": 2021, "source": "工信部 第四批" })
    );
    let body = json!({ "honour": "specialised", "year": 2024, "source": "" });
    app.as_bureau().post(&honours, body).await.refused_fields(&[
        ("year", "honours.year_impossible"),
        ("source", "field.empty"),
    ]);
    let unknown = app
        .as_bureau()
        .post("/companies/cmp_0000000000001/honours", honour(2021))
        .await;
    unknown.refused(404, "companies.unknown");
    let other = register(&app, "乙有限公司", None).await;
    let found = app
        .as_bureau()
        .get(&format!("/companies/{id}"))
        .await
        .ok(200);
    let one = found["honours"][0]["id"].as_str().unwrap();
    let path = format!("/companies/{other}/honours/{one}");
    app.as_bureau()
        .delete(&path)
        .await
        .refused(404, "honours.unknown");
}

#[tokio::test]
async fn only_who_may_write_companies_notes_honours() {
    let app = TestApp::new().await;
    let id = register(&app, "甲有限公司", None).await;
    let honours = format!("/companies/{id}/honours");
    for client in [app.as_reader(), app.as_district("370303")] {
        let refused = client.post(&honours, honour(2021)).await;
        refused.refused(403, "session.permission_missing");
        let refused = client.delete(&format!("{honours}/hon_0000000000001")).await;
        refused.refused(403, "session.permission_missing");
    }
}
