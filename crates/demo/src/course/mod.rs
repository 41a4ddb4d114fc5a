//! The course of a city: what happens in it month by month, in whole numbers.
//! Everything else is drawn so that it fits.

mod drawn;
mod drawn_records;
mod newspaper;
mod newspaper_records;
mod records;

pub(crate) use drawn::drawn;
pub(crate) use newspaper::newspaper;
pub(crate) use records::{CareCourse, ChannelsCourse, Met, OutreachCourse, TargetsCourse};

use crate::model::Target;
use crate::span::MONTHS;

/// One number for each month.
pub(crate) type Monthly = [usize; MONTHS];

/// One kind of stock: how it begins and moves. 见证签约 is one, the rest the other.
#[derive(Clone, Debug)]
pub(crate) struct StockCourse {
    /// There when the books begin.
    pub(crate) opening: usize,
    /// Of these already started.
    pub(crate) opening_started: usize,
    /// 开工 in each month.
    pub(crate) starts: Monthly,
    /// 终止 of projects that have not started.
    pub(crate) ends: Monthly,
    /// 退出 of projects that have.
    pub(crate) exits: Monthly,
}

/// The 顶格推进 list.
#[derive(Clone, Debug)]
pub(crate) struct PushedCourse {
    /// On it at the end, and started.
    pub(crate) started: usize,
    /// On it at the end, and not started.
    pub(crate) waiting: usize,
    /// Of both, how many of a hundred are witnessed too.
    pub(crate) witnessed_percent: usize,
    /// On it for a while, not at the end.
    pub(crate) passing: usize,
    /// Taken off and put on again.
    pub(crate) returning: usize,
}

/// Planned investment of three groups, in 万元.
#[derive(Clone, Debug)]
pub(crate) struct PlanSums {
    /// The 新引进 projects of January to April 2023.
    pub(crate) introduced: i64,
    /// The list at the end.
    pub(crate) pushed: i64,
    /// The witnessed stock at the end.
    pub(crate) witnessed: i64,
    /// Contract amounts, not plans: the projects signed in 2023 on trips of
    /// 区县党政主要负责人.
    pub(crate) trips: Option<i64>,
}

/// A city's course.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    /// Annual targets, the city's among them.
    pub(crate) targets: Vec<Target>,
    /// Counted funds by unit and month, in hundredths of 万元.
    pub(crate) funds: Vec<Vec<i64>>,
    /// 新引进 projects by unit and month.
    pub(crate) introduced: Vec<Vec<i64>>,
    /// Other signings of the city.
    pub(crate) other_signed: Monthly,
    /// Letters of intent of the city.
    pub(crate) intents: Monthly,
    /// What intents are adjusted to: projects with 意向 or 签约 in February to
    /// April 2023.
    pub(crate) spring_total: Option<usize>,
    /// 见证签约 of each month's new projects.
    pub(crate) witnessed_new: Monthly,
    /// The witnessed stock.
    pub(crate) witnessed: StockCourse,
    /// All other projects.
    pub(crate) others: StockCourse,
    /// The 顶格推进 list.
    pub(crate) pushed: PushedCourse,
    /// Planned investment.
    pub(crate) plans: PlanSums,
    /// Activities and documents.
    pub(crate) outreach: OutreachCourse,
    /// Target companies.
    pub(crate) target_companies: TargetsCourse,
    /// Platforms and opportunities.
    pub(crate) channels: ChannelsCourse,
    /// Escort service.
    pub(crate) care: CareCourse,
    /// Amounts that share out without a remainder, sole or shared credit only.
    pub(crate) is_even: bool,
}
