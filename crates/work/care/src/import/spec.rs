//! The columns of sheets of the roster, of visits and of problems.

use intake::{Choice, FieldSpec, FieldType, KindSpec, Offers, Text};

/// The kind of sheets of the roster.
pub(super) const ROSTERS: &str = "rosters";

/// The kind of sheets of visits.
pub(super) const VISITS: &str = "visits";

/// The kind of sheets of problems.
pub(super) const PROBLEMS: &str = "problems";

/// The kinds that this crate imports.
pub(super) const KINDS: &[KindSpec] = &[
    KindSpec {
        kind: ROSTERS,
        order: 70,
        name: text("护商名单", "Escort roster"),
        hints: &["护商名单", "护商企业", "护商项目", "名单"],
        key: &["company", "project", "enrolled_on"],
        key_note: text(
            "按企业（或项目）认定为同一条；移出后再次入选的，按入选日期区分。",
            "Entries are the same by company or project; those enrolled again after a release are told apart by date.",
        ),
        city_only: false,
        fields: ROSTER_FIELDS,
    },
    KindSpec {
        kind: VISITS,
        order: 71,
        name: text("护商活动", "Escort visits"),
        hints: &["护商活动", "护商服务", "走访"],
        key: &["code"],
        key_note: text(
            "按活动编号认定为同一次活动。",
            "Visits are the same by code.",
        ),
        city_only: false,
        fields: VISIT_FIELDS,
    },
    KindSpec {
        kind: PROBLEMS,
        order: 72,
        name: text("企业问题", "Problems of companies"),
        hints: &["企业问题", "问题台账", "问题"],
        key: &["code"],
        key_note: text(
            "按问题编号认定为同一个问题。",
            "Problems are the same by code.",
        ),
        city_only: false,
        fields: PROBLEM_FIELDS,
    },
];

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

const MODES: &[Choice] = &[
    Choice::new("online", "线上", "Online"),
    Choice::new("offline", "线下", "On site"),
];

const PURPOSES: &[Choice] = &[
    Choice::new("survey", "问题困难调研", "Survey of problems").synonyms(&["调研", "问题调研"]),
    Choice::new("policy", "惠企政策宣讲", "Explaining policies").synonyms(&["政策宣讲"]),
    Choice::new("leads", "招商线索搜集", "Collecting leads").synonyms(&["线索搜集"]),
];

const CATEGORIES: &[Choice] = &[
    Choice::new("power_supply", "供电", "Power supply"),
    Choice::new("site_clearing", "地上附属物清除", "Clearing of the site"),
    Choice::new("power_line", "高压线迁移", "Moving of a power line"),
    Choice::new("heritage", "文物勘探", "Archaeological survey"),
    Choice::new("housing", "员工住宿", "Housing of staff"),
    Choice::new("other", "其他", "Other"),
];

const COMPANY: FieldSpec = FieldSpec::new("company", "企业名称", "Company", FieldType::Text)
    .synonyms(&["公司名称", "企业"])
    .note(
        "与注册地区划代码一起填写；已登记的可只填统一社会信用代码。",
        "Together with the registered division; a registered company may be named by its code alone.",
    );

const USCC: FieldSpec = FieldSpec::new(
    "uscc",
    "统一社会信用代码",
    "Unified social credit code",
    FieldType::Code,
)
.synonyms(&["信用代码", "社会信用代码", "USCC"]);

const DIVISION: FieldSpec = FieldSpec::new(
    "division",
    "注册地区划代码",
    "Registered division",
    FieldType::Code,
)
.synonyms(&["注册地", "注册地区划"]);

const PROJECT: FieldSpec =
    FieldSpec::new("project", "项目编号", "Project code", FieldType::Code).synonyms(&["项目代码"]);

const UNIT: FieldSpec = FieldSpec::new("unit", "责任单位", "Unit", FieldType::Text)
    .required()
    .synonyms(&["单位", "区县"])
    .offers(Offers::Units);

const OFFICER: FieldSpec = FieldSpec::new("officer", "护商专员", "Escort officer", FieldType::Text)
    .required()
    .note(
        "填岗位编号（如 护商专员 012），不填姓名。",
        "A role such as 护商专员 012, never a name.",
    );

const ROSTER_FIELDS: &[FieldSpec] = &[
    COMPANY,
    USCC,
    DIVISION,
    PROJECT,
    UNIT,
    FieldSpec::new("enrolled_on", "入选日期", "Enrolled on", FieldType::Date)
        .required()
        .synonyms(&["列入日期"]),
    FieldSpec::new("rule", "入选规则", "Rule", FieldType::Text)
        .required()
        .synonyms(&["入选条件"]),
    OFFICER,
    FieldSpec::new("released_on", "移出日期", "Released on", FieldType::Date),
];

const VISIT_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "活动编号", "Visit code", FieldType::Code)
        .required()
        .synonyms(&["护商活动编号"]),
    FieldSpec::new("mode", "方式", "Mode", FieldType::Choice(MODES))
        .required()
        .synonyms(&["活动方式"]),
    FieldSpec::new("purpose", "类型", "Purpose", FieldType::Choice(PURPOSES))
        .required()
        .synonyms(&["护商类型"]),
    FieldSpec::new("visited_on", "日期", "Date", FieldType::Date)
        .required()
        .synonyms(&["活动日期", "时间"]),
    UNIT,
    OFFICER,
    COMPANY,
    USCC,
    DIVISION,
    PROJECT,
    FieldSpec::new("progress", "了解到的进展", "Progress", FieldType::Text).synonyms(&["进展"]),
    FieldSpec::new("needs", "需求", "Needs", FieldType::Text).synonyms(&["企业需求"]),
];

const PROBLEM_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "问题编号", "Problem code", FieldType::Code).required(),
    FieldSpec::new(
        "category",
        "类别",
        "Category",
        FieldType::Choice(CATEGORIES),
    )
    .required()
    .synonyms(&["问题类别"]),
    UNIT,
    COMPANY,
    USCC,
    DIVISION,
    PROJECT,
    FieldSpec::new("raised_on", "提出日期", "Raised on", FieldType::Date)
        .required()
        .synonyms(&["反映日期"]),
    FieldSpec::new("description", "问题内容", "Problem", FieldType::Text)
        .required()
        .synonyms(&["问题描述"]),
    FieldSpec::new("visit", "来源活动编号", "From visit", FieldType::Code).synonyms(&["来源活动"]),
    FieldSpec::new("solved_on", "解决日期", "Solved on", FieldType::Date).synonyms(&["办结日期"]),
    FieldSpec::new("solution", "解决办法", "Solution", FieldType::Text)
        .synonyms(&["解决措施", "办理结果"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Category, Mode, Purpose};

    #[test]
    fn every_choice_is_a_word_of_the_records() {
        let words = |choices: &'static [Choice]| choices.iter().map(|choice| choice.word);
        assert!(words(MODES).eq(Mode::ALL.iter().map(|mode| mode.word())));
        assert!(words(PURPOSES).eq(Purpose::ALL.iter().map(|purpose| purpose.word())));
        let categories = Category::ALL.iter().map(|category| category.word());
        assert!(words(CATEGORIES).eq(categories));
    }
}
