//! What must be there before a milestone is recognised.

use super::samples::{day, home, june, life, project};
use super::*;
use MilestoneKind::{
    AtCapacity, Completed, InProduction, Intended, Introduced, Landed, Listed, Resumed, Signed,
    Started, Suspended, Terminated, Unlisted, Withdrawn, Witnessed,
};
use serde_json::json;

fn judged(project: &Project, kind: MilestoneKind, number: u32) -> Result<bool, Refusal> {
    judge_milestone(project, kind, day(number), june(), home())
}

fn code(project: &Project, kind: MilestoneKind, number: u32) -> &'static str {
    judged(project, kind, number).map_or_else(|refusal| refusal.code, |_| "accepted")
}

fn with(milestones: &[(MilestoneKind, u32)]) -> Project {
    Project {
        life: life(milestones),
        ..project()
    }
}

#[test]
fn a_project_counts_once() {
    for kind in MilestoneKind::ALL
        .into_iter()
        .filter(|kind| !kind.may_repeat())
    {
        let known = with(&[(kind, 5)]);
        assert_eq!(
            code(&known, kind, 6),
            "projects.milestone_already_recognised",
            "{kind:?}"
        );
    }
}

#[test]
fn signing_needs_a_formal_contract_with_number_and_date() {
    assert_eq!(code(&project(), Signed, 5), "accepted");
    let framework = {
        let mut project = project();
        project.contract.kind = Some(ContractKind::Framework);
        project.contract.number = None;
        project
    };
    let refusal = judged(&framework, Signed, 5).unwrap_err();
    assert_eq!(refusal.code, "projects.signing_needs_formal_contract");
    assert_eq!(
        refusal.params["missing"],
        json!(["formal_contract", "contract_number"])
    );
}

#[test]
fn each_condition_of_introduction_is_named_when_it_is_missing() {
    assert_eq!(code(&project(), Introduced, 5), "accepted");
    type Change = fn(&mut Project);
    let cases: [(&str, Change); 6] = [
        ("other_province_investor", |p| {
            p.investors[0].division_code = "370102".into();
        }),
        ("planned_100m", |p| {
            p.planned = Money::from_fen(9_999_999_999)
        }),
        ("formal_contract", |p| {
            p.contract.kind = Some(ContractKind::Intention)
        }),
        ("contract_number", |p| p.contract.number = None),
        ("company_or_filing", |p| p.filing_code = None),
        ("not_excluded", |p| {
            p.exclusion = Some(crate::model::Exclusion::RealEstate);
        }),
    ];
    for (missing, change) in cases {
        let mut project = project();
        change(&mut project);
        let refusal = judged(&project, Introduced, 5).unwrap_err();
        assert_eq!(refusal.code, "projects.not_introducible");
        assert_eq!(refusal.params["missing"], json!([missing]));
    }
}

#[test]
fn exactly_a_hundred_million_is_enough() {
    let exact = Project {
        planned: HUNDRED_MILLION,
        ..project()
    };
    assert_eq!(code(&exact, Introduced, 5), "accepted");
}

#[test]
fn landing_needs_a_project_company_or_a_filing_code() {
    assert_eq!(code(&project(), Landed, 5), "accepted");
    let unfiled = Project {
        filing_code: None,
        ..project()
    };
    assert_eq!(
        code(&unfiled, Landed, 5),
        "projects.landing_needs_registration"
    );
}

#[test]
fn a_start_comes_after_the_signing() {
    assert_eq!(code(&project(), Started, 5), "projects.start_needs_signing");
    let signed = with(&[(Signed, 5)]);
    assert_eq!(code(&signed, Started, 4), "projects.before_earlier_step");
    assert_eq!(code(&signed, Started, 5), "accepted");
}

#[test]
fn later_steps_need_the_earlier_ones() {
    let signed = with(&[(Signed, 5)]);
    for kind in [Completed, InProduction, AtCapacity] {
        assert_eq!(code(&signed, kind, 9), "projects.step_missing", "{kind:?}");
    }
    let started = with(&[(Signed, 5), (Started, 6)]);
    assert_eq!(code(&started, InProduction, 7), "accepted");
    assert_eq!(code(&started, AtCapacity, 7), "projects.step_missing");
}

#[test]
fn the_pushed_list_is_entered_and_left_in_turn() {
    assert_eq!(code(&project(), Unlisted, 5), "projects.not_on_list");
    let listed = with(&[(Listed, 5)]);
    assert_eq!(code(&listed, Listed, 6), "projects.on_list");
    assert_eq!(code(&listed, Unlisted, 4), "projects.before_earlier_step");
    assert_eq!(code(&listed, Unlisted, 6), "accepted");
    let left = with(&[(Listed, 5), (Unlisted, 6)]);
    assert_eq!(code(&left, Listed, 7), "accepted");
}

#[test]
fn a_pause_begins_and_ends_in_turn() {
    assert_eq!(code(&project(), Resumed, 5), "projects.not_suspended");
    let paused = with(&[(Suspended, 5)]);
    assert_eq!(code(&paused, Suspended, 6), "projects.suspended");
    assert_eq!(code(&paused, Resumed, 6), "accepted");
}

#[test]
fn after_the_end_only_what_happened_before_it_is_recognised() {
    let ended = with(&[(Signed, 3), (Listed, 4), (Terminated, 10)]);
    assert_eq!(code(&ended, Witnessed, 11), "projects.ended");
    assert_eq!(code(&ended, Started, 9), "accepted");
    assert_eq!(code(&ended, Withdrawn, 9), "projects.ended");
    assert_eq!(code(&ended, Unlisted, 11), "accepted");
}

#[test]
fn an_intention_needs_nothing_but_a_day_that_has_come() {
    assert_eq!(code(&project(), Intended, 1), "accepted");
    let tomorrow = Days {
        today: day(4),
        ..june()
    };
    let refused = judge_milestone(&project(), Intended, day(5), tomorrow, home());
    assert_eq!(refused.unwrap_err().code, "ledger.date_in_future");
}
