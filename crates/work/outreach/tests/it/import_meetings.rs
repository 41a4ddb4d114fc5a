//! Meetings in workbooks.

use crate::TestApp;
use crate::city::figure;
use crate::workbooks::{
    activities, counts, handed_in_again, import, meetings, milestones, projects, refusals, sheet,
    stage, trip,
};
use serde_json::json;

const CODE: &str = "11370300004224423Q";

#[tokio::test]
async fn a_batch_may_bring_everything_that_its_meetings_name() {
    let app = TestApp::new().await;
    let mut inbound = trip("A-2");
    inbound[1] = "来淄考察";
    let companies = sheet(
        "企业",
        &["企业名称", "统一社会信用代码", "注册地区划代码"],
        &[&["苏州丙有限公司", CODE, "320500"]],
    );
    import(
        &app,
        &[
            meetings(&[
                &[
                    "A-1",
                    "苏州甲有限公司",
                    "",
                    "320500",
                    "P-1",
                    "一把手",
                    "一把手",
                    "签约",
                ],
                &[
                    "A-1",
                    "苏州乙有限公司",
                    "",
                    "苏州市",
                    "",
                    "分管负责人",
                    "高管",
                    "意向",
                ],
                &["A-1", "", CODE, "", "", "其他", "其他", ""],
                &["A-1", "", "", "", "P-2", "其他", "其他", "无"],
                &[
                    "A-2",
                    "苏州乙有限公司",
                    "",
                    "320500",
                    "",
                    "其他",
                    "其他",
                    "无",
                ],
                &[
                    "A-2",
                    "苏州丙有限公司",
                    CODE,
                    "320500",
                    "",
                    "其他",
                    "其他",
                    "无",
                ],
            ]),
            activities(&[&trip("A-1"), &inbound]),
            companies,
            projects(&["P-1", "P-2"]),
            milestones(&[&["P-1", "签约", "2023-06-02"]]),
        ],
    )
    .await;
    for (indicator, value) in [
        ("matched_parties", 4),
        ("invited_companies", 2),
        ("county_trip_signed_projects", 1),
        ("county_trip_signed_amount", 15_000_000_000),
    ] {
        assert_eq!(figure(&app, indicator).await, value, "{indicator}");
    }
    let companies = app.as_bureau().get("/companies").await.ok(200);
    assert_eq!(companies["total"], 3);
    assert_eq!(handed_in_again(&app, "meetings").await, [0, 0, 6, 0]);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    import(
        &app,
        &[
            activities(&[&trip("A-1"), &trip("A-2")]),
            projects(&["P-1", "P-2"]),
            milestones(&[&["P-1", "签约", "2023-06-02"]]),
        ],
    )
    .await;
    let batch = stage(
        &app,
        &[meetings(&[
            &[
                "A-9",
                "苏州甲有限公司",
                "",
                "320500",
                "",
                "其他",
                "其他",
                "",
            ],
            &["A-1", "", "", "", "", "其他", "其他", ""],
            &["A-1", "苏州甲有限公司", "", "", "", "其他", "其他", ""],
            &["A-1", "", "", "", "P-9", "其他", "其他", ""],
            &[
                "A-1",
                "苏州甲有限公司",
                "1",
                "320500",
                "",
                "其他",
                "其他",
                "",
            ],
            &[
                "A-1",
                "苏州甲有限公司",
                "",
                "无此地",
                "",
                "其他",
                "其他",
                "",
            ],
            &[
                "A-1",
                "苏州甲有限公司",
                "",
                "320500",
                "",
                "其他",
                "其他",
                "签约",
            ],
            &["A-1", "", "", "", "P-2", "其他", "其他", "签约"],
            &["A-1", "", "", "", "P-1", "其他", "其他", "签约"],
            &["A-2", "", "", "", "P-1", "其他", "其他", "签约"],
            &["A-1", "", "", "", "P-1", "其他", "其他", "签约"],
            &["A-1", "", "", "", "P-1", "一把手", "其他", "签约"],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 1, 10]);
    let refused = refusals(&app, &batch).await;
    let brief: Vec<_> = refused
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| json!([problem[0], problem[1]]))
        .collect();
    assert_eq!(
        json!(brief),
        json!([
            ["A2", "intake.unknown_reference"],
            ["B3", "meetings.nobody_named"],
            ["D4", "field.empty"],
            ["E5", "intake.unknown_reference"],
            ["C6", "companies.uscc_length"],
            ["D7", "orgs.division_unknown"],
            ["E8", "meetings.signing_needs_project"],
            ["E9", "meetings.signing_not_recognised"],
            ["E11", "meetings.already_trip_signed"],
            ["A13", "intake.twice_in_batch"],
        ])
    );
    assert_eq!(
        refused[8][2],
        json!({ "project": "P-1", "activity": "A-1" })
    );
}

#[tokio::test]
async fn a_recognised_meeting_that_differs_points_to_taking_back() {
    let app = TestApp::new().await;
    let met = |ours, outcome| {
        meetings(&[&[
            "A-1",
            "苏州甲有限公司",
            "",
            "320500",
            "",
            ours,
            "高管",
            outcome,
        ]])
    };
    let sheets = [activities(&[&trip("A-1")]), met("一把手", "无")];
    import(&app, &sheets).await;
    let same = stage(&app, &[met("一把手", "")]).await;
    assert_eq!(counts(&same), [0, 0, 1, 0]);
    let code = "meetings.recognised_row_differs";
    let other = stage(&app, &[met("其他", "无")]).await;
    assert_eq!(
        refusals(&app, &other).await,
        json!([["F2", code, { "field": "our_level", "recognised": "一把手" }]])
    );
    let with_project = meetings(&[&[
        "A-1",
        "苏州甲有限公司",
        "",
        "320500",
        "P-1",
        "一把手",
        "高管",
        "无",
    ]]);
    let other = stage(&app, &[projects(&["P-1"]), with_project]).await;
    assert_eq!(
        refusals(&app, &other).await,
        json!([["E2", code, { "field": "project", "recognised": "—" }]])
    );
    let other = stage(&app, &[met("一把手", "意向")]).await;
    assert_eq!(
        refusals(&app, &other).await,
        json!([["H2", code, { "field": "outcome", "recognised": "无" }]])
    );
}
