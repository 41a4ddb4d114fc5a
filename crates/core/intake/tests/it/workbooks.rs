//! Workbooks out: templates, exports, and the one that goes back to its sender.

use crate::books::{THREE, items};
use crate::city::{TestApp, bureau};
use crate::create_import::stage;
use http_base::{Allowed, App};
use intake::{ReadImports, ops};
use kernel::Actor;
use std::collections::BTreeMap;
use std::sync::Arc;

fn reader() -> Allowed<ReadImports> {
    let actor = Actor::clone(&bureau());
    Allowed::check(Arc::new(actor)).expect("the permission is held")
}

async fn export(app: &App, kind: &str) -> Vec<u8> {
    ops::export(app, &reader(), kind, &BTreeMap::new())
        .await
        .expect("a workbook")
}

#[tokio::test]
async fn a_template_is_recognised_and_holds_no_rows() {
    let app = TestApp::new().await;
    for kind in ["units", "plans", "opening_totals", "items", "parts"] {
        let bytes = ops::template(&app.app, &reader(), kind)
            .await
            .expect("a template");
        let book = sheets::read("t.xlsx", &bytes).expect("a workbook");
        assert_eq!(book.sheets[1].name, "填写说明");
        let batch = stage(&app, "t.xlsx", bytes).await;
        assert_eq!(batch.counts.all(), 0, "{kind}: the sample is no row");
        let sheets = ops::list_sheets(&app.app, batch.id).await.expect("sheets");
        assert_eq!(sheets[0].kind.as_deref(), Some(kind));
        assert_eq!(sheets[0].missing, Vec::<String>::new());
        assert_eq!(sheets[1].kind, None, "the notes are no table of records");
    }
}

#[tokio::test]
async fn an_export_handed_in_again_is_all_the_same() {
    let app = TestApp::new().await;
    let batch = stage(&app, "x.xlsx", items(THREE)).await;
    ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect("written");
    let plans = crate::books::plain(
        "年度目标",
        &["年度", "单位", "指标", "目标值"],
        &[
            &["2023", "淄博市", "到位省外资金", "650"],
            &["2023", "淄博市", "新引进过亿元项目", "400"],
        ],
    );
    let plans = stage(&app, "p.xlsx", crate::books::book(&[plans])).await;
    ops::commit(&app.app, &bureau(), plans.id)
        .await
        .expect("written");
    let totals = crate::books::plain(
        "期初累计",
        &["单位", "指标", "截至月份", "累计值（万元）", "依据文号"],
        &[
            &["淄博市", "到位省外资金", "202212", "3,000,000.5", "甲1号"],
            &["淄博市", "新引进过亿元项目", "2022-12-31", "400", "甲1号"],
        ],
    );
    let totals = stage(&app, "t.xlsx", crate::books::book(&[totals])).await;
    ops::commit(&app.app, &bureau(), totals.id)
        .await
        .expect("written");
    for (kind, rows) in [
        ("items", 3),
        ("units", 13),
        ("plans", 2),
        ("opening_totals", 2),
    ] {
        let again = stage(&app, "again.xlsx", export(&app.app, kind).await).await;
        assert_eq!(
            (again.counts.same, again.counts.all()),
            (rows, rows),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn an_export_says_as_at_when_by_the_clock_of_the_pages() {
    let app = TestApp::new().await;
    let book = sheets::read("x.xlsx", &export(&app.app, "units").await).expect("a workbook");
    let preface = &book.sheets[0].tables[0].preface;
    assert!(
        preface.contains(&"数据截至：2023-07-03 10:00（北京时间）".to_owned()),
        "{preface:?}"
    );
}

#[tokio::test]
async fn an_unknown_filter_is_refused_and_an_unknown_kind_is_not_found() {
    let app = TestApp::new().await;
    app.as_bureau()
        .get("/exports/units.xlsx?colour=red")
        .await
        .refused_fields(&[("colour", "intake.unknown_filter")]);
    app.as_bureau()
        .get("/exports/nothing.xlsx")
        .await
        .refused(404, "intake.unknown_kind");
}

#[tokio::test]
async fn the_refused_rows_go_back_with_their_reasons_and_can_be_corrected_there() {
    let app = TestApp::new().await;
    let batch = stage(
        &app,
        "x.xlsx",
        items(&[
            ("W1", "甲", "张店区", "12"),
            ("W2", "乙", "无此区", "12"),
            ("W3", "丙", "张店区", "多"),
        ]),
    )
    .await;
    let bytes = ops::errors_workbook(&app.app, &reader(), batch.id)
        .await
        .expect("a workbook");
    let book = sheets::read("errors.xlsx", &bytes).expect("a workbook");
    let table = &book.sheets[0].tables[0];
    assert_eq!(
        table.columns.last().expect("columns").header,
        sheets::REASON_HEADER
    );
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| row.cells.last().expect("cells").to_string())
        .collect();
    assert_eq!(rows.len(), 2);
    assert!(
        rows[0].contains("责任单位") && rows[0].contains("无此区"),
        "{}",
        rows[0]
    );
    // Handed in as it is, the same rows are refused for the same reasons: the reasons'
    // column is nobody's field.
    let again = stage(&app, "errors.xlsx", bytes).await;
    assert_eq!((again.counts.refused, again.counts.all()), (2, 2));
}
