//! Target companies and honours.

use chrono::NaiveDate;

/// 企业荣誉: what a company is known as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Honour {
    /// Whose.
    pub company: usize,
    /// 称号.
    pub title: &'static str,
    /// 年度.
    pub year: i32,
    /// 来源.
    pub source: String,
    /// The month of the workbook.
    pub month: usize,
}

/// 目标企业: a company to be won.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetCompany {
    /// Which.
    pub company: usize,
    /// 批次.
    pub batch: String,
    /// Its chain.
    pub chain: usize,
    /// A node of the chain.
    pub node: Option<&'static str>,
    /// The responsible unit.
    pub unit: usize,
    /// 推荐来源.
    pub recommended_by: &'static str,
    /// 确定日期.
    pub determined_on: NaiveDate,
    /// 移出日期.
    pub given_up_on: Option<NaiveDate>,
}
