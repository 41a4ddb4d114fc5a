//! Projects in workbooks.

use crate::TestApp;
use crate::city::recognise;
use crate::workbooks::{
    commit, counts, funds, import, milestones, projects, refusals, sheet, stage,
};
use serde_json::{Value, json};

async fn project(app: &TestApp, code: &str) -> Value {
    let found = app
        .as_bureau()
        .get(&format!("/projects?q={code}"))
        .await
        .ok(200);
    let id = found["items"][0]["id"].as_str().unwrap();
    app.as_bureau()
        .get(&format!("/projects/{id}"))
        .await
        .ok(200)
}

#[tokio::test]
async fn one_workbook_brings_projects_their_milestones_and_their_funds() {
    let app = TestApp::new().await;
    let workbook = [
        funds(&[
            ("PZ-1", "P-1", "2023-06-10", "1000"),
            ("PZ-2", "P-1", "2023-06-11", "500"),
        ]),
        milestones(&[("P-1", "开工", "2023-06-20"), ("P-1", "签约", "2023-06-02")]),
        projects(&[("P-1", "张店区", "20000"), ("P-2", "370302", "15000")]),
    ];
    let batch = import(&app, &workbook).await;
    assert_eq!(counts(&batch), [6, 0, 0, 0]);
    let first = project(&app, "P-1").await;
    assert_eq!(first["stage"], "started");
    assert_eq!(first["planned_investment"], "200000000.00");
    assert_eq!(first["arrived"], "15000000.00");
    assert_eq!(first["funds"]["count"], 2);
    assert_eq!(first["investors"][1]["share_bp"], 4000);
    assert_eq!(first["unit"]["code"], "370303");
    let companies = app.as_bureau().get("/companies").await.ok(200);
    assert_eq!(companies["total"], 2);
    assert_eq!(companies["items"][0]["projects"], 2);
    let again = stage(&app, &workbook).await;
    assert_eq!(counts(&again), [0, 0, 6, 0]);
}

#[tokio::test]
async fn a_changed_row_changes_the_project_and_a_frozen_field_is_refused() {
    let app = TestApp::new().await;
    import(&app, &[projects(&[("P-1", "张店区", "20000")])]).await;
    let changed = stage(&app, &[projects(&[("P-1", "张店区", "25000")])]).await;
    assert_eq!(counts(&changed), [0, 1, 0, 0]);
    commit(&app, &changed).await;
    let id = project(&app, "P-1").await["id"]
        .as_str()
        .unwrap()
        .to_owned();
    recognise(&app, &id, "signed", "2023-06-02").await;
    let frozen = stage(&app, &[projects(&[("P-1", "淄川区", "30000")])]).await;
    assert_eq!(
        refusals(&app, &frozen).await,
        json!([
            ["C2", "projects.credit_is_recognised", { "field": "unit" }],
            ["K2", "projects.planned_is_recognised", {}],
        ])
    );
    let short = sheet(
        "项目",
        &[
            "项目编号",
            "项目名称",
            "责任单位",
            "所在地区划代码",
            "投资方",
            "投资方注册地",
            "计划总投资",
            "产业链",
        ],
        &[&[
            "P-1",
            "P-1新材料项目",
            "张店区",
            "370303",
            "苏州甲有限公司；淄博乙有限公司",
            "320500；370303",
            "25000",
            "新材料",
        ]],
    );
    let batch = stage(&app, &[short]).await;
    // Equal shares are not what stands: 60 and 40, and they are frozen.
    assert_eq!(refusals(&app, &batch).await[0][1], "projects.frozen");
}

