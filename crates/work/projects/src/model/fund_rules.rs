//! When arrived funds may be recognised (domain rule 3).

use super::fund::NewFund;
use super::project::Project;
use chrono::NaiveDate;
use kernel::{Money, Refusal};
use ledger::Days;

kernel::refusals! {
    /// Why funds were not recognised, or not corrected.
    pub enum FundRefusal {
        /// Negative funds do not exist: what was counted too high is taken back (核减).
        Negative { amount: Money } = (Invalid, "funds.negative"),
        /// No money arrived.
        Zero = (Invalid, "funds.zero"),
        /// The project has no dated contract: what came before the contract does not count.
        NoContract { project: String } = (Conflict, "funds.no_contract"),
        /// The money came before the contract.
        BeforeContract { signed_on: NaiveDate } = (Conflict, "funds.before_contract"),
        /// More would have arrived than is planned; the plan can be amended.
        AbovePlan { planned: Money, arrived: Money, amount: Money, over: Money } = (Conflict, "funds.above_plan"),
        /// The voucher stands in the books already.
        VoucherUsed { voucher: String, project_code: String, project: String, unit: String, arrived_on: NaiveDate } = (Conflict, "funds.voucher_used"),
        /// The project had ended.
        AfterEnd { ended_on: NaiveDate } = (Conflict, "funds.after_end"),
        /// There are no such funds.
        Unknown = (NotFound, "funds.unknown"),
        /// They were taken back before.
        AlreadyReversed = (Conflict, "funds.already_reversed"),
        /// A 核减 leaves less than there was, and more than nothing.
        RemainderNotSmaller { amount: Money } = (Invalid, "funds.remainder_not_smaller"),
        /// A correction names its reason.
        NoReason = (Invalid, "funds.no_reason"),
        /// The plan would be below what has arrived.
        PlanBelowArrived { arrived: Money } = (Conflict, "projects.plan_below_arrived"),
        /// The plan is that already.
        PlanUnchanged = (Conflict, "projects.plan_unchanged"),
        /// A plan is more than nothing.
        PlanNotPositive = (Invalid, "projects.plan_not_positive"),
    }
}

/// What of a project limits its funds: its plan, and what has arrived so far, earlier rows
/// of the same workbook included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The planned total investment.
    pub planned: Money,
    /// What has arrived and stands.
    pub arrived: Money,
}

/// Whether `funds` may be recognised of `project` now; answers whether they are 期初. All
/// that is wrong is named at once.
///
/// # Errors
/// A day in the future, or [`FundRefusal`].
pub(crate) fn judge_fund(
    project: &Project,
    plan: Plan,
    funds: &NewFund,
    days: Days,
) -> Result<bool, Vec<Refusal>> {
    let mut wrong: Vec<Refusal> = Vec::new();
    if funds.amount < Money::ZERO {
        let amount = funds.amount;
        wrong.push(FundRefusal::Negative { amount }.into());
    } else if funds.amount == Money::ZERO {
        wrong.push(FundRefusal::Zero.into());
    } else if let Err(refusal) = below_plan(plan, funds.amount) {
        wrong.push(refusal.into());
    }
    let opening = days.judge(funds.arrived_on).unwrap_or_else(|refusal| {
        wrong.push(Refusal::from(refusal));
        false
    });
    match project.contract.signed_on {
        None => wrong.push(
            FundRefusal::NoContract {
                project: project.code.clone(),
            }
            .into(),
        ),
        Some(signed_on) if funds.arrived_on < signed_on => {
            wrong.push(FundRefusal::BeforeContract { signed_on }.into());
        }
        Some(_) => {}
    }
    if let Some(end) = project.life.end()
        && funds.arrived_on > end.occurred_on
    {
        let ended_on = end.occurred_on;
        wrong.push(FundRefusal::AfterEnd { ended_on }.into());
    }
    if wrong.is_empty() {
        Ok(opening)
    } else {
        Err(wrong)
    }
}

fn below_plan(plan: Plan, amount: Money) -> Result<(), FundRefusal> {
    let sum = i128::from(plan.arrived.fen()) + i128::from(amount.fen());
    let over = sum - i128::from(plan.planned.fen());
    if over <= 0 {
        return Ok(());
    }
    Err(FundRefusal::AbovePlan {
        planned: plan.planned,
        arrived: plan.arrived,
        amount,
        over: Money::from_fen(i64::try_from(over).unwrap_or(i64::MAX)),
    })
}

/// Whether funds of `amount` may be cut to `remainder` (核减); none takes them back whole.
///
/// # Errors
/// [`FundRefusal::RemainderNotSmaller`].
pub(crate) fn judge_remainder(amount: Money, remainder: Option<Money>) -> Result<(), FundRefusal> {
    match remainder {
        Some(remainder) if remainder <= Money::ZERO || remainder >= amount => {
            Err(FundRefusal::RemainderNotSmaller { amount })
        }
        _ => Ok(()),
    }
}

