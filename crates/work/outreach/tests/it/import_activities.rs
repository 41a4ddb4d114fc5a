//! Activities in workbooks.

use crate::TestApp;
use crate::city::figure;
use crate::workbooks::{
    activities, campaigns, commit, counts, handed_in_again, import, refusals, sheet, stage, trip,
};
use serde_json::json;

/// A row of a trip with these cells set.
fn changed<'a>(code: &'a str, cells: &[(usize, &'a str)]) -> [&'a str; 11] {
    let mut row = trip(code);
    for &(at, text) in cells {
        row[at] = text;
    }
    row
}

#[tokio::test]
async fn a_workbook_of_activities_counts_and_comes_again_as_the_same() {
    let app = TestApp::new().await;
    let joint = changed(
        "A-2",
        &[
            (1, "联合招商对接"),
            (4, "2023-06-07"),
            (6, "市直；张店；370302"),
            (9, "XD-1"),
        ],
    );
    let inbound = changed(
        "A-3",
        &[(1, "来访考察"), (7, "无"), (8, "区委办"), (10, "新材料")],
    );
    import(
        &app,
        &[
            campaigns(&[&["XD-1", "春季攻势", "2023-02", "2023-06", ""]]),
            activities(&[&trip("A-1"), &joint, &inbound]),
        ],
    )
    .await;
    for indicator in [
        "county_leader_trips",
        "joint_matchmaking_events",
        "inbound_visits",
    ] {
        assert_eq!(figure(&app, indicator).await, 1, "{indicator}");
    }
    let found = app.as_bureau().get("/activities?q=A-2").await.ok(200);
    let joint = &found["items"][0];
    assert_eq!(joint["campaign"]["name"], "春季攻势");
    assert_eq!(joint["organisers"][2]["code"], "370302");
    assert_eq!(joint["places"][1]["name"], "上海市");
    assert_eq!(handed_in_again(&app, "activities").await, [0, 0, 3, 0]);
    let file = app
        .as_bureau()
        .get("/exports/activities.xlsx?kind=inbound&colour=red")
        .await;
    file.refused_fields(&[("colour", "intake.unknown_filter")]);
}

#[tokio::test]
async fn what_no_fact_carries_changes_and_the_rest_points_to_taking_back() {
    let app = TestApp::new().await;
    let whole = changed("A-1", &[(10, "新材料"), (8, "区委办"), (9, "XD-1")]);
    let spring = campaigns(&[&["XD-1", "春季攻势", "2023-02", "2023-06", ""]]);
    import(&app, &[spring, activities(&[&whole, &trip("A-2")])]).await;
    let renamed = changed("A-1", &[(2, "赴沪招商"), (5, "310000"), (4, "2023-06-06")]);
    let batch = stage(&app, &[activities(&[&renamed])]).await;
    assert_eq!(counts(&batch), [0, 1, 0, 0]);
    commit(&app, &batch).await;
    let found = app.as_bureau().get("/activities?q=A-1").await.ok(200);
    assert_eq!(found["items"][0]["name"], "赴沪招商");
    assert_eq!(found["items"][0]["chain"], "新材料");
    assert_eq!(found["items"][0]["campaign"]["code"], "XD-1");
    assert_eq!(found["items"][0]["places"].as_array().unwrap().len(), 1);
    let other = changed(
        "A-2",
        &[(1, "上门推介"), (3, "2023-06-06"), (6, "淄川区"), (7, "无")],
    );
    let batch = stage(&app, &[activities(&[&other])]).await;
    let code = "activities.recognised_row_differs";
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["B2", code, { "field": "kind", "recognised": "外出招商" }],
            ["D2", code, { "field": "begins_on", "recognised": "2023-06-05" }],
            ["G2", code, { "field": "organisers", "recognised": "张店区" }],
            ["H2", code, { "field": "leader", "recognised": "区县党政主要负责人" }],
        ])
    );
}

#[tokio::test]
async fn what_is_wrong_is_refused_with_its_cell() {
    let app = TestApp::new().await;
    let batch = stage(
        &app,
        &[activities(&[
            &changed("A-1", &[(5, "无此地"), (6, "张店区；张店")]),
            &changed("A-2", &[(9, "XD-9")]),
            &changed("A-3", &[(3, "2023-07-01")]),
            &changed("A-4", &[(1, "旅游")]),
            &trip("A-5"),
            &changed("A-5", &[(2, "另名")]),
            &trip("A-5"),
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 1, 5]);
    let refused = refusals(&app, &batch).await;
    let refused: Vec<_> = refused
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| json!([problem[0], problem[1]]))
        .collect();
    assert_eq!(
        json!(refused),
        json!([
            ["F2", "orgs.division_unknown"],
            ["G2", "activities.organiser_twice"],
            ["J3", "intake.unknown_reference"],
            ["D4", "ledger.date_in_future"],
            ["B5", "intake.not_a_choice"],
            ["A7", "intake.twice_in_batch"],
        ])
    );
}

#[tokio::test]
async fn an_activity_may_name_a_unit_of_the_same_batch() {
    let app = TestApp::new().await;
    let units = sheet(
        "单位",
        &["单位代码", "单位名称", "单位类型", "行政区划代码"],
        &[&["xincheng", "新城区", "功能区", "370303"]],
    );
    let held = changed("A-1", &[(6, "新城区；张店区")]);
    import(&app, &[units, activities(&[&held])]).await;
    let found = app
        .as_bureau()
        .get("/activities?unit=xincheng")
        .await
        .ok(200);
    assert_eq!(found["total"], 1);
}
