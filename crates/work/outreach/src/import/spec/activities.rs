//! The columns of activities and meetings.

use intake::{Choice, FieldSpec, FieldType};

/// The words are those of `ActivityKind`.
const ACTIVITY_KINDS: &[Choice] = &[
    Choice::new("outbound", "外出招商", "Outbound"),
    Choice::new("doorstep", "上门推介", "At a company's door").synonyms(&["上门招商"]),
    Choice::new("promotion", "推介会", "Promotion meeting"),
    Choice::new("inbound", "来淄考察", "Inbound visit").synonyms(&["来访考察"]),
    Choice::new("joint", "联合招商对接", "Joint matchmaking").synonyms(&["联合招商"]),
    Choice::new("witnessing", "见证签约", "Witnessed signing"),
    Choice::new("conference", "招商引资大会", "Conference"),
    Choice::new("mobilisation", "专题动员会", "Mobilisation meeting").synonyms(&["动员会"]),
    Choice::new("dispatching", "调度会", "Dispatching meeting"),
    Choice::new("progress", "项目推进会", "Progress meeting").synonyms(&["推进会"]),
    Choice::new("press", "新闻发布会", "Press conference"),
];

/// The words are those of `LeaderRank`.
const LEADERS: &[Choice] = &[
    Choice::new("city_first", "市党政主要领导", "City's first leader").synonyms(&["市主要领导"]),
    Choice::new("city_leader", "市级领导", "City leader"),
    Choice::new(
        "county_first",
        "区县党政主要负责人",
        "District's first leader",
    )
    .synonyms(&["区县主要负责人"]),
    Choice::new("county_leader", "区县领导", "District leader"),
    Choice::new("department", "部门负责人", "Head of department"),
    Choice::new("none", "无", "None"),
];

/// The words are those of `OurLevel`.
const OUR_LEVELS: &[Choice] = &[
    Choice::new("first", "一把手", "In charge").synonyms(&["主要负责人"]),
    Choice::new("deputy", "分管负责人", "Deputy").synonyms(&["分管领导"]),
    Choice::new("other", "其他", "Other"),
];

/// The words are those of `TheirLevel`.
const THEIR_LEVELS: &[Choice] = &[
    Choice::new("first", "一把手", "In charge").synonyms(&["主要负责人"]),
    Choice::new("executive", "高管", "Executive"),
    Choice::new("other", "其他", "Other"),
];

/// The words are those of `MeetingOutcome`.
const OUTCOMES: &[Choice] = &[
    Choice::new("none", "无", "None"),
    Choice::new("intended", "意向", "Intention").synonyms(&["达成意向"]),
    Choice::new("signed", "签约", "Signed"),
];

pub(super) const ACTIVITY_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "活动编号", "Activity code", FieldType::Code).required(),
    FieldSpec::new(
        "kind",
        "活动类型",
        "Kind",
        FieldType::Choice(ACTIVITY_KINDS),
    )
    .required()
    .synonyms(&["活动类别"]),
    FieldSpec::new("name", "活动名称", "Activity", FieldType::Text)
        .required()
        .synonyms(&["活动主题"]),
    FieldSpec::new("begins_on", "开始日期", "First day", FieldType::Date)
        .required()
        .synonyms(&["活动日期", "起始日期"]),
    FieldSpec::new("ends_on", "结束日期", "Last day", FieldType::Date),
    FieldSpec::new("places", "地点", "Places", FieldType::List)
        .required()
        .synonyms(&["活动地点", "目的地"])
        .note(
            "区划代码或全称，多个用；分开。",
            "Division codes or full names, parted by ；",
        ),
    FieldSpec::new("organisers", "主办单位", "Organisers", FieldType::List)
        .required()
        .synonyms(&["举办单位", "组织单位"])
        .note(
            "单位名称或代码，多个用；分开，第一个为牵头单位。",
            "Names or codes of units, parted by ；; the first leads.",
        ),
    FieldSpec::new(
        "leader",
        "带队领导层级",
        "Leader's rank",
        FieldType::Choice(LEADERS),
    )
    .required()
    .synonyms(&["带队领导", "带队层级"]),
    FieldSpec::new("convener", "召集人", "Convener", FieldType::Text)
        .note("填职务，不填姓名。", "An office, never a person."),
    super::CAMPAIGN,
    FieldSpec::new("chain", "产业链", "Industrial chain", FieldType::Text)
        .note("产业链编号或名称。", "Code or name of the chain."),
];

pub(super) const MEETING_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("activity", "活动编号", "Activity code", FieldType::Code).required(),
    FieldSpec::new("company", "企业名称", "Company", FieldType::Text).synonyms(&[
        "对接企业",
        "公司名称",
        "企业全称",
    ]),
    FieldSpec::new(
        "uscc",
        "统一社会信用代码",
        "Unified social credit code",
        FieldType::Code,
    )
    .synonyms(&["信用代码", "社会信用代码", "USCC"]),
    FieldSpec::new(
        "division",
        "注册地区划代码",
        "Registered division",
        FieldType::Code,
    )
    .synonyms(&["注册地", "注册地区划"])
    .note(
        "企业尚未登记时填写；已填信用代码且已登记的可空。",
        "Needed unless a company with this credit code is registered.",
    ),
    FieldSpec::new("project", "项目编号", "Project code", FieldType::Code)
        .synonyms(&["项目代码"])
        .note(
            "企业和项目至少填一项；同时填写时，项目为对接成果。",
            "A company or a project or both; with a company the project is what came out.",
        ),
    FieldSpec::new(
        "our_level",
        "我方层级",
        "Our level",
        FieldType::Choice(OUR_LEVELS),
    )
    .required(),
    FieldSpec::new(
        "their_level",
        "对方层级",
        "Their level",
        FieldType::Choice(THEIR_LEVELS),
    )
    .required(),
    FieldSpec::new("outcome", "结果", "Outcome", FieldType::Choice(OUTCOMES))
        .synonyms(&["对接结果", "对接成果"])
        .note(
            "空白为无；签约须先认定该项目的签约节点。",
            "None where blank; a signing needs the project's recognised signing.",
        ),
];
