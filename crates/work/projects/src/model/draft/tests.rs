//! What a new project must be.

use super::super::milestone_rules::samples::{day, tree};
use super::*;

fn investor(name: &str, division: &str, share_bp: Option<i64>) -> NewInvestor {
    NewInvestor {
        name: name.into(),
        division: division.into(),
        share_bp,
        ..NewInvestor::default()
    }
}

fn typed() -> NewProject {
    NewProject {
        code: "P-1".into(),
        name: "新材料项目".into(),
        unit: "张店".into(),
        place: "张店区".into(),
        investors: vec![investor("苏州甲有限公司", "苏州", None)],
        contract_number: Some("HT-1".into()),
        contract_kind: Some(ContractKind::Formal),
        signed_on: Some(day(2)),
        planned_investment: Money::from_fen(1),
        industry: Some("C2669".into()),
        ..NewProject::default()
    }
}

fn wrong(new: &NewProject) -> Vec<(String, String)> {
    let mut wrong = Fields::default();
    let _ = check_draft(&mut wrong, &tree(), new);
    let fields = wrong
        .done()
        .err()
        .map_or_else(Vec::new, |refusal| refusal.fields);
    fields
        .into_iter()
        .map(|field| (field.field, field.code))
        .collect()
}

fn named(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

#[test]
fn names_lead_to_units_and_divisions() {
    let draft = check_draft(&mut Fields::default(), &tree(), &typed()).unwrap();
    assert_eq!(draft.credit, CreditSplit::exclusive(2));
    assert_eq!(draft.place_code, "370303");
    assert_eq!(draft.investors[0].company.division_code, "320500");
    assert_eq!(draft.investors[0].share_bp, 10_000);
}

#[test]
fn shares_make_a_whole() {
    let mut new = typed();
    new.investors = vec![
        investor("甲公司", "苏州", Some(6_000)),
        investor("乙公司", "北京", Some(3_000)),
    ];
    assert_eq!(wrong(&new), named("shares", "projects.shares_not_whole"));
    new.investors[1].share_bp = Some(4_000);
    assert_eq!(wrong(&new), []);
    new.investors[1].name = "甲 公司".into();
    new.investors[1].division = "苏州市".into();
    assert_eq!(wrong(&new), named("investors", "projects.investor_twice"));
}

#[test]
fn a_mode_and_its_units_must_fit() {
    let mut new = typed();
    new.joint_unit = Some("高新区".into());
    assert_eq!(
        wrong(&new),
        named("joint_unit", "projects.joint_unit_not_shared")
    );
    new.credit_mode = Some(CreditMode::Double);
    assert_eq!(wrong(&new), []);
    new.credit_mode = Some(CreditMode::Shared);
    assert_eq!(wrong(&new), named("credit_share", "projects.share_missing"));
    new.credit_share = Some(10_000);
    assert_eq!(wrong(&new), named("credit_share", "projects.share_missing"));
    new.credit_share = Some(3_000);
    assert_eq!(wrong(&new), []);
    new.joint_unit = Some("u2".into());
    assert_eq!(
        wrong(&new),
        named("joint_unit", "projects.joint_unit_is_lead")
    );
    new.joint_unit = None;
    assert_eq!(
        wrong(&new),
        named("joint_unit", "projects.joint_unit_missing")
    );
}

#[test]
fn a_formal_contract_has_number_and_date() {
    let mut new = typed();
    new.signed_on = None;
    assert_eq!(
        wrong(&new),
        named("signed_on", "projects.contract_incomplete")
    );
    new.contract_kind = None;
    assert_eq!(
        wrong(&new),
        named("contract_kind", "projects.contract_incomplete")
    );
    new.contract_kind = Some(ContractKind::Framework);
    assert_eq!(wrong(&new), []);
}

#[test]
fn every_wrong_field_is_named_at_once() {
    let new = NewProject {
        code: " ".into(),
        unit: "火星区".into(),
        place: "济南市".into(),
        planned_investment: Money::ZERO,
        project_company: Some("91370300050914951X".into()),
        industry: Some("化工".into()),
        investors: vec![investor("甲公司", "不存在", None)],
        ..typed()
    };
    let fields: Vec<String> = wrong(&new).into_iter().map(|(field, _)| field).collect();
    assert_eq!(
        fields,
        [
            "code",
            "unit",
            "place",
            "investor_divisions",
            "planned_investment",
            "project_company",
            "industry",
        ]
    );
}
