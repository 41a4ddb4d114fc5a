//! The words that workbooks write for the model's values.

use crate::model::{ContractKind, Exclusion, MilestoneKind};

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
