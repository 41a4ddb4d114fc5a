//! Target companies (目标企业): whom the city wants, on which chain, and which unit is to win it.

use super::chain::{ChainId, ChainRef};
use super::company::{CompanyId, CompanyRef};
use super::node::{NodeId, NodeRef};
use chrono::NaiveDate;
use kernel::{Entity, Fields, Id, Instant, Money, Month};
use ledger::{Credit, Days, NewFact, Payload, Source, Subject};
use orgs::UnitRef;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of a [`Target`].
pub type TargetId = Id<Target>;

/// The most characters of a batch's name.
const LONGEST_BATCH: usize = 60;

/// Who recommended a target (推荐来源).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recommender {
    /// 专业机构
    Agency,
    /// 本地骨干企业
    LocalCompany,
    /// 产业主管部门
    Department,
}

impl Recommender {
    /// The word in the database, in JSON and in facts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::LocalCompany => "local_company",
            Self::Department => "department",
        }
    }

    /// The recommender that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Agency, Self::LocalCompany, Self::Department]
            .into_iter()
            .find(|recommender| recommender.word() == word)
    }
}

/// Where the fact of a choice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booked {
    /// The fact.
    pub fact_seq: i64,
    /// The month it was booked in.
    pub month: Month,
    /// The month it belongs to; none before the books (期初).
    pub origin_month: Option<Month>,
}

/// How a company was given up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Untargeting {
    /// The day.
    pub on: NaiveDate,
    /// Its fact.
    pub fact_seq: i64,
}

/// A company on the list of targets, or that was on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its key.
    pub id: TargetId,
    /// The company.
    pub company: CompanyId,
    /// The list it came with.
    pub batch: String,
    /// The chain it is wanted for.
    pub chain: ChainId,
    /// The node of that chain.
    pub node: Option<NodeId>,
    /// The unit that is to win it, which has the credit.
    pub unit: i64,
    /// Who recommended it.
    pub recommended_by: Recommender,
    /// The day it was chosen.
    pub targeted_on: NaiveDate,
    /// Where its fact stands.
    pub booked: Booked,
    /// How it was given up, if it was.
    pub untargeting: Option<Untargeting>,
    /// How often its record was written, from 1.
    pub revision: i32,
    /// When it was last written.
    pub updated_at: Instant,
}

impl Entity for Target {
    const PREFIX: &'static str = "tgt";
}

/// A target as replies show it: everything named.
#[derive(Debug, Clone)]
pub struct TargetView {
    /// The record.
    pub target: Target,
    /// The company.
    pub company: CompanyRef,
    /// The chain.
    pub chain: ChainRef,
    /// The node.
    pub node: Option<NodeRef>,
    /// The unit.
    pub unit: UnitRef,
}

/// What is to be known of a company that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choosing {
    /// The company.
    pub company: CompanyId,
    /// The list it comes with.
    pub batch: String,
    /// The chain it is wanted for.
    pub chain: ChainId,
    /// The node of that chain.
    pub node: Option<NodeId>,
    /// The unit that is to win it.
    pub unit: i64,
    /// Who recommended it.
    pub recommended_by: Recommender,
    /// The day.
    pub targeted_on: NaiveDate,
}

kernel::refusals! {
    /// Why a target was not recorded, changed or taken back.
    pub enum TargetRefusal {
        /// There is no such target.
        Unknown = (NotFound, "targets.unknown"),
        /// The company stands on the list.
        AlreadyTargeted { batch: String, targeted_on: NaiveDate } = (Conflict, "targets.already_targeted"),
        /// The company was given up after that day.
        BeforeUntargeting { untargeted_on: NaiveDate } = (Conflict, "targets.before_untargeting"),
        /// It was given up already.
        NotStanding { untargeted_on: NaiveDate } = (Conflict, "targets.not_standing"),
        /// It cannot have been given up before it was chosen.
        UntargetedBefore { targeted_on: NaiveDate } = (Invalid, "targets.untargeted_before"),
        /// A record is not taken back without a reason.
        NoReason = (Invalid, "targets.no_reason"),
        /// The cursor is none that a list gave.
        WrongCursor = (Invalid, "targets.wrong_cursor"),
    }
}

