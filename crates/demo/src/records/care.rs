//! Escort service: who is on the roster, visits, problems.

use chrono::NaiveDate;

/// A company or a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// A company.
    Company(usize),
    /// A project.
    Project(usize),
}

/// 护商名单: a member of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub party: Party,
    /// The responsible unit.
    pub unit: usize,
    /// 入选日期.
    pub enrolled_on: NaiveDate,
    /// 入选规则.
    pub rule: &'static str,
    /// 护商专员, a number.
    pub officer: usize,
    /// 移出日期.
    pub released_on: Option<NaiveDate>,
}

/// 护商活动.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Unique in the city.
    pub code: String,
    /// 方式.
    pub mode: &'static str,
    /// 类型.
    pub purpose: &'static str,
    /// When.
    pub on: NaiveDate,
    /// The responsible unit.
    pub unit: usize,
    /// 护商专员, a number.
    pub officer: usize,
    /// The company; without one there is a project.
    pub company: Option<usize>,
    /// The project.
    pub project: Option<usize>,
    /// 了解到的进展.
    pub progress: &'static str,
    /// 需求.
    pub wish: &'static str,
}

/// 企业问题.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Unique in the city.
    pub code: String,
    /// 类别.
    pub category: &'static str,
    /// The responsible unit.
    pub unit: usize,
    /// The company; without one there is a project.
    pub company: Option<usize>,
    /// The project.
    pub project: Option<usize>,
    /// 提出日期.
    pub raised_on: NaiveDate,
    /// The visit it came up at, a position in [`crate::Records::visits`].
    pub visit: Option<usize>,
    /// 解决日期 and 解决办法.
    pub solved: Option<(NaiveDate, &'static str)>,
}