#[tokio::test]
async fn wrong_rows_name_cell_and_reason() {
    let app = TestApp::new().await;
    import(&app, &[projects(&[("P-0", "张店区", "20000")])]).await;
    let headers = [
        "项目编号",
        "项目名称",
        "责任单位",
        "所在地区划代码",
        "投资方",
        "投资方注册地",
        "投资占比",
        "合同编号",
        "合同类型",
        "合同日期",
        "计划总投资",
    ];
    let rows: [&[&str]; 5] = [
        &[
            "P-1",
            "甲",
            "火星区",
            "370303",
            "甲",
            "320500",
            "",
            "",
            "",
            "",
            "1",
        ],
        &[
            "P-2",
            "乙",
            "张店区",
            "370303",
            "甲；乙",
            "320500",
            "",
            "",
            "",
            "",
            "1",
        ],
        &[
            "P-3",
            "丙",
            "张店区",
            "370303",
            "甲；乙",
            "320500；北京",
            "60；30",
            "",
            "",
            "",
            "1",
        ],
        &[
            "P-4",
            "丁",
            "张店区",
            "370303",
            "甲",
            "320500",
            "",
            "HT-P-0",
            "框架协议",
            "",
            "1",
        ],
        &[
            "P-5",
            "戊",
            "张店区",
            "370102",
            "甲",
            "320500",
            "",
            "",
            "正式合同",
            "",
            "0",
        ],
    ];
    let batch = stage(&app, &[sheet("项目", &headers, &rows)]).await;
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["C2", "orgs.unit_unknown", { "code": "火星区" }],
            ["F3", "projects.investor_lists_differ", { "investors": 2, "found": 1 }],
            ["G4", "projects.shares_not_whole", {}],
            ["H5", "projects.contract_number_taken", { "number": "HT-P-0", "code": "P-0" }],
            ["D6", "projects.place_outside_city", { "place": "370102" }],
            ["H6", "projects.contract_incomplete", {}],
            ["J6", "projects.contract_incomplete", {}],
            ["K6", "field.not_positive", {}],
        ])
    );
}

#[tokio::test]
async fn two_rows_of_one_code_or_one_contract_are_refused_naming_the_first() {
    let app = TestApp::new().await;
    let batch = stage(
        &app,
        &[projects(&[
            ("P-1", "张店区", "20000"),
            ("P-1", "张店区", "21000"),
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 1]);
    let twice = json!([["A3", "intake.twice_in_batch", { "sheet": "项目", "row": 2 }]]);
    assert_eq!(refusals(&app, &batch).await, twice);
}

#[tokio::test]
async fn a_project_may_belong_to_a_unit_of_the_same_workbook() {
    let app = TestApp::new().await;
    let units = sheet(
        "单位",
        &["单位代码", "单位名称", "单位类型", "上级单位"],
        &[&["xinqu", "新区", "功能区", "370300"]],
    );
    import(&app, &[units, projects(&[("P-1", "新区", "20000")])]).await;
    assert_eq!(project(&app, "P-1").await["unit"]["code"], "xinqu");
}

#[tokio::test]
async fn an_export_imported_again_is_all_the_same() {
    let app = TestApp::new().await;
    let workbook = [
        projects(&[("P-1", "张店区", "20000")]),
        milestones(&[
            ("P-1", "签约", "2023-06-02"),
            ("P-1", "列入顶格推进", "2023-06-05"),
        ]),
        funds(&[("PZ-1", "P-1", "2023-06-10", "1000.55")]),
    ];
    import(&app, &workbook).await;
    for (kind, rows) in [
        ("companies", 2),
        ("projects", 1),
        ("milestones", 2),
        ("funds", 1),
    ] {
        let path = format!("/exports/{kind}.xlsx");
        let file = app.as_bureau().get(&path).await;
        assert_eq!(file.status, 200, "{file}");
        let upload = format!("/imports?file_name={kind}.xlsx");
        let staged = app
            .as_bureau()
            .upload(&upload, file.body.to_vec())
            .await
            .json();
        assert_eq!(counts(&staged), [0, 0, rows, 0], "{kind}: {staged}");
    }
    let unknown = app.as_bureau().get("/exports/funds.xlsx?colour=red").await;
    unknown.refused_fields(&[("colour", "intake.unknown_filter")]);
}