/// A batch's name as it may be written; what is wrong with it is noted in `wrong`.
pub(crate) fn check_batch(wrong: &mut Fields, batch: &str) -> String {
    let batch = sheets::normal_text(batch);
    match batch.chars().count() {
        0 => wrong.refuse("batch", "field.empty", json!({})),
        length if length > LONGEST_BATCH => {
            wrong.refuse("batch", "field.too_long", json!({ "max": LONGEST_BATCH }));
        }
        _ => {}
    }
    batch
}

/// Whether a company with these targets so far may be chosen on `day`; answers whether that
/// is 期初.
///
/// # Errors
/// [`TargetRefusal`], [`ledger::DayRefusal`].
pub(crate) fn judge_choosing(
    so_far: &[Target],
    day: NaiveDate,
    days: Days,
) -> Result<bool, kernel::Refusal> {
    let standing = so_far.iter().find(|target| target.untargeting.is_none());
    if let Some(standing) = standing {
        return Err(TargetRefusal::AlreadyTargeted {
            batch: standing.batch.clone(),
            targeted_on: standing.targeted_on,
        }
        .into());
    }
    let ends = so_far.iter().filter_map(|target| target.untargeting);
    if let Some(end) = ends.map(|end| end.on).max().filter(|&end| day < end) {
        return Err(TargetRefusal::BeforeUntargeting { untargeted_on: end }.into());
    }
    Ok(days.judge(day)?)
}

/// Whether a company that was chosen on `targeted_on` may be given up on `day`; answers
/// whether that is 期初.
///
/// # Errors
/// [`TargetRefusal::UntargetedBefore`], [`ledger::DayRefusal`].
pub(crate) fn judge_untargeting(
    targeted_on: NaiveDate,
    day: NaiveDate,
    days: Days,
) -> Result<bool, kernel::Refusal> {
    if day < targeted_on {
        return Err(TargetRefusal::UntargetedBefore { targeted_on }.into());
    }
    Ok(days.judge(day)?)
}

/// The source that facts of the target `id` name.
pub(crate) fn target_source(id: TargetId) -> Source {
    Source {
        kind: "target".to_owned(),
        id: id.key(),
    }
}

fn entry(
    kind: &str,
    id: TargetId,
    company: CompanyId,
    day: NaiveDate,
    opening: bool,
    credits: Vec<Credit>,
) -> NewFact {
    NewFact {
        kind: kind.to_owned(),
        subject: Subject::new("company", company.key()),
        occurred_on: day,
        opening,
        amount: Money::ZERO,
        credits,
        payload: Payload::new(),
        refs: Vec::new(),
        correction: None,
        source: target_source(id),
    }
}

/// The entry of a choice; `id` is the target's key.
pub(crate) fn targeted_entry(
    id: TargetId,
    choosing: &Choosing,
    opening: bool,
    credits: Vec<Credit>,
) -> NewFact {
    let recommended_by = choosing.recommended_by.word();
    NewFact {
        payload: Payload::from([
            ("batch".to_owned(), choosing.batch.as_str().into()),
            ("recommended_by".to_owned(), recommended_by.into()),
        ]),
        ..entry(
            "company.targeted",
            id,
            choosing.company,
            choosing.targeted_on,
            opening,
            credits,
        )
    }
}

/// The entry of giving a company up.
pub(crate) fn untargeted_entry(
    id: TargetId,
    company: CompanyId,
    day: NaiveDate,
    opening: bool,
    credits: Vec<Credit>,
) -> NewFact {
    entry("company.untargeted", id, company, day, opening, credits)
}

#[cfg(test)]
#[path = "target_tests.rs"]
mod tests;
