//! Looking divisions up, and the names that people write.

use crate::TestApp;
use orgs::{NameRefusal, Region, divisions, other_province};

fn named(text: &str) -> &'static str {
    match divisions().by_name(text) {
        Ok(division) => &division.code,
        Err(refusal) => panic!("{text}: {refusal:?}"),
    }
}

#[test]
fn a_name_is_found_as_offices_write_it() {
    for (text, code) in [
        ("上海市", "310000"),
        ("上海", "310000"),
        ("江苏省苏州市", "320500"),
        ("江苏苏州", "320500"),
        ("江苏省苏州", "320500"),
        ("苏州", "320500"),
        ("淄博市张店区", "370303"),
        ("山东省淄博市张店区", "370303"),
        ("北京市东城区", "110101"),
        ("北京朝阳区", "110105"),
        ("重庆市城口县", "500229"),
        ("河南省济源市", "419001"),
        ("新疆维吾尔自治区", "650000"),
        ("新疆", "650000"),
        ("内蒙古", "150000"),
        ("广西", "450000"),
        ("长沙", "430100"),
        ("吉林", "220000"),
        ("香港", "810000"),
        ("台湾", "710000"),
        ("德国", "DE"),
        ("Germany", "DE"),
        ("阿联酋", "AE"),
        (" 370303 ", "370303"),
    ] {
        assert_eq!(named(text), code, "{text}");
    }
}

#[test]
fn a_name_that_several_bear_is_refused_with_their_full_names() {
    let Err(NameRefusal::Ambiguous(names)) = divisions().by_name("鼓楼区") else {
        panic!("several cities have a 鼓楼区");
    };
    assert!(
        names.contains(&"江苏省南京市鼓楼区".to_owned()),
        "{names:?}"
    );
    assert!(
        names.contains(&"福建省福州市鼓楼区".to_owned()),
        "{names:?}"
    );
    let Err(NameRefusal::Ambiguous(names)) = divisions().by_name("朝阳") else {
        panic!("a city in Liaoning, districts in Beijing and Changchun");
    };
    assert!(names.contains(&"辽宁省朝阳市".to_owned()), "{names:?}");
    assert!(names.contains(&"北京市朝阳区".to_owned()), "{names:?}");
    for text in ["亚特兰蒂斯", "", "市辖区", "江苏省淄博市", "淄博市朝阳区"] {
        assert_eq!(
            divisions().by_name(text),
            Err(NameRefusal::Unknown),
            "{text}"
        );
    }
}

#[test]
fn full_names_leave_out_what_no_address_has() {
    let full = |code: &str| divisions().by_code(code).unwrap().full_name.as_str();
    assert_eq!(full("110101"), "北京市东城区");
    assert_eq!(full("500229"), "重庆市城口县");
    assert_eq!(full("429004"), "湖北省仙桃市");
    assert_eq!(full("370303"), "山东省淄博市张店区");
}

#[test]
fn every_division_is_found_again_by_its_code_and_its_full_name() {
    for division in divisions().all() {
        assert_eq!(divisions().by_code(&division.code), Some(division));
        if let Some(parent) = &division.parent_code {
            assert!(divisions().by_code(parent).is_some(), "{}", division.code);
        }
        let is_placeholder = division.code.starts_with("50") && division.name == "县"
            || division.name == "市辖区"
            || division.name.contains("直辖县级");
        if !is_placeholder {
            assert_eq!(
                named(&division.full_name),
                division.code,
                "{}",
                division.full_name
            );
        }
    }
}

#[test]
fn only_another_mainland_province_is_another_province() {
    let division = |code: &str| divisions().by_code(code).unwrap();
    let home = division("370300");
    assert!(other_province(division("320500"), home));
    assert!(other_province(division("110101"), home));
    for own_or_foreign in ["370200", "370000", "810000", "820000", "710000", "DE"] {
        assert!(
            !other_province(division(own_or_foreign), home),
            "{own_or_foreign}"
        );
    }
    assert_eq!(division("710000").region, Region::Taiwan);
}

#[tokio::test]
async fn a_search_shows_larger_divisions_first() {
    let app = TestApp::new().await;
    let found = app
        .as_reader()
        .get("/divisions?q=%E6%B7%84%E5%8D%9A")
        .await
        .ok(200);
    assert_eq!(found["items"][0]["code"], "370300");
    assert_eq!(found["items"].as_array().unwrap().len(), 9);
    let found = app.as_reader().get("/divisions?q=germ").await.ok(200);
    assert_eq!(found["items"][0]["region"], "foreign");
    let found = app.as_reader().get("/divisions?q=%E5%8C%BA").await.ok(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn a_search_without_a_word_names_the_field() {
    let app = TestApp::new().await;
    app.as_reader()
        .get("/divisions")
        .await
        .refused_fields(&[("q", "field.missing")]);
    app.nobody()
        .get("/divisions?q=x")
        .await
        .refused(401, "session.required");
}

#[tokio::test]
async fn the_database_holds_the_same_table() {
    #[derive(db::FromQueryResult)]
    struct Row {
        code: String,
        full_name: String,
        region: String,
    }
    let app = TestApp::new().await;
    let sql = "SELECT code, full_name, region FROM divisions ORDER BY code";
    let rows: Vec<Row> = db::fetch_all(app.app.database.reader(), sql, [])
        .await
        .unwrap();
    assert_eq!(rows.len(), divisions().all().len());
    for row in rows {
        let division = divisions().by_code(&row.code).unwrap();
        assert_eq!(row.full_name, division.full_name);
        assert_eq!(row.region, division.region.word());
    }
}
