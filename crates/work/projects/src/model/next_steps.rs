//! What a project could be recognised for next, and what is still missing.

use super::investor::Home;
use super::milestone::MilestoneKind;
use super::milestone_rules::{missing_for_introduction, missing_for_signing, step_before};
use super::project::Project;

/// A milestone that could come next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// The milestone.
    pub milestone: MilestoneKind,
    /// What it still needs, in stable codes; nothing when it may be recognised.
    pub missing: Vec<&'static str>,
}

/// The nearest step of the main road, and 新引进 while the project has not been recognised
/// as such though an investor comes from another province.
pub(crate) fn next_steps(project: &Project, home: Home<'_>) -> Vec<NextStep> {
    let life = &project.life;
    if life.end().is_some() {
        return Vec::new();
    }
    if life.suspended().is_some() {
        return vec![NextStep {
            milestone: MilestoneKind::Resumed,
            missing: Vec::new(),
        }];
    }
    let road = [
        MilestoneKind::Signed,
        MilestoneKind::Landed,
        MilestoneKind::Started,
        MilestoneKind::Completed,
        MilestoneKind::InProduction,
        MilestoneKind::AtCapacity,
    ];
    let furthest = road.iter().rposition(|kind| life.has(*kind));
    let ahead = &road[furthest.map_or(0, |place| place + 1)..];
    let next = ahead.first().map(|&milestone| NextStep {
        milestone,
        missing: missing_for(project, milestone),
    });
    let introduction = (!life.has(MilestoneKind::Introduced)
        && project.other_province_bp(home) > 0)
        .then(|| NextStep {
            milestone: MilestoneKind::Introduced,
            missing: missing_for_introduction(project, home),
        });
    next.into_iter().chain(introduction).collect()
}

fn missing_for(project: &Project, kind: MilestoneKind) -> Vec<&'static str> {
    let mut missing = match kind {
        MilestoneKind::Signed => missing_for_signing(project),
        MilestoneKind::Landed if !project.is_registered() => vec!["company_or_filing"],
        _ => Vec::new(),
    };
    if let Some(step) = step_before(kind).filter(|step| !project.life.has(*step)) {
        missing.push(step.word());
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::super::milestone_rules::samples::{home, life, project};
    use super::*;
    use MilestoneKind::{AtCapacity, Introduced, Landed, Signed, Started, Suspended};

    fn steps(project: &Project) -> Vec<(MilestoneKind, Vec<&'static str>)> {
        let steps = next_steps(project, home()).into_iter();
        steps.map(|step| (step.milestone, step.missing)).collect()
    }

    #[test]
    fn the_next_step_is_named_with_what_it_needs() {
        let mut project = project();
        project.contract.number = None;
        project.filing_code = None;
        assert_eq!(
            steps(&project),
            [
                (Signed, vec!["contract_number"]),
                (Introduced, vec!["contract_number", "company_or_filing"]),
            ]
        );
        project.life = life(&[(Landed, 1), (Introduced, 1)]);
        assert_eq!(steps(&project), [(Started, vec!["signed"])]);
    }

    #[test]
    fn a_finished_project_has_no_next_step_and_a_paused_one_only_its_resumption() {
        let mut project = project();
        project.life = life(&[(AtCapacity, 1), (Introduced, 1)]);
        assert_eq!(steps(&project), []);
        project.life = life(&[(Suspended, 1)]);
        assert_eq!(steps(&project), [(MilestoneKind::Resumed, vec![])]);
    }
}
