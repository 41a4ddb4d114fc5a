//! Handing workbooks in.

use crate::books::{THREE, book, item_sheet, items, plain};
use crate::city::{TestApp, bureau, office_of};
use intake::{Counts, State, ops};
use serde_json::{Value, json};

async fn upload(app: &TestApp, name: &str, bytes: Vec<u8>) -> Value {
    let path = format!("/imports?file_name={name}");
    app.as_bureau().upload(&path, bytes).await.ok(201)
}

pub(crate) async fn stage(app: &TestApp, name: &str, bytes: Vec<u8>) -> intake::Batch {
    let upload = ops::Upload {
        file_name: name.to_owned(),
        bytes,
        kind: None,
    };
    ops::stage(&app.app, &bureau(), upload)
        .await
        .expect("a report")
}

#[tokio::test]
async fn a_workbook_as_it_is_becomes_a_report() {
    let app = TestApp::new().await;
    let batch = upload(&app, "june.xlsx", items(THREE)).await;
    assert_eq!(batch["state"], "preview");
    assert_eq!(
        batch["counts"],
        json!({ "new": 3, "changed": 0, "same": 0, "refused": 0 })
    );
    assert_eq!(batch["month"], Value::Null);
    assert_eq!(batch["undo"]["possible"], false);
    let sheet = &batch["sheets"][0];
    assert_eq!(sheet["kind"], "items");
    assert_eq!(sheet["title"], "张店区物项台账");
    assert_eq!(sheet["money_unit"], "万元");
    assert_eq!(sheet["missing"], json!([]));
    let fields: Vec<&Value> = sheet["columns"]
        .as_array()
        .expect("columns")
        .iter()
        .map(|column| &column["field"])
        .collect();
    assert_eq!(
        fields,
        [
            &Value::Null,
            &json!("code"),
            &json!("name"),
            &json!("unit"),
            &json!("amount"),
            &Value::Null
        ]
    );
    let reasons: Vec<&Value> = sheet["dropped"]
        .as_array()
        .expect("dropped rows")
        .iter()
        .map(|row| &row["reason"])
        .collect();
    assert_eq!(reasons, ["total", "footnote"]);
    assert_eq!(
        crate::items::there(&app).await.0.len(),
        0,
        "nothing is written"
    );
}

#[tokio::test]
async fn every_refused_row_names_its_sheet_its_cell_and_all_its_reasons() {
    let app = TestApp::new().await;
    let batch = stage(
        &app,
        "june.xlsx",
        items(&[
            ("W1", "甲", "张店区", "1200"),
            ("", "乙", "张店区", "十二"),
            ("W3", "丙", "无此区", "-5"),
            ("W1", "丁", "张店区", "7"),
        ]),
    )
    .await;
    assert_eq!(
        batch.counts,
        Counts {
            new: 1,
            refused: 3,
            ..Counts::default()
        }
    );
    let path = format!("/imports/{}/rows?status=refused", batch.id);
    let page = app.as_bureau().get(&path).await.ok(200);
    let rows = page["items"].as_array().expect("rows");
    let problems: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            row["problems"]
                .as_array()
                .expect("problems")
                .iter()
                .map(|p| format!("{} {} {}", p["cell"], p["field"], p["code"]).replace('"', ""))
                .collect()
        })
        .collect();
    let first = rows[0]["row"].as_i64().expect("a row number");
    assert_eq!(
        problems,
        [
            vec![
                format!("B{first} code cell.empty"),
                format!("E{first} amount cell.not_understood")
            ],
            vec![
                format!("D{} unit intake.unknown_reference", first + 1),
                format!("E{} amount items.negative", first + 1)
            ],
            vec![format!("B{} code intake.twice_in_batch", first + 2)],
        ]
    );
    assert_eq!(rows[0]["sheet"], "台账");
    assert_eq!(
        rows[2]["problems"][0]["params"],
        json!({ "sheet": "台账", "row": first - 1 })
    );
    assert_eq!(rows[0]["cells"][0], json!({ "column": "A", "text": "2" }));
}

