//! The courses of what units do beside projects and funds, month by month.

use super::Monthly;

/// How many different parties the activities of half a year meet. Half a year's
/// *spring* is its second to fourth month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Met {
    /// Companies and projects on outbound activities.
    pub(crate) outbound: usize,
    /// Of them projects in rows without a company.
    pub(crate) projects: usize,
    /// Companies at joint activities of the spring.
    pub(crate) joint_spring: usize,
    /// Companies at joint activities.
    pub(crate) joint: usize,
    /// Companies at inbound visits and joint activities of the spring.
    pub(crate) invited_spring: usize,
    /// Companies at inbound visits of the other months, for one visit in
    /// tenths.
    pub(crate) inbound_tenths: usize,
}

/// Activities, who is met on them, and documents.
#[derive(Clone, Debug)]
pub(crate) struct OutreachCourse {
    /// Trips led by 市党政主要领导.
    pub(crate) city_first: Monthly,
    /// Trips led by 区县党政主要负责人.
    pub(crate) county_first: Monthly,
    /// Trips led by others.
    pub(crate) other_trips: Monthly,
    /// 推介会.
    pub(crate) promotions: Monthly,
    /// 来淄考察.
    pub(crate) inbound: Monthly,
    /// 联合招商对接.
    pub(crate) joint: Monthly,
    /// 招商引资大会, 专题动员会, 调度会, 项目推进会.
    pub(crate) conferences: Monthly,
    /// Projects that sign on the trips of 区县党政主要负责人.
    pub(crate) county_signed: Monthly,
    /// Of those of 2023, how many start the same year.
    pub(crate) quick_starts: usize,
    /// Of a hundred county trips with a signature, how many come a month after
    /// the contract.
    pub(crate) late_trips: u64,
    /// Projects that sign at other activities, each month.
    pub(crate) signed_elsewhere: usize,
    /// The three half-years.
    pub(crate) met: [Met; 3],
    /// Meetings with a company met before, for a hundred with a new one.
    pub(crate) repeats: usize,
    /// 政策文件.
    pub(crate) documents: Monthly,
}

/// Target companies.
#[derive(Clone, Debug)]
pub(crate) struct TargetsCourse {
    /// Determined in each month.
    pub(crate) determined: Monthly,
    /// Given up in each month.
    pub(crate) given_up: Monthly,
    /// Of a hundred, how many may be met.
    pub(crate) contacted: usize,
}

/// Platforms and opportunities.
#[derive(Clone, Debug)]
pub(crate) struct ChannelsCourse {
    /// Platforms founded before the books.
    pub(crate) platforms: usize,
    /// Founded in each month.
    pub(crate) founded: Monthly,
    /// Closed in each month.
    pub(crate) closed: Monthly,
    /// Projects signed in each half-year that a platform brought.
    pub(crate) brought: [usize; 3],
    /// Of all, how many are handed in after the first funds.
    pub(crate) late: usize,
    /// Counted funds of January to June 2023 on them, in fen: at least, and less
    /// than.
    pub(crate) funds: Option<(i64, i64)>,
    /// Without a sum: projects of before the books that were brought.
    pub(crate) old: usize,
    /// Opportunities in stock when the books begin.
    pub(crate) opportunities: usize,
    /// Planned in each month.
    pub(crate) planned: Monthly,
    /// Out of stock in each month.
    pub(crate) matched: Monthly,
}

/// Escort service.
#[derive(Clone, Debug)]
pub(crate) struct CareCourse {
    /// Projects onto the roster, and off it.
    pub(crate) projects: (Monthly, Monthly),
    /// Companies onto the roster, and off it.
    pub(crate) companies: (Monthly, Monthly),
    /// 护商活动.
    pub(crate) visits: Monthly,
    /// Problems raised.
    pub(crate) raised: Monthly,
    /// Problems solved.
    pub(crate) solved: Monthly,
}
