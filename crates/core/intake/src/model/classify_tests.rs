//! What a table's headers are taken for.

use super::*;
use crate::kind::{FieldSpec, FieldType, Text};
use sheets::{MoneyUnit, read};

const NOTHING: Text = Text { zh: "", en: "" };

static FUNDS: KindSpec = KindSpec {
    kind: "funds",
    order: 5,
    name: Text {
        zh: "到位资金",
        en: "Funds",
    },
    hints: &["资金"],
    key: &["voucher"],
    key_note: NOTHING,
    city_only: false,
    fields: &[
        FieldSpec::new("voucher", "凭证号", "Voucher", FieldType::Code).required(),
        FieldSpec::new("project", "项目编号", "Project code", FieldType::Code)
            .required()
            .synonyms(&["项目代码"]),
        FieldSpec::new("arrived_on", "到账日期", "Arrived on", FieldType::Date)
            .required()
            .synonyms(&["到位日期", "到账时间"]),
        FieldSpec::new(
            "amount",
            "到账金额",
            "Amount",
            FieldType::Money(MoneyUnit::TenThousandYuan),
        )
        .required()
        .synonyms(&["到位金额", "金额"]),
        FieldSpec::new("payer", "付款方", "Payer", FieldType::Text),
    ],
};

static PROJECTS: KindSpec = KindSpec {
    kind: "projects",
    order: 3,
    name: Text {
        zh: "项目",
        en: "Projects",
    },
    hints: &[],
    key: &["code"],
    key_note: NOTHING,
    city_only: false,
    fields: &[
        FieldSpec::new("code", "项目编号", "Project code", FieldType::Code).required(),
        FieldSpec::new("name", "项目名称", "Project name", FieldType::Text).required(),
        FieldSpec::new("unit", "责任单位", "Unit", FieldType::Text).required(),
        FieldSpec::new("investors", "投资方", "Investors", FieldType::List).required(),
        FieldSpec::new(
            "investor_divisions",
            "投资方注册地",
            "Registered at",
            FieldType::List,
        ),
    ],
};

fn kinds() -> Vec<&'static KindSpec> {
    vec![&PROJECTS, &FUNDS]
}

/// The first table of a text file, and what it is: the kind and, for each field, the
/// header of its column.
fn seen(text: &str) -> (Option<&'static str>, Vec<Option<String>>) {
    let book = read("x.csv", text.as_bytes()).expect("a table");
    let table = &book.sheets[0].tables[0];
    match classify(&kinds(), "Sheet1", table) {
        None => (None, Vec::new()),
        Some((spec, columns)) => (
            Some(spec.kind),
            columns
                .iter()
                .map(|column| column.map(|at| table.columns[at].header.clone()))
                .collect(),
        ),
    }
}

#[test]
fn a_table_is_what_most_of_its_required_headers_say() {
    // It has the project's code and name too, and still is one of funds.
    let (kind, columns) = seen(
        "到位资金情况表\n单位：万元\n序号,凭证号,项目编号,项目名称,到账日期,到账金额,付款方\n1,A1,P1,甲,2023-06-05,\"1,200\",乙\n2,A2,P1,甲,2023-06-06,300,乙\n",
    );
    assert_eq!(kind, Some("funds"));
    assert_eq!(columns[0].as_deref(), Some("凭证号"));
    assert_eq!(columns[3].as_deref(), Some("到账金额"));
}

#[test]
fn headers_are_known_with_stars_units_spaces_and_by_synonyms() {
    let (kind, columns) = seen(
        "*凭 证 号,项目代码,到账时间（必填）,到位金额（元）,其他\nA1,P1,2023-06-05,1200,乙\nA2,P1,2023-06-06,300,乙\n",
    );
    assert_eq!(kind, Some("funds"));
    let found: Vec<bool> = columns.iter().map(Option::is_some).collect();
    assert_eq!(found, [true, true, true, true, false]);
}

#[test]
fn a_longer_header_counts_where_only_one_contains_the_name() {
    let (_, columns) = seen(
        "凭证号,项目编号,实际到账日期,本月到账金额\nA1,P1,2023-06-05,1200\nA2,P2,2023-06-05,7\n",
    );
    assert_eq!(columns[2].as_deref(), Some("实际到账日期"));
    assert_eq!(columns[3].as_deref(), Some("本月到账金额"));
    let (kind, columns) = seen(
        "凭证号,项目编号,到账日期,本月到账金额,累计到账金额\nA1,P1,2023-06-05,1200,1300\nA2,P1,2023-06-05,1,1301\n",
    );
    assert_eq!(kind, Some("funds"));
    assert_eq!(
        columns[3], None,
        "two columns could be meant: neither is guessed"
    );
}

#[test]
fn an_exact_header_is_not_taken_by_a_field_whose_name_it_contains() {
    let (kind, columns) = seen(
        "项目编号,项目名称,责任单位,投资方注册地,投资方名称\nP1,甲,张店区,310000,某公司\nP2,乙,张店区,310000,某公司\n",
    );
    assert_eq!(kind, Some("projects"));
    assert_eq!(columns[3].as_deref(), Some("投资方名称"));
    assert_eq!(columns[4].as_deref(), Some("投资方注册地"));
}

#[test]
fn a_table_of_something_else_is_nothing() {
    assert_eq!(
        seen("姓名,电话,职务\n联系人 001,1,科长\n联系人 002,2,科员\n").0,
        None
    );
    assert_eq!(
        seen("列名,是否必填,格式\n凭证号,必填,文字\n项目编号,必填,文字\n").0,
        None
    );
}
