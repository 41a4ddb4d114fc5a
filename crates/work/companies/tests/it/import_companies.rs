//! Companies in workbooks.

use crate::TestApp;
use crate::city::{CODE, OTHER_CODE, names};
use crate::workbooks::{self, assert_export_is_the_same, commit, counts, import, sheet, undo};
use serde_json::{Value, json};

async fn stage(app: &TestApp, rows: &[[&str; 4]]) -> Value {
    let headers = ["企业名称", "统一社会信用代码", "曾用名", "注册地区划代码"];
    let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
    workbooks::stage(app, &[sheet("企业", &headers, &rows)]).await
}

const TWO: &[[&str; 4]] = &[
    ["甲有限公司", CODE, "甲厂；老甲", "320505"],
    ["乙有限公司", "", "", "北京市东城区"],
];

#[tokio::test]
async fn rows_are_known_again_by_code_else_by_name_and_division() {
    let app = TestApp::new().await;
    commit(&app, &stage(&app, TWO).await).await;
    let again = stage(
        &app,
        &[
            ["乙 有限公司", "", "", "110101"],
            ["甲有限公司", CODE, "", "江苏苏州虎丘区"],
            ["乙有限公司", "", "", "310101"],
        ],
    )
    .await;
    assert_eq!(counts(&again), [1, 0, 2, 0], "{again}");
    let changed = stage(
        &app,
        &[
            ["甲股份有限公司", CODE, "", "320505"],
            ["乙有限公司", OTHER_CODE, "", "110101"],
        ],
    )
    .await;
    assert_eq!(counts(&changed), [0, 2, 0, 0]);
    commit(&app, &changed).await;
    let found = app.as_bureau().get("/companies?q=甲").await.ok(200);
    assert_eq!(found["items"][0]["name"], "甲股份有限公司");
    assert_eq!(
        found["items"][0]["aliases"],
        json!(["甲厂", "老甲", "甲有限公司"])
    );
    assert_eq!(undo(&app, &changed).await, json!([]));
    let found = app.as_bureau().get("/companies?q=甲").await.ok(200);
    assert_eq!(names(&found), ["甲有限公司"]);
    assert_eq!(found["items"][0]["aliases"], json!(["甲厂", "老甲"]));
    let second = app.as_bureau().get("/companies?q=乙").await.ok(200);
    assert_eq!(second["items"][0]["uscc"], json!(null));
}

#[tokio::test]
async fn the_group_is_a_column_that_changes_goes_back_and_comes_out_again() {
    let app = TestApp::new().await;
    let headers = ["企业名称", "注册地区划代码", "所属集团"];
    let row = |group| sheet("企业", &headers, &[&["甲有限公司", "320505", group]]);
    import(&app, &[row("某某 集团")]).await;
    let changed = import(&app, &[row("另一集团")]).await;
    assert_eq!(
        counts(&workbooks::stage(&app, &[row("")]).await),
        [0, 0, 1, 0]
    );
    assert_export_is_the_same(&app, "companies", 1).await;
    let group = async || {
        let found = app.as_bureau().get("/companies").await.ok(200);
        found["items"][0]["group"].clone()
    };
    assert_eq!(group().await, "另一集团");
    assert_eq!(undo(&app, &changed).await, json!([]));
    assert_eq!(group().await, "某某 集团");
}

#[tokio::test]
async fn wrong_rows_name_cell_and_reason() {
    let app = TestApp::new().await;
    let batch = stage(
        &app,
        &[
            ["甲有限公司", "11370300004224423R", "", "320505"],
            ["乙有限公司", "", "", "无此地"],
            ["丙有限公司", CODE, "", "320505"],
            ["丁有限公司", CODE, "", "320505"],
        ],
    )
    .await;
    let id = batch["id"].as_str().unwrap();
    let path = format!("/imports/{id}/rows?status=refused");
    let rows = app.as_bureau().get(&path).await.ok(200);
    let items = rows["items"].as_array().unwrap().iter();
    let problems: Value = items
        .flat_map(|item| item["problems"].as_array().unwrap())
        .map(|problem| json!([problem["cell"], problem["code"]]))
        .collect();
    assert_eq!(
        problems,
        json!([
            ["B2", "companies.uscc_check_character"],
            ["D3", "orgs.division_unknown"],
            ["A5", "intake.twice_in_batch"],
        ])
    );
}

#[tokio::test]
async fn an_undone_batch_leaves_the_register_and_what_was_changed_since_stays() {
    let app = TestApp::new().await;
    let batch = stage(&app, TWO).await;
    commit(&app, &batch).await;
    let found = app.as_bureau().get("/companies?q=甲").await.ok(200);
    let path = format!("/companies/{}", found["items"][0]["id"].as_str().unwrap());
    app.as_bureau()
        .patch(&path, json!({ "aliases": [] }))
        .await
        .ok(200);
    let kept = undo(&app, &batch).await;
    assert_eq!(kept[0]["code"], "companies.changed_since");
    assert_eq!(kept.as_array().unwrap().len(), 1);
    let left = app.as_bureau().get("/companies").await.ok(200);
    assert_eq!(names(&left), ["甲有限公司"]);
    assert_eq!(counts(&stage(&app, TWO).await), [1, 1, 0, 0]);
}
