//! The columns of sheets of projects, milestones and funds.

use intake::{Choice, FieldSpec, FieldType, KindSpec, Offers, Text};
use sheets::MoneyUnit;

/// The kind of sheets of projects.
pub(super) const PROJECTS: &str = "projects";

/// The kind of sheets of milestones.
pub(super) const MILESTONES: &str = "milestones";

/// The kind of sheets of funds.
pub(super) const FUNDS: &str = "funds";

/// The kinds that this crate imports.
pub(super) const KINDS: &[KindSpec] = &[
    KindSpec {
        kind: PROJECTS,
        order: 30,
        name: text("项目", "Projects"),
        hints: &["项目", "签约项目", "在库项目"],
        key: &["code"],
        key_note: text(
            "按项目编号认定为同一项目；合同编号全市不得重复。",
            "Projects are the same by code; a contract's number is unique in the city.",
        ),
        city_only: false,
        fields: PROJECT_FIELDS,
    },
    KindSpec {
        kind: MILESTONES,
        order: 40,
        name: text("节点", "Milestones"),
        hints: &["节点", "进展", "里程碑"],
        key: &["project", "milestone", "occurred_on"],
        key_note: text(
            "同一项目的同一节点只认定一次；列入、移出、暂缓、恢复另按日期区分。",
            "A milestone of a project is recognised once; entries and exits of lists and pauses are told apart by date.",
        ),
        city_only: false,
        fields: MILESTONE_FIELDS,
    },
    KindSpec {
        kind: FUNDS,
        order: 50,
        name: text("到位资金", "Arrived funds"),
        hints: &["到位资金", "资金", "到账"],
        key: &["voucher"],
        key_note: text(
            "按凭证号认定为同一笔资金；一个凭证号全市只用一次。",
            "Funds are the same by voucher; a voucher is used once in the city.",
        ),
        city_only: false,
        fields: FUND_FIELDS,
    },
];

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

const MONEY: FieldType = FieldType::Money(MoneyUnit::TenThousandYuan);

const MODES: &[Choice] = &[
    Choice::new("exclusive", "独占", "Exclusive").synonyms(&["独享"]),
    Choice::new("shared", "按比例", "Shared").synonyms(&["比例", "分成"]),
    Choice::new("double", "双计", "Double").synonyms(&["双算"]),
];

const CONTRACT_KINDS: &[Choice] = &[
    Choice::new("formal", "正式合同", "Formal contract").synonyms(&["合同", "正式协议"]),
    Choice::new("framework", "框架协议", "Framework agreement").synonyms(&["框架"]),
    Choice::new("intention", "意向", "Letter of intent").synonyms(&["意向书", "意向协议"]),
];

const EXCLUSIONS: &[Choice] = &[
    Choice::new("real_estate", "房地产", "Real estate"),
    Choice::new("public_funds", "财政资金", "Public funds").synonyms(&["财政投资"]),
    Choice::new("phase_two", "二期", "Phase two").synonyms(&["二期项目"]),
    Choice::new("local_relocation", "本地迁建", "Local relocation").synonyms(&["迁建"]),
];

/// The words are those of `MilestoneKind`.
const MILESTONE_CHOICES: &[Choice] = &[
    Choice::new("intended", "意向", "Intention"),
    Choice::new("signed", "签约", "Signed"),
    Choice::new("introduced", "新引进", "Newly introduced").synonyms(&["新引进认定"]),
    Choice::new("landed", "落地", "Landed"),
    Choice::new("started", "开工", "Started").synonyms(&["开工(运营)", "运营"]),
    Choice::new("completed", "竣工", "Completed"),
    Choice::new("in_production", "投产", "In production"),
    Choice::new("at_capacity", "达产", "At capacity"),
    Choice::new("witnessed", "见证签约", "Witnessed signing"),
    Choice::new("listed", "列入顶格推进", "Onto the pushed list").synonyms(&["顶格推进"]),
    Choice::new("unlisted", "移出顶格推进", "Off the pushed list"),
    Choice::new("suspended", "暂缓", "Suspended"),
    Choice::new("resumed", "恢复", "Resumed").synonyms(&["恢复推进"]),
    Choice::new("terminated", "终止", "Terminated"),
    Choice::new("withdrawn", "退出", "Withdrawn"),
];

