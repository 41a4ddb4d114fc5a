//! Funds in workbooks.

use crate::TestApp;
use crate::city::figure;
use crate::workbooks::{counts, funds, import, projects, refusals, stage};
use serde_json::json;
use sheets::SheetOut;

const PROJECTS: &[(&str, &str, &str)] = &[("P-1", "张店区", "20000"), ("P-2", "淄川区", "20000")];

#[tokio::test]
async fn amounts_are_in_the_unit_of_the_sheet_and_count_by_share() {
    let app = TestApp::new().await;
    let sheet = funds(&[("PZ-1", "P-1", "2023-06-10", "1,000.55")]);
    import(&app, &[projects(PROJECTS), sheet]).await;
    // 60 % of 10,005,500.00 yuan.
    assert_eq!(figure(&app, "funds_arrived", "2023-06").await, 600_330_000);
}

#[tokio::test]
async fn guards_refuse_rows_as_they_refuse_forms() {
    let app = TestApp::new().await;
    import(
        &app,
        &[
            projects(PROJECTS),
            funds(&[("PZ-0", "P-2", "2023-06-10", "1")]),
        ],
    )
    .await;
    let batch = stage(
        &app,
        &[funds(&[
            ("PZ-1", "P-1", "2023-06-10", "15000"),
            ("PZ-2", "P-1", "2023-06-10", "5000.01"),
            ("PZ-3", "P-1", "2023-06-10", "-5"),
            ("PZ-4", "P-1", "2023-06-01", "5"),
            ("PZ-5", "P-1", "2023-07-01", "5"),
            ("PZ-0", "P-1", "2023-06-10", "5"),
            ("PZ-1", "P-1", "2023-06-11", "5"),
            ("PZ-6", "P-9", "2023-06-10", "5"),
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 7]);
    let first_use = json!({
        "voucher": "PZ-0", "project_code": "P-2", "project": "P-2新材料项目",
        "unit": "淄川区", "arrived_on": "2023-06-10",
    });
    let above = json!({
        "planned": "200000000.00", "arrived": "150000000.00",
        "amount": "50000100.00", "over": "100.00",
    });
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["D3", "funds.above_plan", above],
            ["D4", "funds.negative", { "amount": "-50000.00" }],
            ["C5", "funds.before_contract", { "signed_on": "2023-06-02" }],
            ["C6", "ledger.date_in_future", { "latest": "2023-06-30" }],
            ["A7", "funds.voucher_used", first_use],
            ["A8", "intake.twice_in_batch", { "sheet": "到位资金", "row": 2 }],
            ["B9", "intake.unknown_reference", { "found": "P-9" }],
        ])
    );
}

#[tokio::test]
async fn rows_reordered_or_split_are_the_same_and_changed_ones_point_to_correction() {
    let app = TestApp::new().await;
    let rows = [
        ("PZ-1", "P-1", "2023-06-10", "10"),
        ("PZ-2", "P-1", "2023-06-11", "20"),
    ];
    import(&app, &[projects(PROJECTS), funds(&rows)]).await;
    let other = SheetOut {
        name: "资金补充".to_owned(),
        ..funds(&[rows[0], rows[0]])
    };
    let reordered = stage(&app, &[funds(&[rows[1]]), other]).await;
    assert_eq!(counts(&reordered), [0, 0, 3, 0]);
    let changed = stage(&app, &[funds(&[("PZ-1", "P-1", "2023-06-10", "11")])]).await;
    assert_eq!(
        refusals(&app, &changed).await,
        json!([[
            "D2",
            "projects.recognised_row_differs",
            { "field": "amount", "recognised": "100000.00" },
        ]])
    );
}
