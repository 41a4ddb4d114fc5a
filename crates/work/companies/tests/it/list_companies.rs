//! `GET /companies`

use crate::TestApp;
use crate::city::{CODE, names, register};
use serde_json::json;

#[tokio::test]
async fn names_former_names_codes_and_resemblances_find_a_company() {
    let app = TestApp::new().await;
    register(&app, "苏州齐鲁新材料有限公司", Some(CODE)).await;
    register(&app, "北京丙科技有限公司", None).await;
    let found = |q: &'static str| {
        let app = &app;
        async move {
            names(
                &app.as_bureau()
                    .get(&format!("/companies?q={q}"))
                    .await
                    .ok(200),
            )
        }
    };
    let wanted = ["苏州齐鲁新材料有限公司"];
    assert_eq!(found("苏州齐鲁").await, wanted);
    assert_eq!(found("1137").await, wanted);
    assert_eq!(found("山东齐鲁新材料（淄博）股份有限公司").await, wanted);
    assert_eq!(found("北京").await, ["北京丙科技有限公司"]);
    assert_eq!(found("_").await, [""; 0]);
    assert_eq!(found("").await.len(), 2);
}

#[tokio::test]
async fn a_group_and_an_honour_find_their_companies() {
    let app = TestApp::new().await;
    let first = register(&app, "甲有限公司", None).await;
    let second = register(&app, "乙有限公司", None).await;
    register(&app, "丙有限公司", None).await;
    let group = json!({ "group": "甲控股集团" });
    app.as_bureau()
        .patch(&format!("/companies/{first}"), group)
        .await
        .ok(200);
    let honour = json!({ "honour": "listed", "year": 2021, "source": "上交所" });
    let path = format!("/companies/{second}/honours");
    app.as_bureau().post(&path, honour).await.ok(201);
    let found = async |query: &str| {
        let path = format!("/companies?{query}");
        names(&app.as_reader().get(&path).await.ok(200))
    };
    assert_eq!(
        found("group=甲控股 集团".replace(' ', "%20").as_str()).await,
        ["甲有限公司"]
    );
    assert_eq!(found("q=控股").await, ["甲有限公司"]);
    assert_eq!(found("honour=listed").await, ["乙有限公司"]);
    assert_eq!(found("honour=unicorn").await, [""; 0]);
    let wrong = app.as_reader().get("/companies?honour=best").await;
    assert_eq!(wrong.status, 422, "{wrong}");
}

#[tokio::test]
async fn pages_follow_one_another() {
    let app = TestApp::new().await;
    for name in ["甲", "乙", "丙"] {
        register(&app, &format!("{name}有限公司"), None).await;
    }
    let first = app.as_bureau().get("/companies?limit=2").await.ok(200);
    assert_eq!(names(&first), ["丙有限公司", "乙有限公司"]);
    assert_eq!(first["total"], 3);
    let path = format!(
        "/companies?limit=2&after={}",
        first["next"].as_str().unwrap()
    );
    let second = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(names(&second), ["甲有限公司"]);
    assert!(second["next"].is_null());
    let wrong = app.as_bureau().get("/companies?after=x").await;
    wrong.refused(422, "companies.wrong_cursor");
}