/// The words are those of `FundKind`.
const FUND_KINDS: &[Choice] = &[
    Choice::new("paid_in_capital", "实缴注册资本", "Paid-in capital").synonyms(&["注册资本"]),
    Choice::new("land", "土地款", "Land").synonyms(&["土地"]),
    Choice::new("construction", "建安", "Construction").synonyms(&["建安投入", "建筑安装"]),
    Choice::new("equipment", "设备", "Equipment").synonyms(&["设备购置"]),
    Choice::new("technology", "技术", "Technology").synonyms(&["技术(评估)", "无形资产"]),
    Choice::new("working_capital", "流动资金", "Working capital"),
];

/// The words are those of `EvidenceKind`.
const EVIDENCE_KINDS: &[Choice] = &[
    Choice::new("bank_receipt", "银行回单", "Bank receipt"),
    Choice::new("capital_verification", "验资报告", "Capital verification"),
    Choice::new("invoice", "发票", "Invoice"),
    Choice::new("land_receipt", "土地票据", "Land receipt"),
    Choice::new(
        "progress_certificate",
        "工程进度款证书",
        "Progress certificate",
    ),
    Choice::new(
        "equipment_contract",
        "设备合同及付款",
        "Equipment contract and payment",
    )
    .synonyms(&["设备合同+付款"]),
    Choice::new("customs_declaration", "海关单", "Customs declaration").synonyms(&["报关单"]),
    Choice::new("appraisal", "评估报告", "Appraisal"),
    Choice::new("split_certificate", "分割证明", "Split certificate"),
    Choice::new(
        "progress_confirmation",
        "三方形象进度确认单",
        "Progress confirmation",
    ),
];

const PROJECT_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "项目编号", "Project code", FieldType::Code)
        .required()
        .synonyms(&["项目代码", "编号"]),
    FieldSpec::new("name", "项目名称", "Project", FieldType::Text)
        .required()
        .synonyms(&["名称"]),
    FieldSpec::new("unit", "责任单位", "Unit", FieldType::Text)
        .required()
        .synonyms(&["引进单位", "牵头单位", "区县"])
        .offers(Offers::Units),
    FieldSpec::new("joint_unit", "联合单位", "Joint unit", FieldType::Text)
        .synonyms(&["协作单位"])
        .offers(Offers::Units),
    FieldSpec::new(
        "credit_mode",
        "记功方式",
        "Credit mode",
        FieldType::Choice(MODES),
    )
    .note("空白为独占。", "Exclusive where blank."),
    FieldSpec::new(
        "credit_share",
        "责任单位占比",
        "Share of the unit",
        FieldType::Percent,
    )
    .note("按比例时填写。", "Where shared."),
    FieldSpec::new("place", "所在地区划代码", "Place", FieldType::Code)
        .required()
        .synonyms(&["落地区县", "所在地", "落地区划"]),
    FieldSpec::new("investors", "投资方", "Investors", FieldType::List)
        .required()
        .synonyms(&["投资方名称", "投资企业", "投资单位"])
        .note("多个用；分开。", "Several are parted by ；"),
    FieldSpec::new(
        "investor_divisions",
        "投资方注册地",
        "Investors' divisions",
        FieldType::List,
    )
    .required()
    .synonyms(&["注册地", "投资方所在地", "投资方注册地区划代码"])
    .note(
        "区划代码或名称，与投资方一一对应。",
        "Code or name, one for each investor.",
    ),
    FieldSpec::new("shares", "投资占比", "Shares", FieldType::Percents)
        .synonyms(&["出资比例", "占比"])
        .note("合计100%；空白为均分。", "100 % in all; equal where blank."),
    FieldSpec::new(
        "contract_number",
        "合同编号",
        "Contract number",
        FieldType::Code,
    )
    .synonyms(&["合同号"]),
    FieldSpec::new(
        "contract_kind",
        "合同类型",
        "Contract kind",
        FieldType::Choice(CONTRACT_KINDS),
    ),
    FieldSpec::new("signed_on", "合同日期", "Signed on", FieldType::Date).synonyms(&[
        "签订日期",
        "签约日期",
        "签约时间",
    ]),
    FieldSpec::new("contract_amount", "合同金额", "Contract amount", MONEY),
    FieldSpec::new(
        "planned_investment",
        "计划总投资",
        "Planned investment",
        MONEY,
    )
    .required()
    .synonyms(&["总投资", "投资总额"]),
    FieldSpec::new(
        "project_company",
        "项目公司",
        "Project company",
        FieldType::Text,
    )
    .note(
        "统一社会信用代码或名称。",
        "Its unified social credit code, or its name.",
    ),
    FieldSpec::new(
        "filing_code",
        "立项备案代码",
        "Filing code",
        FieldType::Code,
    )
    .synonyms(&["备案代码", "项目代码(备案)"]),
    FieldSpec::new("industry", "行业代码", "Industry code", FieldType::Code)
        .note("GB/T 4754-2017。", "GB/T 4754-2017."),
    FieldSpec::new("chain", "产业链", "Industrial chain", FieldType::Text),
    FieldSpec::new(
        "exclusion",
        "排除情形",
        "Exclusion",
        FieldType::Choice(EXCLUSIONS),
    ),
];