/// Whether the plan of `project` may become `planned`, approved on `day`; answers whether
/// that is 期初.
///
/// # Errors
/// A day in the future, or [`FundRefusal`].
pub(crate) fn judge_amendment(
    project: &Project,
    planned: Money,
    day: NaiveDate,
    days: Days,
) -> Result<bool, Refusal> {
    let opening = days.judge(day)?;
    if planned <= Money::ZERO {
        return Err(FundRefusal::PlanNotPositive.into());
    }
    if planned == project.planned {
        return Err(FundRefusal::PlanUnchanged.into());
    }
    if planned < project.arrived {
        let arrived = project.arrived;
        return Err(FundRefusal::PlanBelowArrived { arrived }.into());
    }
    Ok(opening)
}

#[cfg(test)]
mod tests {
    use super::super::milestone_rules::samples::{day, june, life, project};
    use super::*;
    use crate::model::{FundKind, MilestoneKind};

    fn funds(amount: i64, number: u32) -> NewFund {
        NewFund {
            voucher: "PZ-1".into(),
            arrived_on: day(number),
            amount: Money::from_fen(amount),
            kind: FundKind::Equipment,
            payer: "苏州甲有限公司".into(),
            evidence_kind: None,
        }
    }

    fn plan(arrived: i64) -> Plan {
        Plan {
            planned: Money::from_fen(100),
            arrived: Money::from_fen(arrived),
        }
    }

    fn codes(project: &Project, plan: Plan, funds: &NewFund) -> Vec<&'static str> {
        let judged = judge_fund(project, plan, funds, june());
        judged.map_or_else(
            |wrong| wrong.iter().map(|refusal| refusal.code).collect(),
            |_| vec![],
        )
    }

    #[test]
    fn funds_up_to_the_plan_are_accepted_and_a_fen_more_is_not() {
        assert_eq!(codes(&project(), plan(60), &funds(40, 5)), [""; 0]);
        let refused = judge_fund(&project(), plan(60), &funds(41, 5), june()).unwrap_err();
        assert_eq!(refused[0].code, "funds.above_plan");
        assert_eq!(refused[0].params["over"], "0.01");
        assert_eq!(refused[0].params["arrived"], "0.60");
    }

    #[test]
    fn a_sum_beyond_what_money_can_hold_is_above_the_plan() {
        let full = Plan {
            planned: Money::from_fen(i64::MAX),
            arrived: Money::from_fen(i64::MAX),
        };
        assert_eq!(
            codes(&project(), full, &funds(i64::MAX, 5)),
            ["funds.above_plan"]
        );
    }

    #[test]
    fn negative_funds_point_to_a_correction_and_zero_is_nothing() {
        assert_eq!(
            codes(&project(), plan(0), &funds(-1, 5)),
            ["funds.negative"]
        );
        assert_eq!(codes(&project(), plan(0), &funds(0, 5)), ["funds.zero"]);
    }

    #[test]
    fn money_before_the_contract_does_not_count() {
        assert_eq!(
            codes(&project(), plan(0), &funds(1, 1)),
            ["funds.before_contract"]
        );
        assert_eq!(codes(&project(), plan(0), &funds(1, 2)), [""; 0]);
        let mut without = project();
        without.contract.signed_on = None;
        assert_eq!(
            codes(&without, plan(0), &funds(1, 5)),
            ["funds.no_contract"]
        );
    }

    #[test]
    fn money_after_the_end_is_refused_and_late_news_of_earlier_money_is_not() {
        let ended = Project {
            life: life(&[(MilestoneKind::Withdrawn, 10)]),
            ..project()
        };
        assert_eq!(codes(&ended, plan(0), &funds(1, 11)), ["funds.after_end"]);
        assert_eq!(codes(&ended, plan(0), &funds(1, 10)), [""; 0]);
    }

    #[test]
    fn everything_wrong_is_named_at_once() {
        let mut future = funds(-5, 1);
        future.arrived_on = "2023-07-01".parse().unwrap();
        assert_eq!(
            codes(&project(), plan(0), &future),
            ["funds.negative", "ledger.date_in_future"]
        );
    }

    #[test]
    fn a_cut_leaves_less_than_before_and_more_than_nothing() {
        let amount = Money::from_fen(100);
        let judged = |fen: i64| judge_remainder(amount, Some(Money::from_fen(fen)));
        assert_eq!(judged(60), Ok(()));
        assert_eq!(judge_remainder(amount, None), Ok(()));
        for wrong in [0, -1, 100, 101] {
            assert_eq!(
                judged(wrong),
                Err(FundRefusal::RemainderNotSmaller { amount })
            );
        }
    }

    #[test]
    fn a_plan_may_shrink_to_what_has_arrived_but_not_below() {
        let project = Project {
            arrived: Money::from_fen(100),
            ..project()
        };
        let code = |fen: i64| {
            let judged = judge_amendment(&project, Money::from_fen(fen), day(5), june());
            judged.map_or_else(|refusal| refusal.code, |_| "accepted")
        };
        assert_eq!(code(100), "accepted");
        assert_eq!(code(99), "projects.plan_below_arrived");
        assert_eq!(code(0), "projects.plan_not_positive");
        assert_eq!(code(project.planned.fen()), "projects.plan_unchanged");
    }
}
