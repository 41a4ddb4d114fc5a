//! Platforms, what they brought, and opportunities.

use chrono::NaiveDate;

/// 招引平台.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Platform {
    /// Unique in the city.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The responsible unit.
    pub unit: usize,
    /// 成立日期.
    pub founded_on: NaiveDate,
    /// The six components: 产业方向, 工作专班, 产业基金, 承载园区, 科研机构, 扶持政策.
    pub components: [String; 6],
    /// 撤销日期.
    pub closed_on: Option<NaiveDate>,
}

/// 平台引进项目: a platform brought a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bringing {
    /// A position in [`crate::Records::platforms`].
    pub platform: usize,
    /// Which project.
    pub project: usize,
    /// 引进日期; also says in which workbook it stands.
    pub on: NaiveDate,
}

/// 储备项目: planned, to find an investor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunity {
    /// Unique in the city.
    pub code: String,
    /// Its name.
    pub name: String,
    /// 类别.
    pub category: &'static str,
    /// The responsible unit.
    pub unit: usize,
    /// Its chain.
    pub chain: Option<usize>,
    /// 拟投资额 in fen.
    pub investment_fen: i64,
    /// 策划日期.
    pub planned_on: NaiveDate,
    /// 出库日期 and 出库原因.
    pub closed: Option<(NaiveDate, &'static str)>,
}

/// 发布记录: an opportunity was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// A position in [`crate::Records::opportunities`].
    pub opportunity: usize,
    /// 发布渠道.
    pub channel: &'static str,
    /// 发布日期.
    pub on: NaiveDate,
}