const MILESTONE_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("project", "项目编号", "Project code", FieldType::Code)
        .required()
        .synonyms(&["项目代码", "编号"]),
    FieldSpec::new(
        "milestone",
        "节点",
        "Milestone",
        FieldType::Choice(MILESTONE_CHOICES),
    )
    .required()
    .synonyms(&["节点名称", "进展", "阶段"]),
    FieldSpec::new("occurred_on", "日期", "Date", FieldType::Date)
        .required()
        .synonyms(&["发生日期", "节点日期", "时间"]),
    FieldSpec::new("evidence", "佐证材料", "Evidence", FieldType::Text)
        .synonyms(&["凭据", "证明材料"]),
];

const FUND_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("voucher", "凭证号", "Voucher", FieldType::Code)
        .required()
        .synonyms(&["凭证编号", "票据号", "回单号"]),
    FieldSpec::new("project", "项目编号", "Project code", FieldType::Code)
        .required()
        .synonyms(&["项目代码"]),
    FieldSpec::new("arrived_on", "到账日期", "Arrived on", FieldType::Date)
        .required()
        .synonyms(&["到位日期", "到账时间", "到位时间", "日期"]),
    FieldSpec::new("amount", "到账金额", "Amount", MONEY)
        .required()
        .synonyms(&["到位金额", "到位资金", "金额", "到账资金"]),
    FieldSpec::new("kind", "资金类别", "Kind", FieldType::Choice(FUND_KINDS))
        .required()
        .synonyms(&["资金类型", "资金性质"]),
    FieldSpec::new("payer", "付款方", "Payer", FieldType::Text)
        .required()
        .synonyms(&["付款单位", "汇款方"]),
    FieldSpec::new(
        "evidence_kind",
        "凭证类型",
        "Evidence",
        FieldType::Choice(EVIDENCE_KINDS),
    )
    .synonyms(&["凭证种类", "佐证类型"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ContractKind, EvidenceKind, Exclusion, FundKind, MilestoneKind};

    #[test]
    fn every_choice_is_a_word_of_the_register() {
        assert!(
            MILESTONE_CHOICES
                .iter()
                .all(|c| MilestoneKind::from_word(c.word).is_some())
        );
        assert_eq!(MILESTONE_CHOICES.len(), MilestoneKind::ALL.len());
        assert!(
            FUND_KINDS
                .iter()
                .all(|c| FundKind::from_word(c.word).is_some())
        );
        assert_eq!(FUND_KINDS.len(), FundKind::ALL.len());
        assert!(
            EVIDENCE_KINDS
                .iter()
                .all(|c| EvidenceKind::from_word(c.word).is_some())
        );
        assert_eq!(EVIDENCE_KINDS.len(), EvidenceKind::ALL.len());
        assert!(
            EXCLUSIONS
                .iter()
                .all(|c| Exclusion::from_word(c.word).is_some())
        );
        assert!(
            CONTRACT_KINDS
                .iter()
                .all(|c| ContractKind::from_word(c.word).is_some())
        );
        let mode = crate::model::credit_mode_from_word;
        assert!(MODES.iter().all(|choice| mode(choice.word).is_some()));
    }
}
