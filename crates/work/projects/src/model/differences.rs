//! What writing a draft over a project would change, in the words of a cell.

use super::contract::ContractKind;
use super::credit::mode_word;
use super::draft::ProjectDraft;
use super::investor::{Investor, InvestorDraft};
use super::project::{Exclusion, Project};
use companies::{CompanyId, normal_name};
use kernel::Money;
use ledger::CreditMode;
use orgs::UnitTree;

/// A field that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The field.
    pub field: &'static str,
    /// What stands there.
    pub from: Option<String>,
    /// What would stand there.
    pub to: Option<String>,
}

/// The fields in which `draft` differs from `project`.
pub(crate) fn differences(
    project: &Project,
    draft: &ProjectDraft,
    tree: &UnitTree,
) -> Vec<Difference> {
    let unit = |key: i64| tree.by_key(key).map(|unit| unit.name.clone());
    let share = |mode: CreditMode, bp: i64| (mode == CreditMode::Shared).then(|| percent(bp));
    let (was, now) = (&project.credit, &draft.credit);
    let (old, new) = (&project.contract, &draft.contract);
    let text = |value: &Option<String>| value.clone();
    let kind = |kind: Option<ContractKind>| kind.map(|kind| kind.word().to_owned());
    let excluded = |value: Option<Exclusion>| value.map(|value| value.word().to_owned());
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let money = |money: Option<Money>| money.map(|money| money.to_string());
    let same_investors = same_investors(project, draft);
    let investors = |names: Vec<String>, other: &[String]| {
        // A difference that is only of shares still shows itself.
        let joined = names.join("；");
        if same_investors || other.is_empty() {
            joined
        } else {
            format!("{joined} ({})", other.join("；"))
        }
    };
    let old_shares: Vec<String> = project.investors.iter().map(Investor::share_text).collect();
    let new_shares: Vec<String> = draft
        .investors
        .iter()
        .map(InvestorDraft::share_text)
        .collect();
    let old_names = project.investors.iter().map(|i| i.name.clone()).collect();
    let new_names = draft
        .investors
        .iter()
        .map(|i| i.company.name.clone())
        .collect();
    let mut pairs = vec![
        ("name", Some(project.name.clone()), Some(draft.name.clone())),
        ("unit", unit(was.lead), unit(now.lead)),
        (
            "joint_unit",
            was.joint.and_then(unit),
            now.joint.and_then(unit),
        ),
        (
            "credit_mode",
            Some(mode_word(was.mode).to_owned()),
            Some(mode_word(now.mode).to_owned()),
        ),
        (
            "credit_share",
            share(was.mode, was.lead_bp),
            share(now.mode, now.lead_bp),
        ),
        (
            "place",
            Some(project.place_code.clone()),
            Some(draft.place_code.clone()),
        ),
        ("contract_number", text(&old.number), text(&new.number)),
        ("contract_kind", kind(old.kind), kind(new.kind)),
        ("signed_on", day(old.signed_on), day(new.signed_on)),
        ("contract_amount", money(old.amount), money(new.amount)),
        (
            "planned_investment",
            money(Some(project.planned)),
            money(Some(draft.planned)),
        ),
        (
            "project_company",
            text(&project.project_company),
            text(&draft.project_company),
        ),
        (
            "filing_code",
            text(&project.filing_code),
            text(&draft.filing_code),
        ),
        ("industry", text(&project.industry), text(&draft.industry)),
        ("chain", text(&project.chain), text(&draft.chain)),
        (
            "exclusion",
            excluded(project.exclusion),
            excluded(draft.exclusion),
        ),
    ];
    if !same_investors {
        let from = investors(old_names, &old_shares);
        let to = investors(new_names, &new_shares);
        pairs.push(("investors", Some(from), Some(to)));
    }
    pairs
        .into_iter()
        .filter(|(field, from, to)| from != to || *field == "investors")
        .map(|(field, from, to)| Difference { field, from, to })
        .collect()
}

fn percent(basis_points: i64) -> String {
    format!("{}.{:02}%", basis_points / 100, basis_points % 100)
}

impl Investor {
    fn share_text(&self) -> String {
        format!("{} {}", self.deciding_division(), percent(self.share_bp))
    }
}

impl InvestorDraft {
    fn share_text(&self) -> String {
        format!("{} {}", self.deciding_division(), percent(self.share_bp))
    }
}

fn same_investors(project: &Project, draft: &ProjectDraft) -> bool {
    project.investors.len() == draft.investors.len()
        && draft
            .investors
            .iter()
            .zip(&draft.companies)
            .all(|(drafted, company)| {
                let same = |known: &&Investor| is_same(known, drafted, *company);
                project.investors.iter().filter(same).count() == 1
            })
}

/// Whether `drafted` says what is known. A look-through that it does not mention stays.
fn is_same(known: &Investor, drafted: &InvestorDraft, company: Option<CompanyId>) -> bool {
    let same_company = match company {
        Some(company) => company == known.company,
        None => normal_name(&known.name) == normal_name(&drafted.company.name),
    };
    let look_through =
        drafted.look_through_code.is_none() || drafted.look_through_code == known.look_through_code;
    same_company
        && look_through
        && known.division_code == drafted.company.division_code
        && known.share_bp == drafted.share_bp
}

#[cfg(test)]
mod tests {
    use super::super::change::ProjectChange;
    use super::super::draft::check_draft;
    use super::super::milestone_rules::samples::{project, tree};
    use super::super::typed::NewInvestor;
    use super::*;
    use kernel::Fields;

    fn changed(change: ProjectChange) -> Vec<Difference> {
        let project = project();
        let new = change.onto(project.typed(&tree()));
        let draft = check_draft(&mut Fields::default(), &tree(), &new).unwrap();
        differences(&project, &draft, &tree())
    }

    #[test]
    fn a_project_typed_again_differs_in_nothing() {
        assert_eq!(changed(ProjectChange::default()), []);
    }

    #[test]
    fn only_what_changes_is_named() {
        let found = changed(ProjectChange {
            name: Some("新名".into()),
            planned_investment: Some(Money::from_fen(100)),
            ..ProjectChange::default()
        });
        let fields: Vec<_> = found.iter().map(|difference| difference.field).collect();
        assert_eq!(fields, ["name", "planned_investment"]);
        assert_eq!(found[1].to.as_deref(), Some("1.00"));
    }

    #[test]
    fn another_share_or_division_is_a_change_of_the_investors() {
        let investor = |division: &str| NewInvestor {
            name: "苏州甲 有限公司".into(),
            division: division.into(),
            ..NewInvestor::default()
        };
        let with = |division: &str| ProjectChange {
            investors: Some(vec![investor(division)]),
            ..ProjectChange::default()
        };
        assert_eq!(changed(with("320500")), []);
        assert_eq!(changed(with("110101"))[0].field, "investors");
    }
}
