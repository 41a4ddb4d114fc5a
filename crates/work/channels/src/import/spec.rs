//! The columns of sheets of platforms, their projects, opportunities and publications.

use intake::{Choice, FieldSpec, FieldType, KindSpec, Offers, Text};
use sheets::MoneyUnit;

/// The kind of sheets of platforms.
pub(super) const PLATFORMS: &str = "platforms";

/// The kind of sheets of projects that platforms brought.
pub(super) const PLATFORM_PROJECTS: &str = "platform_projects";

/// The kind of sheets of opportunities.
pub(super) const OPPORTUNITIES: &str = "opportunities";

/// The kind of sheets of publications.
pub(super) const PUBLICATIONS: &str = "publications";

/// The kinds that this crate imports.
pub(super) const KINDS: &[KindSpec] = &[
    KindSpec {
        kind: PLATFORMS,
        order: 25,
        name: text("招引平台", "Platforms"),
        hints: &["招引平台", "六个一", "平台台账"],
        key: &["code"],
        key_note: text(
            "按平台编号认定为同一平台；六项内容为假定。",
            "Platforms are the same by code; what the six components are is assumed.",
        ),
        city_only: false,
        fields: PLATFORM_FIELDS,
    },
    KindSpec {
        kind: PLATFORM_PROJECTS,
        order: 45,
        name: text("平台引进项目", "Projects of platforms"),
        hints: &["平台引进", "平台项目"],
        key: &["project"],
        key_note: text(
            "一个项目只归一个平台；登记之前认定的资金不计入平台。",
            "A project has one platform; funds recognised before are not counted as the platform's.",
        ),
        city_only: false,
        fields: PLATFORM_PROJECT_FIELDS,
    },
    KindSpec {
        kind: OPPORTUNITIES,
        order: 75,
        name: text("储备项目", "Opportunities"),
        hints: &["储备", "策划项目"],
        key: &["code"],
        key_note: text(
            "按储备编号认定为同一储备项目。",
            "Opportunities are the same by code.",
        ),
        city_only: false,
        fields: OPPORTUNITY_FIELDS,
    },
    KindSpec {
        kind: PUBLICATIONS,
        order: 76,
        name: text("发布记录", "Publications"),
        hints: &["发布"],
        key: &["opportunity", "channel", "published_on"],
        key_note: text(
            "同一储备项目在同一渠道、同一日期的发布只记一次。",
            "A publication of an opportunity is recorded once for a channel and a day.",
        ),
        city_only: false,
        fields: PUBLICATION_FIELDS,
    },
];

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// The words are those of `Category`.
const CATEGORIES: &[Choice] = &[
    Choice::new("four_strong", "四强产业", "Four strong industries").synonyms(&[
        "四强",
        "市“四强”",
        "“四强”产业",
        "市“四强”产业",
    ]),
    Choice::new("modern_services", "现代服务业", "Modern services").synonyms(&["服务业"]),
    Choice::new("modern_agriculture", "现代高效农业", "Modern agriculture")
        .synonyms(&["高效农业", "农业"]),
    Choice::new("new_economy", "新经济", "New economy"),
];

/// The words are those of `OutcomeKind`.
const OUTCOMES: &[Choice] = &[
    Choice::new("matched", "对接成功", "Matched").synonyms(&["已对接", "转化"]),
    Choice::new("withdrawn", "撤销", "Withdrawn").synonyms(&["撤回", "取消"]),
];

const fn component(field: &'static str, zh: &'static str, en: &'static str) -> FieldSpec {
    FieldSpec::new(field, zh, en, FieldType::Text)
        .note("六个一之一，假定。", "One of the six; assumed.")
}

/// The components are those of `COMPONENTS`, in their order.
const PLATFORM_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "平台编号", "Platform code", FieldType::Code)
        .required()
        .synonyms(&["平台代码"]),
    FieldSpec::new("name", "平台名称", "Platform", FieldType::Text).required(),
    FieldSpec::new("unit", "责任单位", "Unit", FieldType::Text)
        .required()
        .synonyms(&["牵头单位", "区县"])
        .offers(Offers::Units),
    FieldSpec::new("founded_on", "成立日期", "Founded on", FieldType::Date)
        .required()
        .synonyms(&["组建日期", "成立时间"]),
    component("direction", "一个产业方向", "One industrial direction"),
    component("task_force", "一个工作专班", "One task force"),
    component("fund", "一支产业基金", "One industrial fund"),
    component("park", "一个承载园区", "One park"),
    component("institute", "一个科研机构", "One research institute"),
    component("policies", "一套扶持政策", "One set of policies"),
    FieldSpec::new("closed_on", "撤销日期", "Closed on", FieldType::Date)
        .note("已撤销的平台填写。", "Where the platform was closed."),
];

