//! When a recognised milestone may be taken back.

use super::life::Life;
use super::milestone::MilestoneKind;
use super::milestone_rules::{MilestoneRefusal, step_before};

/// Whether the milestone of the fact `fact_seq` may be taken back: nothing that stands may
/// rest on it.
///
/// # Errors
/// [`MilestoneRefusal::Unknown`], [`MilestoneRefusal::NeededBy`].
pub(crate) fn judge_taking_back(life: &Life, fact_seq: i64) -> Result<(), MilestoneRefusal> {
    let all = life.milestones();
    let milestone = all
        .iter()
        .find(|milestone| milestone.fact_seq == fact_seq)
        .ok_or(MilestoneRefusal::Unknown)?;
    let kind = milestone.kind;
    let follower = all
        .iter()
        .find(|other| step_before(other.kind) == Some(kind));
    if let Some(follower) = follower {
        return Err(MilestoneRefusal::NeededBy {
            milestone: follower.kind,
        });
    }
    // On and off a list, into and out of a pause: only the last of a pair can go.
    let pair = match kind {
        MilestoneKind::Listed | MilestoneKind::Unlisted => {
            [MilestoneKind::Listed, MilestoneKind::Unlisted]
        }
        MilestoneKind::Suspended | MilestoneKind::Resumed => {
            [MilestoneKind::Suspended, MilestoneKind::Resumed]
        }
        _ => return Ok(()),
    };
    let after = all
        .iter()
        .find(|other| other.fact_seq > fact_seq && pair.contains(&other.kind));
    match after {
        Some(after) => Err(MilestoneRefusal::NeededBy {
            milestone: after.kind,
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::milestone_rules::samples::life;
    use super::*;
    use MilestoneKind::{Listed, Signed, Started, Unlisted, Witnessed};

    #[test]
    fn what_others_rest_on_cannot_be_taken_back() {
        let life = life(&[(Signed, 1), (Started, 2), (Witnessed, 3)]);
        assert_eq!(
            judge_taking_back(&life, 1),
            Err(MilestoneRefusal::NeededBy { milestone: Started })
        );
        assert_eq!(judge_taking_back(&life, 2), Ok(()));
        assert_eq!(judge_taking_back(&life.without(2), 1), Ok(()));
        assert_eq!(judge_taking_back(&life, 9), Err(MilestoneRefusal::Unknown));
    }

    #[test]
    fn only_the_last_entry_of_a_list_can_be_taken_back() {
        let life = life(&[(Listed, 1), (Unlisted, 2), (Listed, 3)]);
        for (seq, needed_by) in [(1, Unlisted), (2, Listed)] {
            assert_eq!(
                judge_taking_back(&life, seq),
                Err(MilestoneRefusal::NeededBy {
                    milestone: needed_by
                })
            );
        }
        assert_eq!(judge_taking_back(&life, 3), Ok(()));
    }
}
