//! The columns of a sheet of target companies.

use super::{COMPANY, DIVISION, USCC};
use intake::{Choice, FieldSpec, FieldType, KindSpec, Offers, Text};

pub(super) const KIND: KindSpec = KindSpec {
    kind: super::TARGETS,
    order: 14,
    name: Text {
        zh: "目标企业",
        en: "Target companies",
    },
    hints: &["目标企业", "招引目标"],
    key: &["company"],
    key_note: Text {
        zh: "同一企业同时只在清单上一次；移出后可以重新列入，另起一行，按确定日期区分。",
        en: "A company stands on the list once; given up, it may come back as another row, told apart by the day it was chosen.",
    },
    city_only: true,
    fields: FIELDS,
};

const FIELDS: &[FieldSpec] = &[
    COMPANY,
    USCC,
    DIVISION,
    FieldSpec::new("batch", "批次", "Batch", FieldType::Text)
        .required()
        .synonyms(&["清单批次"]),
    FieldSpec::new("chain", "产业链", "Chain", FieldType::Text)
        .required()
        .synonyms(&["所属产业链"])
        .note("编号或名称。", "Code or name."),
    FieldSpec::new("node", "环节", "Node", FieldType::Text).synonyms(&["产业链环节"]),
    FieldSpec::new("unit", "责任单位", "Unit", FieldType::Text)
        .required()
        .synonyms(&["招引单位"])
        .offers(Offers::Units)
        .note("单位名称或代码。", "Name or code of the unit."),
    FieldSpec::new(
        "recommended_by",
        "推荐来源",
        "Recommended by",
        FieldType::Choice(RECOMMENDERS),
    )
    .required(),
    FieldSpec::new("targeted_on", "确定日期", "Chosen on", FieldType::Date)
        .required()
        .synonyms(&["列入日期"]),
    FieldSpec::new("untargeted_on", "移出日期", "Given up on", FieldType::Date),
];

const RECOMMENDERS: &[Choice] = &[
    Choice::new("agency", "专业机构", "Agency"),
    Choice::new("local_company", "本地骨干企业", "Local company").synonyms(&["骨干企业"]),
    Choice::new("department", "产业主管部门", "Department").synonyms(&["主管部门"]),
];
