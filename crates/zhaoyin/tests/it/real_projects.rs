//! Published lists of real projects, where they are at hand, that were never made for an
//! investment register: what the importer makes of them, row by row. They are not ours to
//! ship: without them these tests say so and pass.

use crate::TestApp;
use crate::imports::{commit, counts, map, refused, upload};
use documents::Language;
use serde_json::{Value, json};
use sheets::{CellOut, ColumnKind, ColumnOut, SheetOut, Table};
use std::collections::BTreeMap;
use std::path::Path;
use zhaoyin::words::words_in;

/// The research programme's projects of three years, with institution and budget in 万元.
const RESEARCH: &str = "nkrdp-projects/nkrdp_projects_2018-2020.csv";

/// Listed companies with the cities in which they are registered.
const LISTED: &str = "listed-companies/cn_corp202012.csv";

/// Projects of official finance all over the world, in English and many currencies.
const FINANCE: &str = "aiddata-projects/GlobalChineseOfficialFinanceDataset_v1.0.xlsx";

/// A file of `../shared/data`, if it is here.
fn shared(name: &str) -> Option<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = std::fs::read(folder.join("../../../shared/data").join(name)).ok();
    if found.is_none() {
        println!("skipped: ../shared/data/{name} is missing");
    }
    found
}

/// The reasons of refused rows: how many rows have which, as `field code`. Each row has one,
/// and each is a sentence in both languages.
async fn reasons(app: &TestApp, batch: &Value) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for row in refused(app, batch).await {
        let problems = row["problems"].as_array().unwrap();
        assert!(!problems.is_empty(), "{row}");
        for problem in problems {
            let code = problem["code"].as_str().unwrap();
            for language in [Language::Zh, Language::En] {
                let params = problem["params"].as_object().unwrap();
                let said = words_in(language).sentence(code, params);
                assert!(!said.starts_with(code) && !said.contains('{'), "{said}");
            }
            let field = problem["field"].as_str().unwrap_or("row");
            *found.entry(format!("{field} {code}")).or_insert(0) += 1;
        }
    }
    found
}

/// Says and answers what became of a list: new, changed, same, refused, and why refused.
async fn outcome(app: &TestApp, what: &str, batch: &Value) -> Value {
    let (counts, reasons) = (counts(batch), reasons(app, batch).await);
    let [new, changed, same, refused] = counts;
    println!("{what}: {new} new, {changed} changed, {same} same, {refused} refused: {reasons:#?}");
    json!([counts, reasons])
}

/// Takes a preview back: a dry run leaves nothing.
async fn discard(app: &TestApp, batch: &Value) {
    let path = format!("/imports/{}", batch["id"].as_str().unwrap());
    app.as_bureau().delete(&path).await.ok(204);
}

async fn total(app: &TestApp, records: &str) -> Value {
    let path = format!("/{records}?limit=1");
    app.as_bureau().get(&path).await.ok(200)["total"].clone()
}

#[tokio::test]
async fn research_projects_name_neither_a_place_nor_a_unit_of_the_city() {
    let app = TestApp::new().await;
    let Some(bytes) = shared(RESEARCH) else {
        return;
    };
    let batch = upload(&app, "file_name=nkrdp.csv&kind=projects", bytes.clone()).await;
    let fields = [
        ("NO", "code"),
        ("title", "name"),
        ("institution", "investors"),
        ("funds", "planned_investment"),
    ];
    let batch = map(&app, &batch, "projects", &fields).await;
    let expected = json!([[0, 0, 0, 2607], {
        "code cell.empty": 28,
        "unit intake.column_missing": 2607,
        "place intake.column_missing": 2607,
        "investor_divisions intake.column_missing": 2607,
        "planned_investment cell.empty": 1290,
        "planned_investment cell.not_understood": 4,
    }]);
    assert_eq!(outcome(&app, "NKRDP as projects", &batch).await, expected);
    discard(&app, &batch).await;

    // Without an investor it might be an opportunity; but it is none of the city's.
    let batch = upload(&app, "file_name=nkrdp.csv&kind=opportunities", bytes).await;
    let fields = [
        ("NO", "code"),
        ("title", "name"),
        ("type", "category"),
        ("institution", "unit"),
        ("funds", "investment"),
        ("date", "reserved_on"),
    ];
    let batch = map(&app, &batch, "opportunities", &fields).await;
    let expected = json!([[0, 0, 0, 2607], {
        "code cell.empty": 28,
        "category intake.not_a_choice": 2607,
        "investment cell.not_understood": 4,
    }]);
    let found = outcome(&app, "NKRDP as opportunities", &batch).await;
    assert_eq!(found, expected);
    discard(&app, &batch).await;
    assert_eq!(total(&app, "projects").await, 0);
}

