//! When a milestone may be recognised (domain rule 2).

use super::contract::ContractKind;
use super::investor::Home;
use super::life::Life;
use super::milestone::MilestoneKind;
use super::project::Project;
use chrono::NaiveDate;
use kernel::{Money, Refusal};
use ledger::Days;

/// The least planned investment of a 新引进过亿元 project: 10,000 万元.
pub(super) const HUNDRED_MILLION: Money = Money::from_fen(10_000_000_000);

kernel::refusals! {
    /// Why a milestone was not recognised.
    pub enum MilestoneRefusal {
        /// It has been recognised; a project counts once.
        AlreadyRecognised { milestone: MilestoneKind, occurred_on: NaiveDate } = (Conflict, "projects.milestone_already_recognised"),
        /// The project ended before.
        Ended { milestone: MilestoneKind, ended_on: NaiveDate } = (Conflict, "projects.ended"),
        /// 签约 is a formal contract with number and date; 意向 and 框架协议 are not.
        SigningNeedsContract { missing: Vec<&'static str> } = (Conflict, "projects.signing_needs_formal_contract"),
        /// A condition of 新引进 is not met.
        NotIntroducible { missing: Vec<&'static str> } = (Conflict, "projects.not_introducible"),
        /// 落地 needs a project company registered here, or a filing code.
        LandingNeedsRegistration { missing: Vec<&'static str> } = (Conflict, "projects.landing_needs_registration"),
        /// 开工 comes after 签约.
        StartNeedsSigning = (Conflict, "projects.start_needs_signing"),
        /// An earlier step has not been recognised.
        StepMissing { missing: MilestoneKind } = (Conflict, "projects.step_missing"),
        /// It would lie before the step that it follows.
        BeforeEarlierStep { milestone: MilestoneKind, occurred_on: NaiveDate } = (Conflict, "projects.before_earlier_step"),
        /// The project is on the list of pushed ones already.
        OnList { listed_on: NaiveDate } = (Conflict, "projects.on_list"),
        /// The project is not on the list of pushed ones.
        NotOnList = (Conflict, "projects.not_on_list"),
        /// A witnessed project stays one until it ends.
        WitnessedStays = (Conflict, "projects.witnessed_stays"),
        /// The project is on hold already.
        Suspended { suspended_on: NaiveDate } = (Conflict, "projects.suspended"),
        /// The project is not on hold.
        NotSuspended = (Conflict, "projects.not_suspended"),
        /// Another milestone rests on this one and must be taken back first.
        NeededBy { milestone: MilestoneKind } = (Conflict, "projects.milestone_needed"),
        /// The project has no such milestone that stands.
        Unknown = (NotFound, "projects.milestone_unknown"),
    }
}

/// The step that must have been recognised before, if there is one.
pub(super) const fn step_before(kind: MilestoneKind) -> Option<MilestoneKind> {
    match kind {
        MilestoneKind::Started => Some(MilestoneKind::Signed),
        MilestoneKind::Completed | MilestoneKind::InProduction => Some(MilestoneKind::Started),
        MilestoneKind::AtCapacity => Some(MilestoneKind::InProduction),
        _ => None,
    }
}

/// What 签约 still needs.
pub(super) fn missing_for_signing(project: &Project) -> Vec<&'static str> {
    let contract = &project.contract;
    let formal = contract.kind == Some(ContractKind::Formal);
    absent([
        ("formal_contract", formal),
        ("contract_number", contract.number.is_some()),
        ("contract_date", contract.signed_on.is_some()),
    ])
}

/// What 新引进 still needs.
pub(super) fn missing_for_introduction(project: &Project, home: Home<'_>) -> Vec<&'static str> {
    let contract = &project.contract;
    let formal = contract.kind == Some(ContractKind::Formal);
    absent([
        (
            "other_province_investor",
            project.other_province_bp(home) > 0,
        ),
        ("planned_100m", project.planned >= HUNDRED_MILLION),
        ("formal_contract", formal),
        ("contract_number", contract.number.is_some()),
        ("company_or_filing", project.is_registered()),
        ("not_excluded", project.exclusion.is_none()),
    ])
}

fn absent<const N: usize>(conditions: [(&'static str, bool); N]) -> Vec<&'static str> {
    let unmet = conditions.into_iter().filter(|(_, met)| !met);
    unmet.map(|(name, _)| name).collect()
}

/// Whether `kind`, which happened on `day`, may be recognised of `project` now. Answers
/// whether it is 期初.
///
/// # Errors
/// A day in the future, or [`MilestoneRefusal`].
pub(crate) fn judge_milestone(
    project: &Project,
    kind: MilestoneKind,
    day: NaiveDate,
    days: Days,
    home: Home<'_>,
) -> Result<bool, Refusal> {
    let opening = days.judge(day)?;
    judge_place(&project.life, kind, day)?;
    let missing = |missing: Vec<&'static str>| (!missing.is_empty()).then_some(missing);
    match kind {
        MilestoneKind::Signed => {
            if let Some(missing) = missing(missing_for_signing(project)) {
                return Err(MilestoneRefusal::SigningNeedsContract { missing }.into());
            }
        }
        MilestoneKind::Introduced => {
            if let Some(missing) = missing(missing_for_introduction(project, home)) {
                return Err(MilestoneRefusal::NotIntroducible { missing }.into());
            }
        }
        MilestoneKind::Landed if !project.is_registered() => {
            let missing = vec!["company_or_filing"];
            return Err(MilestoneRefusal::LandingNeedsRegistration { missing }.into());
        }
        _ => {}
    }
    Ok(opening)
}

/// Whether the milestone fits among those that stand.
fn judge_place(life: &Life, kind: MilestoneKind, day: NaiveDate) -> Result<(), MilestoneRefusal> {
    if let Some(known) = life.last(kind).filter(|_| !kind.may_repeat()) {
        return Err(MilestoneRefusal::AlreadyRecognised {
            milestone: kind,
            occurred_on: known.occurred_on,
        });
    }
    // What happened before the end may still be handed in late; leaving a list is tidying up.
    if let Some(end) = life.end()
        && kind != MilestoneKind::Unlisted
        && (day > end.occurred_on || kind.ends())
    {
        return Err(MilestoneRefusal::Ended {
            milestone: end.kind,
            ended_on: end.occurred_on,
        });
    }
    if let Some(needed) = step_before(kind) {
        let Some(step) = life.last(needed) else {
            return Err(match kind {
                MilestoneKind::Started => MilestoneRefusal::StartNeedsSigning,
                _ => MilestoneRefusal::StepMissing { missing: needed },
            });
        };
        not_before(step.kind, step.occurred_on, day)?;
    }
    match kind {
        MilestoneKind::Listed => match life.pushed() {
            Some(listed) => Err(MilestoneRefusal::OnList {
                listed_on: listed.occurred_on,
            }),
            None => Ok(()),
        },
        MilestoneKind::Unlisted => {
            let listed = life.pushed().ok_or(MilestoneRefusal::NotOnList)?;
            not_before(listed.kind, listed.occurred_on, day)
        }
        MilestoneKind::Suspended => match life.suspended() {
            Some(paused) => Err(MilestoneRefusal::Suspended {
                suspended_on: paused.occurred_on,
            }),
            None => Ok(()),
        },
        MilestoneKind::Resumed => {
            let paused = life.suspended().ok_or(MilestoneRefusal::NotSuspended)?;
            not_before(paused.kind, paused.occurred_on, day)
        }
        _ => Ok(()),
    }
}

fn not_before(
    milestone: MilestoneKind,
    occurred_on: NaiveDate,
    day: NaiveDate,
) -> Result<(), MilestoneRefusal> {
    if day < occurred_on {
        return Err(MilestoneRefusal::BeforeEarlierStep {
            milestone,
            occurred_on,
        });
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod samples;

#[cfg(test)]
mod tests;