const PLATFORM_PROJECT_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("platform", "平台编号", "Platform code", FieldType::Code)
        .required()
        .synonyms(&["平台代码"]),
    FieldSpec::new("project", "项目编号", "Project code", FieldType::Code)
        .required()
        .synonyms(&["项目代码"]),
    FieldSpec::new("brought_on", "引进日期", "Brought on", FieldType::Date)
        .required()
        .synonyms(&["引进时间"]),
];

const OPPORTUNITY_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "储备编号", "Opportunity code", FieldType::Code)
        .required()
        .synonyms(&["储备项目编号"]),
    FieldSpec::new("name", "项目名称", "Opportunity", FieldType::Text)
        .required()
        .synonyms(&["储备项目名称", "名称"]),
    FieldSpec::new(
        "category",
        "类别",
        "Category",
        FieldType::Choice(CATEGORIES),
    )
    .required()
    .synonyms(&["项目类别", "产业类别"]),
    FieldSpec::new("unit", "责任单位", "Unit", FieldType::Text)
        .required()
        .synonyms(&["策划单位", "区县"])
        .offers(Offers::Units),
    FieldSpec::new("chain", "产业链", "Industrial chain", FieldType::Text),
    FieldSpec::new(
        "investment",
        "拟投资额",
        "Investment",
        FieldType::Money(MoneyUnit::TenThousandYuan),
    )
    .synonyms(&["拟总投资", "估算投资"]),
    FieldSpec::new("reserved_on", "策划日期", "Planned on", FieldType::Date)
        .required()
        .synonyms(&["入库日期", "策划时间"]),
    FieldSpec::new("content", "项目内容", "Content", FieldType::Text)
        .synonyms(&["建设内容", "项目简介"]),
    FieldSpec::new("closed_on", "出库日期", "Closed on", FieldType::Date).note(
        "已出库的储备项目填写，与出库原因一并填写。",
        "Where it has left the stock; together with the outcome.",
    ),
    FieldSpec::new(
        "outcome",
        "出库原因",
        "Outcome",
        FieldType::Choice(OUTCOMES),
    ),
    FieldSpec::new(
        "project",
        "对接项目编号",
        "Matched project",
        FieldType::Code,
    )
    .note(
        "对接成功后成为的项目。",
        "The project that it became, where it was matched.",
    ),
];

const PUBLICATION_FIELDS: &[FieldSpec] = &[
    FieldSpec::new(
        "opportunity",
        "储备编号",
        "Opportunity code",
        FieldType::Code,
    )
    .required()
    .synonyms(&["储备项目编号"]),
    FieldSpec::new("channel", "发布渠道", "Channel", FieldType::Text)
        .required()
        .synonyms(&["发布平台"]),
    FieldSpec::new("published_on", "发布日期", "Published on", FieldType::Date)
        .required()
        .synonyms(&["发布时间"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{COMPONENTS, Category, OutcomeKind};

    #[test]
    fn every_choice_is_a_word_of_the_register() {
        let category = |choice: &Choice| Category::from_word(choice.word).is_some();
        assert!(CATEGORIES.iter().all(category));
        assert_eq!(CATEGORIES.len(), Category::ALL.len());
        let outcome = |choice: &Choice| OutcomeKind::from_word(choice.word).is_some();
        assert!(OUTCOMES.iter().all(outcome));
        assert_eq!(OUTCOMES.len(), OutcomeKind::ALL.len());
    }

    #[test]
    fn the_columns_of_the_six_are_those_of_the_model() {
        let columns = PLATFORM_FIELDS[4..10].iter();
        let columns: Vec<(&str, Text)> = columns.map(|field| (field.field, field.header)).collect();
        let six: Vec<(&str, Text)> = COMPONENTS
            .iter()
            .map(|spec| (spec.component, spec.name))
            .collect();
        assert_eq!(columns, six);
    }
}