/// The table of a list, and the places of these columns in it.
fn table<const N: usize>(name: &str, bytes: &[u8], headers: [&str; N]) -> (Table, [usize; N]) {
    let table = sheets::read(name, bytes).unwrap().sheets.remove(0);
    let table = table.tables.into_iter().next().unwrap();
    let at = headers.map(|header| {
        let columns = &mut table.columns.iter();
        columns.position(|column| column.header == header).unwrap()
    });
    (table, at)
}

/// The research projects as an office would hand them in that has taken them all: it says of
/// itself which unit it is and where it lies, and takes the investors' cities from the list of
/// listed companies. Whatever neither list knows stays blank.
fn completed(research: &[u8], listed: &[u8]) -> Vec<u8> {
    let (companies, [name, city]) = table("listed.csv", listed, ["name", "city"]);
    let cities: BTreeMap<String, String> = companies
        .rows
        .iter()
        .map(|row| (row.cells[name].to_string(), row.cells[city].to_string()))
        .collect();
    let headers = ["NO", "title", "institution", "funds"];
    let (projects, known) = table("nkrdp.csv", research, headers);
    let rows = projects.rows.iter().map(|row| {
        let [code, title, institution, funds] = known.map(|at| row.cells[at].to_string());
        let city = cities.get(&institution).cloned().unwrap_or_default();
        let own = ["张店区", "370303"].map(str::to_owned);
        let cells = [code, title, institution, city, funds];
        cells.into_iter().chain(own).map(CellOut::Text).collect()
    });
    let headers = [
        "项目编号",
        "项目名称",
        "投资方",
        "投资方注册地",
        "计划总投资（万元）",
        "责任单位",
        "所在地区划代码",
    ];
    let sheet = SheetOut {
        name: "项目".to_owned(),
        columns: headers
            .map(|header| ColumnOut::new(header, ColumnKind::Text))
            .to_vec(),
        rows: rows.collect(),
        ..SheetOut::default()
    };
    sheets::write(&[sheet]).unwrap()
}

#[tokio::test]
async fn research_projects_of_listed_companies_go_in_once_an_office_takes_them() {
    let app = TestApp::new().await;
    let (Some(research), Some(listed)) = (shared(RESEARCH), shared(LISTED)) else {
        return;
    };
    let workbook = completed(&research, &listed);
    let batch = upload(&app, "file_name=nkrdp.xlsx", workbook.clone()).await;
    assert_eq!(batch["sheets"][0]["kind"], "projects");
    let expected = json!([[65, 0, 0, 2542], {
        "code cell.empty": 28,
        "investor_divisions cell.empty": 2478,
        "planned_investment cell.empty": 1290,
        "planned_investment cell.not_understood": 4,
    }]);
    let found = outcome(&app, "NKRDP, completed", &batch).await;
    assert_eq!(found, expected);
    commit(&app, &batch).await;
    assert_eq!(total(&app, "projects").await, counts(&batch)[0]);
    let one = app
        .as_bureau()
        .get("/projects?q=2018YFD0700700")
        .await
        .ok(200);
    let one = &one["items"][0];
    assert_eq!(one["investor"], "星光农机股份有限公司");
    assert_eq!(one["planned_investment"], "10690000.00");
    assert_eq!(one["other_province"], true);

    let again = upload(&app, "file_name=nkrdp.xlsx", workbook).await;
    let [new, changed, same, refused] = counts(&batch);
    assert_eq!(counts(&again), [0, 0, new + changed + same, refused]);
}

#[tokio::test]
async fn each_refusal_of_the_worlds_official_finance_is_explained() {
    let app = TestApp::new().await;
    let Some(bytes) = shared(FINANCE) else {
        return;
    };
    let batch = upload(&app, "file_name=aiddata.xlsx&kind=projects", bytes).await;
    let fields = [
        ("project_id", "code"),
        ("title", "name"),
        ("implementing_agency", "unit"),
        ("recipient_condensed", "place"),
        ("funding_agency", "investors"),
        ("donor", "investor_divisions"),
        ("amount", "planned_investment"),
        ("start_actual", "signed_on"),
    ];
    let batch = map(&app, &batch, "projects", &fields).await;
    let expected = json!([[0, 0, 0, 5466], {
        "name field.too_long": 5,
        "unit cell.empty": 4057,
        "unit orgs.unit_unknown": 148,
        "place orgs.division_unknown": 15,
        "place projects.place_outside_city": 133,
        "investor_divisions orgs.division_unknown": 148,
        "planned_investment cell.empty": 1951,
        "planned_investment cell.foreign_currency": 2681,
    }]);
    assert_eq!(outcome(&app, "AidData as projects", &batch).await, expected);
    discard(&app, &batch).await;
    assert_eq!(total(&app, "projects").await, 0);
    assert_eq!(total(&app, "companies").await, 0);
}
