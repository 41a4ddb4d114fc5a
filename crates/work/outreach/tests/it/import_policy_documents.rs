//! Policy documents in workbooks.

use crate::TestApp;
use crate::city::{figure, figure_of};
use crate::workbooks::{
    campaigns, commit, counts, documents, handed_in_again, import, refusals, stage,
};
use serde_json::json;

fn two() -> sheets::SheetOut {
    documents(&[
        &[
            "淄办发〔2023〕1号",
            "激励办法",
            "机制性",
            "产业引育",
            "市委办公室",
            "2023-06-05",
            "XD-1",
        ],
        &[
            "张政办字（2023）2号",
            "服务规程",
            "政策性",
            "落地服务",
            "张店区",
            "2023-06-06",
            "",
        ],
    ])
}

#[tokio::test]
async fn documents_count_and_come_again_as_the_same() {
    let app = TestApp::new().await;
    let spring = campaigns(&[&["XD-1", "春季攻势", "2023-02", "2023-06", ""]]);
    import(&app, &[two(), spring]).await;
    assert_eq!(figure(&app, "campaign_policy_documents").await, 2);
    let district = figure_of(&app, "campaign_policy_documents", "370303", "2023-06").await;
    assert_eq!(district, 1);
    assert_eq!(
        handed_in_again(&app, "policy_documents").await,
        [0, 0, 2, 0]
    );
    let renamed = documents(&[&[
        "淄办发[2023]1号",
        "激励办法（修订）",
        "机制性",
        "产业引育",
        "市委办",
        "2023-06-05",
        "",
    ]]);
    let batch = stage(&app, &[renamed]).await;
    assert_eq!(refusals(&app, &batch).await, json!([]));
    assert_eq!(counts(&batch), [0, 1, 0, 0]);
    commit(&app, &batch).await;
    let found = app
        .as_bureau()
        .get("/policy-documents?q=修订")
        .await
        .ok(200);
    assert_eq!(found["items"][0]["issuer"], "市委办");
    assert_eq!(found["items"][0]["campaign"]["code"], "XD-1");
}

#[tokio::test]
async fn what_is_wrong_is_refused_with_its_cell() {
    let app = TestApp::new().await;
    let spring = campaigns(&[&["XD-1", "春季攻势", "2023-02", "2023-06", ""]]);
    import(&app, &[two(), spring]).await;
    let batch = stage(
        &app,
        &[documents(&[
            &[
                "3号",
                "甲",
                "机制性",
                "产业引育",
                "市委办公室",
                "2023-06-05",
                "XD-9",
            ],
            &[
                "3号",
                "甲",
                "机制性",
                "产业引育",
                "市委办公室",
                "2023-07-05",
                "",
            ],
            &[
                "张政办字〔2023〕2号",
                "服务规程",
                "机制性",
                "落地服务",
                "淄川区",
                "2023-06-06",
                "",
            ],
            &[
                "4号",
                "甲",
                "机制性",
                "产业引育",
                "市委办公室",
                "2023-06-05",
                "",
            ],
            &[
                "4号",
                "乙",
                "机制性",
                "产业引育",
                "市委办公室",
                "2023-06-05",
                "",
            ],
        ])],
    )
    .await;
    assert_eq!(counts(&batch), [1, 0, 0, 4]);
    let code = "policy_documents.recognised_row_differs";
    assert_eq!(
        refusals(&app, &batch).await,
        json!([
            ["G2", "intake.unknown_reference", { "found": "XD-9" }],
            ["F3", "ledger.date_in_future", { "latest": "2023-06-30" }],
            ["C4", code, { "field": "nature", "recognised": "政策性" }],
            ["E4", code, { "field": "issuer", "recognised": "张店区" }],
            ["A6", "intake.twice_in_batch", { "sheet": "政策文件", "row": 5 }],
        ])
    );
}
