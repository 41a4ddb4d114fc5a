//! The words that workbooks write for the model's values.

use super::habits::Habit;
use crate::model::{ContractKind, Exclusion, MilestoneKind};
use crate::records::{ActivityKind, Leader, OurSide, Outcome, TheirSide};

pub(super) fn contract_kind(kind: ContractKind) -> &'static str {
    match kind {
        ContractKind::Formal => "正式合同",
        ContractKind::Framework => "框架协议",
        ContractKind::Intent => "意向",
    }
}

pub(super) fn exclusion(exclusion: Exclusion) -> &'static str {
    match exclusion {
        Exclusion::RealEstate => "房地产",
        Exclusion::PublicFunds => "财政资金",
        Exclusion::PhaseTwo => "二期",
        Exclusion::LocalRelocation => "本地迁建",
    }
}

/// A milestone's name and the evidence that goes with it.
pub(super) fn milestone(kind: MilestoneKind) -> (&'static str, &'static str) {
    match kind {
        MilestoneKind::Intended => ("意向", "意向书"),
        MilestoneKind::Signed => ("签约", "合同文本"),
        MilestoneKind::Witnessed => ("见证签约", "签约仪式记录"),
        MilestoneKind::Landed => ("落地", "营业执照或立项备案"),
        MilestoneKind::Introduced => ("新引进", "认定表"),
        MilestoneKind::Listed => ("列入顶格推进", "推进名单"),
        MilestoneKind::Unlisted => ("移出顶格推进", "推进名单"),
        MilestoneKind::Paused => ("暂缓", "情况说明"),
        MilestoneKind::Started => ("开工", "施工许可证；现场照片"),
        MilestoneKind::Completed => ("竣工", "验收文件"),
        MilestoneKind::InProduction => ("投产", "首批销售发票"),
        MilestoneKind::AtCapacity => ("达产", "产能报告"),
        MilestoneKind::Ended => ("终止", "终止协议"),
        MilestoneKind::Withdrawn => ("退出", "退出协议"),
    }
}

/// 活动类型. Offices that write codes for units copy the bureau's old word for
/// visits.
pub(super) fn activity(kind: ActivityKind, habit: &Habit) -> &'static str {
    match kind {
        ActivityKind::Outbound => "外出招商",
        ActivityKind::Doorstep => "上门推介",
        ActivityKind::Promotion => "推介会",
        ActivityKind::Inbound if habit.codes_units => "来访考察",
        ActivityKind::Inbound => "来淄考察",
        ActivityKind::Joint => "联合招商对接",
        ActivityKind::Witnessing => "见证签约",
        ActivityKind::Conference => "招商引资大会",
        ActivityKind::Mobilisation => "专题动员会",
        ActivityKind::Dispatching => "调度会",
        ActivityKind::Progress => "项目推进会",
        ActivityKind::Press => "新闻发布会",
    }
}

/// 带队领导层级.
pub(super) fn leader(leader: Leader) -> &'static str {
    match leader {
        Leader::CityFirst => "市党政主要领导",
        Leader::CityLeader => "市级领导",
        Leader::CountyFirst => "区县党政主要负责人",
        Leader::CountyLeader => "区县领导",
        Leader::Department => "部门负责人",
        Leader::None => "无",
    }
}

/// 我方层级.
pub(super) fn our_side(side: OurSide) -> &'static str {
    match side {
        OurSide::First => "一把手",
        OurSide::Deputy => "分管负责人",
        OurSide::Other => "其他",
    }
}

/// 对方层级.
pub(super) fn their_side(side: TheirSide) -> &'static str {
    match side {
        TheirSide::First => "一把手",
        TheirSide::Executive => "高管",
        TheirSide::Other => "其他",
    }
}

/// 结果; some offices leave blank what came to nothing.
pub(super) fn outcome(outcome: Outcome, habit: &Habit) -> &'static str {
    match outcome {
        Outcome::None if habit.names_itself => "无",
        Outcome::None => "",
        Outcome::Intended => "意向",
        Outcome::Signed => "签约",
    }
}

/// 类别 of an opportunity; some offices shorten it.
pub(super) fn category(category: &'static str, habit: &Habit) -> &'static str {
    match category {
        "四强产业" if habit.unit_in_header => "四强",
        other => other,
    }
}
