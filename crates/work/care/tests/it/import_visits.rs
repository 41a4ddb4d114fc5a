//! Visits in workbooks.

use crate::TestApp;
use crate::city::{figure, figure_of, id_of, listed, made, problem_in, with};
use crate::workbooks::{
    commit, counts, export_counts, import, projects, refused_cells, sheet, stage, undo, visits,
};
use serde_json::json;

const DAY: &str = "2023-06-06";

#[tokio::test]
async fn rows_count_for_their_units_and_an_undo_leaves_nothing_standing() {
    let app = TestApp::new().await;
    let sheet = visits(&[
        [
            "H-1",
            "线上",
            "惠企政策宣讲",
            DAY,
            "张店区",
            "甲有限公司",
            "",
            "",
        ],
        [
            "H-2",
            "线下",
            "问题困难调研",
            DAY,
            "淄川区",
            "甲有限公司",
            "P-1",
            "增容用电",
        ],
        [
            "H-3",
            "线下",
            "招商线索搜集",
            "2023-05-31",
            "张店区",
            "",
            "P-1",
            "招工",
        ],
    ]);
    let batch = import(&app, &[projects("P-1"), sheet.clone()]).await;
    // What lies before the books counts in no month of them.
    assert_eq!(figure(&app, "care_events").await, 2);
    assert_eq!(figure_of(&app, "370302", "care_events", "2023-06").await, 1);
    assert_eq!(
        counts(&stage(&app, std::slice::from_ref(&sheet)).await),
        [0, 0, 3, 0]
    );
    assert_eq!(export_counts(&app, "visits").await, [0, 0, 3, 0]);
    assert_eq!(undo(&app, &batch).await, [""; 0]);
    assert_eq!(figure(&app, "care_events").await, 0);
    assert_eq!(listed(&app, "/companies", "name").await, [""; 0]);
    let again = stage(&app, &[projects("P-1"), sheet]).await;
    assert_eq!(counts(&again), [4, 0, 0, 0]);
    commit(&app, &again).await;
    assert_eq!(figure(&app, "care_events").await, 2);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    let batch = stage(
        &app,
        &[visits(&[
            ["H-1", "线下", "问题困难调研", DAY, "张店区", "", "", ""],
            [
                "H-2",
                "线下",
                "问题困难调研",
                "2023-07-01",
                "张店区",
                "甲有限公司",
                "",
                "",
            ],
            [
                "H-3",
                "线下",
                "问题困难调研",
                DAY,
                "无此区",
                "甲有限公司",
                "",
                "",
            ],
            ["H-4", "线下", "问题困难调研", DAY, "张店区", "", "P-9", ""],
            [
                "H-5",
                "电话",
                "问题困难调研",
                DAY,
                "张店区",
                "甲有限公司",
                "",
                "",
            ],
            [
                "H-6",
                "线下",
                "问题困难调研",
                DAY,
                "张店区",
                "甲有限公司",
                "",
                "",
            ],
            [
                "H-6",
                "线下",
                "问题困难调研",
                DAY,
                "张店区",
                "乙有限公司",
                "",
                "",
            ],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 6]);
    assert_eq!(
        refused_cells(&app, &batch).await,
        [
            "G2 visits.nobody_visited",
            "D3 ledger.date_in_future",
            "E4 intake.unknown_reference",
            "I5 intake.unknown_reference",
            "B6 intake.not_a_choice",
            "A8 intake.twice_in_batch",
        ]
    );
}

#[tokio::test]
async fn what_was_learnt_changes_goes_back_and_what_is_recognised_stays() {
    let app = TestApp::new().await;
    let row = |mode, purpose, day, unit, company, needs| {
        visits(&[["H-1", mode, purpose, day, unit, company, "", needs]])
    };
    let survey = "问题困难调研";
    import(
        &app,
        &[row("线下", survey, DAY, "张店区", "甲有限公司", "招工")],
    )
    .await;
    for (sheet, cell) in [
        (row("线上", survey, DAY, "张店区", "甲有限公司", ""), "B2"),
        (
            row("线下", "惠企政策宣讲", DAY, "张店区", "甲有限公司", ""),
            "C2",
        ),
        (
            row("线下", survey, "2023-06-07", "张店区", "甲有限公司", ""),
            "D2",
        ),
        (row("线下", survey, DAY, "淄川区", "甲有限公司", ""), "E2"),
    ] {
        let batch = stage(&app, &[sheet]).await;
        let wanted = format!("{cell} visits.recognised_row_differs");
        assert_eq!(refused_cells(&app, &batch).await, [wanted]);
    }
    let change = row("线下", survey, DAY, "张店区", "乙有限公司", "增容用电");
    let batch = stage(&app, &[change]).await;
    assert_eq!(counts(&batch), [0, 1, 0, 0]);
    let batch = commit(&app, &batch).await;
    let found = app.as_bureau().get("/visits?q=乙有限公司").await.ok(200);
    assert_eq!(found["items"][0]["needs"], "增容用电");
    assert_eq!(undo(&app, &batch).await, [""; 0]);
    let found = app.as_bureau().get("/visits").await.ok(200);
    assert_eq!(found["items"][0]["needs"], "招工");
    assert_eq!(found["items"][0]["company"]["name"], "甲有限公司");
    assert_eq!(listed(&app, "/companies", "name").await, ["甲有限公司"]);
}

#[tokio::test]
async fn a_company_new_in_the_same_workbook_may_be_named_by_its_code_alone() {
    let app = TestApp::new().await;
    let companies = sheet(
        "企业",
        ["企业名称", "统一社会信用代码", "注册地区划代码"],
        &[["甲有限公司", "11370300004224423Q", "370303"]],
    );
    let headers = [
        "活动编号",
        "方式",
        "类型",
        "日期",
        "责任单位",
        "护商专员",
        "统一社会信用代码",
    ];
    let row = [
        "H-1",
        "线下",
        "问题困难调研",
        DAY,
        "张店区",
        "护商专员 012",
        "11370300004224423Q",
    ];
    import(&app, &[companies, sheet("护商活动", headers, &[row])]).await;
    let found = app.as_bureau().get("/visits").await.ok(200);
    assert_eq!(found["items"][0]["company"]["name"], "甲有限公司");
    assert_eq!(listed(&app, "/companies", "name").await, ["甲有限公司"]);
}

#[tokio::test]
async fn an_undo_leaves_what_was_changed_reversed_or_referred_to_since() {
    let app = TestApp::new().await;
    let rows = ["H-1", "H-2", "H-3", "H-4"].map(|code| {
        [
            code,
            "线下",
            "问题困难调研",
            DAY,
            "张店区",
            "甲有限公司",
            "",
            "招工",
        ]
    });
    let batch = import(&app, &[visits(&rows)]).await;
    let found = app.as_bureau().get("/visits").await.ok(200);
    let items = found["items"].as_array().unwrap().clone();
    let of = |code: &str| items.iter().find(|item| item["code"] == code).unwrap();
    let bureau = app.as_bureau();
    let path = format!("/visits/{}", id_of(of("H-1")));
    bureau.patch(&path, json!({ "needs": "" })).await.ok(200);
    let path = format!("/visits/{}/reversal", id_of(of("H-2")));
    bureau
        .post(&path, json!({ "reason": "未成行" }))
        .await
        .ok(200);
    let company = of("H-3")["company"]["id"].as_str().unwrap();
    let from = json!({ "visit_id": id_of(of("H-3")) });
    made(&app, "/problems", with(problem_in("W-1", company), from)).await;
    let mut kept = undo(&app, &batch).await;
    kept.sort();
    assert_eq!(
        kept,
        [
            "companies.referred_to",
            "visits.changed_since",
            "visits.corrected_since",
            "visits.referred_to",
        ]
    );
    assert_eq!(figure(&app, "care_events").await, 2);
}

#[tokio::test]
async fn some_thousand_visits_come_in_go_out_and_come_back_the_same() {
    let app = TestApp::new().await;
    let codes: Vec<String> = (0..1_500).map(|number| format!("H-{number:04}")).collect();
    let names: Vec<String> = (0..1_500)
        .map(|number| format!("{}号有限公司", number % 700))
        .collect();
    let rows: Vec<[&str; 8]> = codes
        .iter()
        .zip(&names)
        .map(|(code, name)| {
            [
                code,
                "线上",
                "惠企政策宣讲",
                DAY,
                "张店区",
                name,
                "",
                "招工",
            ]
        })
        .collect();
    let batch = import(&app, &[visits(&rows)]).await;
    assert_eq!(figure(&app, "care_events").await, 1_500);
    assert_eq!(export_counts(&app, "visits").await, [0, 0, 1_500, 0]);
    assert_eq!(undo(&app, &batch).await, [""; 0]);
    assert_eq!(figure(&app, "care_events").await, 0);
    let companies = app.as_bureau().get("/companies").await.ok(200);
    assert_eq!(companies["total"], 0);
}
