//! What units hand in beside projects and funds, as plain rows. Companies are
//! positions in [`crate::City::companies`], projects in
//! [`crate::City::projects`], units in [`crate::UNITS`], chains in
//! [`crate::CHAINS`].

mod care;
mod channels;
mod outreach;
mod targets;

pub use care::{Member, Party, Problem, Visit};
pub use channels::{Bringing, Opportunity, Platform, Publication};
pub use outreach::{
    Activity, ActivityKind, Campaign, Document, Goal, Leader, Meeting, OurSide, Outcome, TheirSide,
};
pub use targets::{Honour, TargetCompany};

/// The records of a city.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// 企业荣誉.
    pub honours: Vec<Honour>,
    /// 目标企业.
    pub target_companies: Vec<TargetCompany>,
    /// 专项行动.
    pub campaigns: Vec<Campaign>,
    /// 招引平台.
    pub platforms: Vec<Platform>,
    /// 平台引进项目.
    pub brought: Vec<Bringing>,
    /// 招商活动, by month, leading unit and day.
    pub activities: Vec<Activity>,
    /// 活动对接, by activity.
    pub meetings: Vec<Meeting>,
    /// 政策文件.
    pub documents: Vec<Document>,
    /// 护商名单.
    pub roster: Vec<Member>,
    /// 护商活动.
    pub visits: Vec<Visit>,
    /// 企业问题.
    pub problems: Vec<Problem>,
    /// 储备项目.
    pub opportunities: Vec<Opportunity>,
    /// 发布记录.
    pub publications: Vec<Publication>,
}
