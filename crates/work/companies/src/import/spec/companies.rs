//! The columns of a sheet of companies.

use intake::{FieldSpec, FieldType, KindSpec, Text};

pub(super) const KIND: KindSpec = KindSpec {
    kind: super::COMPANIES,
    order: 10,
    name: Text {
        zh: "企业",
        en: "Companies",
    },
    hints: &["企业", "公司", "投资方"],
    key: &["uscc", "name", "division"],
    key_note: Text {
        zh: "有统一社会信用代码的按代码认定为同一企业；没有的按企业名称（不计空格、全半角、大小写）加注册地区划认定。",
        en: "Companies with a unified social credit code are the same by the code; others by name (spaces, width and case aside) and registered division.",
    },
    city_only: false,
    fields: FIELDS,
};

const FIELDS: &[FieldSpec] = &[
    FieldSpec::new("name", "企业名称", "Company", FieldType::Text)
        .required()
        .synonyms(&["公司名称", "单位名称", "企业全称", "名称"]),
    FieldSpec::new(
        "uscc",
        "统一社会信用代码",
        "Unified social credit code",
        FieldType::Code,
    )
    .synonyms(&["信用代码", "社会信用代码", "USCC"])
    .note(
        "18位，按GB 32100校验。",
        "18 characters, checked by GB 32100.",
    ),
    FieldSpec::new("aliases", "曾用名", "Former names", FieldType::List)
        .synonyms(&["别名", "简称"])
        .note("多个用；分开。", "Several are parted by ；"),
    FieldSpec::new(
        "division",
        "注册地区划代码",
        "Registered division",
        FieldType::Code,
    )
    .required()
    .synonyms(&["注册地", "注册地区划", "注册地址区划", "所属区划代码"])
    .note(
        "六位区划代码或全称；境外为两位国家代码或国名。",
        "Six-digit division code or full name; abroad the two-letter country code or name.",
    ),
    FieldSpec::new("group", "所属集团", "Group", FieldType::Text).synonyms(&[
        "集团",
        "所属企业集团",
        "集团名称",
    ]),
];