#[tokio::test]
async fn sameness_is_decided_by_the_key_and_not_by_the_file() {
    let app = TestApp::new().await;
    let first = stage(&app, "june.xlsx", items(THREE)).await;
    ops::commit(&app.app, &bureau(), first.id)
        .await
        .expect("written");
    let mut reordered = THREE.to_vec();
    reordered.reverse();
    let again = stage(&app, "renamed.xlsx", items(&reordered)).await;
    assert_eq!((again.counts.same, again.counts.all()), (3, 3));
    for half in [&THREE[..1], &THREE[1..]] {
        let part = stage(&app, "june.xlsx", items(half)).await;
        assert_eq!(part.counts.same, part.counts.all());
    }
    let mut changed = THREE.to_vec();
    changed[0].3 = "1300";
    let changed = stage(&app, "june.xlsx", items(&changed)).await;
    assert_eq!((changed.counts.changed, changed.counts.same), (1, 2));
    let path = format!("/imports/{}/rows?status=changed", changed.id);
    let page = app.as_bureau().get(&path).await.ok(200);
    assert_eq!(
        page["items"][0]["changes"],
        json!([{ "field": "amount", "from": "1200", "to": "1300" }])
    );
}

#[tokio::test]
async fn sheets_of_several_kinds_are_recognised_wherever_they_stand() {
    let app = TestApp::new().await;
    let parts = plain(
        "甲",
        &["部件编号", "物项编号"],
        &[&["B1", "W1"], &["B2", "W9"]],
    );
    let contacts = plain(
        "通讯录",
        &["姓名", "电话"],
        &[&["联系人 001", "1"], &["联系人 002", "2"]],
    );
    let mut hidden = item_sheet("旧表", &[("W7", "庚", "", "1"), ("W8", "辛", "", "2")]);
    hidden.hidden = true;
    let batch = upload(
        &app,
        "x.xlsx",
        book(&[contacts, parts, item_sheet("乙", THREE), hidden]),
    )
    .await;
    let kinds: Vec<&Value> = batch["sheets"]
        .as_array()
        .expect("sheets")
        .iter()
        .map(|sheet| &sheet["kind"])
        .collect();
    assert_eq!(
        kinds,
        [&Value::Null, &json!("parts"), &json!("items"), &Value::Null]
    );
    // The part of W1 stands before W1's sheet, and is accepted; W9 is nowhere.
    assert_eq!(batch["sheets"][1]["counts"]["new"], 1);
    assert_eq!(batch["sheets"][1]["counts"]["refused"], 1);
    assert_eq!(batch["sheets"][3]["hidden"], true);
    assert_eq!(batch["counts"]["new"], 4);
}

#[tokio::test]
async fn a_missing_column_refuses_the_rows_and_is_named() {
    let app = TestApp::new().await;
    let sheet = plain(
        "台账",
        &["物项编号", "物项名称"],
        &[&["W1", "甲"], &["W2", "乙"]],
    );
    let batch = upload(&app, "x.xlsx", book(&[sheet])).await;
    assert_eq!(batch["sheets"][0]["missing"], json!(["amount"]));
    assert_eq!(batch["counts"]["refused"], 2);
}

#[tokio::test]
async fn what_is_no_workbook_is_refused_and_stays_in_the_history() {
    let app = TestApp::new().await;
    app.as_bureau()
        .upload("/imports?file_name=a.pdf", b"%PDF-1.7 and so on".to_vec())
        .await
        .refused(422, "sheets.other_kind");
    let list = app.as_bureau().get("/imports").await.ok(200);
    assert_eq!(list["items"][0]["state"], "failed");
    assert_eq!(list["items"][0]["failure"]["code"], "sheets.other_kind");
    app.as_bureau()
        .upload("/imports?file_name=a.xlsx&kind=nonsense", items(THREE))
        .await
        .refused_fields(&[("kind", "intake.unknown_kind")]);
}

