//! The columns of campaigns, their goals and policy documents.

use intake::{Choice, FieldSpec, FieldType};

/// The words are those of `GoalMeasure`.
const MEASURES: &[Choice] = &[
    Choice::new("value", "达到", "Value").synonyms(&["数值", "总量"]),
    Choice::new("yoy", "同比增长", "Growth since last year").synonyms(&["同比", "增长"]),
];

/// The words are those of `DocumentNature`.
const NATURES: &[Choice] = &[
    Choice::new("mechanism", "机制性", "Mechanism").synonyms(&["机制"]),
    Choice::new("policy", "政策性", "Policy").synonyms(&["政策"]),
];

/// The words are those of `DocumentTheme`.
const THEMES: &[Choice] = &[
    Choice::new("cultivation", "产业引育", "Cultivation"),
    Choice::new("management", "项目管理", "Project management"),
    Choice::new("landing", "落地服务", "Services to landing projects"),
];

pub(super) const CAMPAIGN_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "行动编号", "Campaign code", FieldType::Code)
        .required()
        .synonyms(&["专项行动编号"]),
    FieldSpec::new("name", "行动名称", "Campaign", FieldType::Text)
        .required()
        .synonyms(&["专项行动名称"]),
    FieldSpec::new("from", "开始月份", "First month", FieldType::Month)
        .required()
        .synonyms(&["起始月份"]),
    FieldSpec::new("until", "结束月份", "Last month", FieldType::Month)
        .required()
        .synonyms(&["终止月份"]),
    FieldSpec::new("basis", "依据文件", "Basis", FieldType::Text)
        .synonyms(&["依据文号"])
        .note("文号。", "The document's number."),
];

pub(super) const GOAL_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("campaign", "行动编号", "Campaign code", FieldType::Code)
        .required()
        .synonyms(&["专项行动编号", "专项行动"]),
    FieldSpec::new("indicator", "指标", "Indicator", FieldType::Text)
        .required()
        .synonyms(&["指标名称", "目标指标"])
        .note("指标名称或代码。", "Name or code of the indicator."),
    FieldSpec::new("measure", "口径", "Measure", FieldType::Choice(MEASURES))
        .required()
        .synonyms(&["目标口径"]),
    FieldSpec::new("value", "目标值", "Goal", FieldType::Raw)
        .required()
        .note(
            "同比增长和比率填百分数；资金以亿元计，除非表头或单元格另有说明；其余填整数。",
            "Percent for growth and rates; money in CNY 100m unless header or cell say otherwise; else a whole number.",
        ),
    FieldSpec::new("until", "截至月份", "Until", FieldType::Month)
        .required()
        .synonyms(&["完成月份", "截止月份"]),
];

pub(super) const DOCUMENT_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("number", "文号", "Number", FieldType::Text)
        .required()
        .synonyms(&["发文字号", "文件编号"]),
    FieldSpec::new("name", "文件名称", "Document", FieldType::Text)
        .required()
        .synonyms(&["文件标题"]),
    FieldSpec::new("nature", "性质", "Nature", FieldType::Choice(NATURES))
        .required()
        .synonyms(&["文件性质"]),
    FieldSpec::new("theme", "领域", "Theme", FieldType::Choice(THEMES))
        .required()
        .synonyms(&["文件领域"]),
    FieldSpec::new("issuer", "印发单位", "Issuer", FieldType::Text)
        .required()
        .synonyms(&["发文单位", "印发机关"])
        .note(
            "填报单位计入该单位；其他机关计入全市（假定）。",
            "A reporting unit is credited; for other offices the city is (assumed).",
        ),
    FieldSpec::new("issued_on", "印发日期", "Issued on", FieldType::Date)
        .required()
        .synonyms(&["发文日期"]),
    super::CAMPAIGN,
];
