//! Activities, who was met on them, campaigns and documents.

use chrono::NaiveDate;

use crate::span::position_of;

/// What an activity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActivityKind {
    /// 外出招商.
    Outbound,
    /// 上门推介.
    Doorstep,
    /// 推介会.
    Promotion,
    /// 来淄考察.
    Inbound,
    /// 联合招商对接.
    Joint,
    /// 见证签约.
    Witnessing,
    /// 招商引资大会.
    Conference,
    /// 专题动员会.
    Mobilisation,
    /// 调度会.
    Dispatching,
    /// 项目推进会.
    Progress,
    /// 新闻发布会.
    Press,
}

/// The rank of who led it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leader {
    /// 市党政主要领导.
    CityFirst,
    /// 市级领导.
    CityLeader,
    /// 区县党政主要负责人.
    CountyFirst,
    /// 区县领导.
    CountyLeader,
    /// 部门负责人.
    Department,
    /// 无.
    None,
}

/// 招商活动.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Unique in the city.
    pub code: String,
    /// What it is.
    pub kind: ActivityKind,
    /// Its name.
    pub name: String,
    /// Its first day; also says in which workbook it stands.
    pub begins_on: NaiveDate,
    /// Its last day, in the same month.
    pub ends_on: NaiveDate,
    /// Divisions.
    pub places: Vec<&'static str>,
    /// The units that hold it; the first leads.
    pub organisers: Vec<usize>,
    /// Who led it.
    pub leader: Leader,
    /// 召集人, a role.
    pub convener: String,
    /// A position in [`crate::Records::campaigns`].
    pub campaign: Option<usize>,
    /// The chain it was about.
    pub chain: Option<usize>,
}

/// How high this side stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OurSide {
    /// 一把手.
    First,
    /// 分管负责人.
    Deputy,
    /// 其他.
    Other,
}

/// How high the other side stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TheirSide {
    /// 一把手.
    First,
    /// 高管.
    Executive,
    /// 其他.
    Other,
}

/// What came of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 无.
    None,
    /// 意向.
    Intended,
    /// 签约.
    Signed,
}

/// 活动对接: somebody was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// A position in [`crate::Records::activities`].
    pub activity: usize,
    /// The company; without one there is a project.
    pub company: Option<usize>,
    /// The project: what came out of it, or who was met.
    pub project: Option<usize>,
    /// How high this side stood.
    pub ours: OurSide,
    /// How high the other side stood.
    pub theirs: TheirSide,
    /// What came of it.
    pub outcome: Outcome,
}

/// 专项行动, with its goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// Unique in the city.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// 开始月份, as `yyyymm`.
    pub from: i32,
    /// 结束月份, as `yyyymm`.
    pub until: i32,
    /// 依据文件.
    pub basis: &'static str,
    /// The month of the workbook.
    pub month: usize,
    /// 专项行动目标.
    pub goals: &'static [Goal],
}

/// 专项行动目标.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The indicator's Chinese name.
    pub indicator: &'static str,
    /// 口径: 达到 or 同比增长.
    pub measure: &'static str,
    /// 目标值, in percent.
    pub percent: i64,
    /// 截至月份, as `yyyymm`.
    pub until: i32,
}

/// 政策文件.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// 文号, unique in the city.
    pub number: String,
    /// Its name.
    pub name: String,
    /// 性质.
    pub nature: &'static str,
    /// 领域.
    pub theme: &'static str,
    /// The unit that issued it.
    pub unit: usize,
    /// 印发日期.
    pub issued_on: NaiveDate,
    /// A position in [`crate::Records::campaigns`].
    pub campaign: Option<usize>,
}

impl ActivityKind {
    /// Whether it leads out of the city (domain rule: 外出招商 and 上门推介).
    pub const fn is_outbound(self) -> bool {
        matches!(self, Self::Outbound | Self::Doorstep)
    }
}

impl Activity {
    /// The month of its workbook.
    ///
    /// # Panics
    /// For days outside the demo's months, which no city has.
    pub fn month(&self) -> usize {
        position_of(self.begins_on).expect("activities lie in the demo's months")
    }
}