#[tokio::test]
async fn a_district_imports_for_its_own_units_only() {
    let app = TestApp::new().await;
    let zhangdian = office_of(&app, "370303").await;
    let upload = |sheets: &[sheets::SheetOut]| ops::Upload {
        file_name: "x.xlsx".into(),
        bytes: book(sheets),
        kind: None,
    };
    let batch = ops::stage(&app.app, &zhangdian, upload(&[item_sheet("台账", THREE)]))
        .await
        .expect("a report");
    assert_eq!((batch.counts.new, batch.counts.refused), (2, 1));
    let page = kernel::PageQuery::default();
    let refused = Some(intake::Status::Refused);
    let rows = ops::list_rows(&app.app, &zhangdian, batch.id, None, refused, &page).await;
    let rows = rows.expect("rows");
    assert_eq!(rows.items[0].problems[0].code, "intake.foreign_unit");
    let plans = plain(
        "年度目标",
        &["年度", "单位", "指标", "目标值"],
        &[&["2023", "张店区", "新引进过亿元项目", "40"]],
    );
    let plans = ops::stage(&app.app, &zhangdian, upload(&[plans]))
        .await
        .expect("a report");
    assert_eq!(plans.counts.refused, 1, "targets are the city's");
    // Others see neither batch, the bureau sees both.
    let gaoqing = office_of(&app, "370322").await;
    let unseen = ops::find_batch(&app.app, &gaoqing, batch.id).await;
    assert_eq!(
        unseen.expect_err("not theirs").code(),
        Some("intake.not_found")
    );
    assert_eq!(
        ops::list_batches(&app.app, &gaoqing, &page)
            .await
            .expect("a page")
            .total,
        0
    );
    assert_eq!(
        ops::list_batches(&app.app, &bureau(), &page)
            .await
            .expect("a page")
            .total,
        2
    );
    assert_eq!(batch.state, State::Preview);
}

#[tokio::test]
async fn headers_of_two_rows_units_in_headers_and_chinese_dates_are_read() {
    let app = TestApp::new().await;
    let mut sheet = plain(
        "六月",
        &["物项编号", "物项名称", "计划金额（元）", "日期", "规模"],
        &[
            &["W1", "甲", "1,200.50", "2023年6月5日", "大项目"],
            &["W2", "乙", "0.3亿元", "2023.6.31", "小项目"],
            &["W3", "丙", "12,34", "45082", "中项目"],
        ],
    );
    sheet.columns[2].group = Some("投资情况".to_owned());
    sheet.columns[3].group = Some("投资情况".to_owned());
    sheet.title = Some("物项台账".to_owned());
    let batch = stage(&app, "x.xlsx", book(&[sheet])).await;
    let reports = ops::list_sheets(&app.app, batch.id).await.expect("sheets");
    assert_eq!(reports[0].columns[2].field.as_deref(), Some("amount"));
    assert_eq!(reports[0].columns[2].unit.as_deref(), Some("元"));
    assert_eq!((batch.counts.new, batch.counts.refused), (1, 2));
    let page = kernel::PageQuery::default();
    let refused = Some(intake::Status::Refused);
    let rows = ops::list_rows(&app.app, &bureau(), batch.id, None, refused, &page).await;
    let codes: Vec<Vec<String>> = rows
        .expect("rows")
        .items
        .iter()
        .map(|row| row.problems.iter().map(|p| p.code.clone()).collect())
        .collect();
    assert_eq!(
        codes,
        [
            vec!["cell.impossible"],
            vec!["cell.separators", "intake.not_a_choice"]
        ]
    );
    ops::commit(&app.app, &bureau(), batch.id)
        .await
        .expect("written");
    assert_eq!(crate::items::fen_of(&app, "W1").await, 120_050);
}

#[tokio::test]
async fn an_amount_whose_row_says_another_currency_is_refused() {
    let app = TestApp::new().await;
    let table = plain(
        "物项",
        &[
            "物项编号",
            "物项名称",
            "责任单位",
            "计划金额（万元）",
            "币种",
        ],
        &[
            &["W1", "甲", "张店区", "1200", "人民币"],
            &["W2", "乙", "张店区", "1200", "USD"],
            &["W3", "丙", "张店区", "1200", ""],
            &["W4", "丁", "张店区", "1200", "—"],
        ],
    );
    let batch = stage(&app, "june.xlsx", book(&[table])).await;
    assert_eq!((batch.counts.new, batch.counts.refused), (3, 1));
    let rows = app
        .as_bureau()
        .get(&format!("/imports/{}/rows?status=refused", batch.id))
        .await
        .ok(200);
    let problem = &rows["items"][0]["problems"][0];
    assert_eq!(problem["code"], "cell.foreign_currency");
    assert_eq!(problem["field"], "amount");
    assert_eq!(problem["params"]["found"], "1200 USD");
}
