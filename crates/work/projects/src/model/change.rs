//! Changing a project's master data, and what recognised facts have frozen.

use super::contract::ContractKind;
use super::milestone::MilestoneKind;
use super::project::{Exclusion, Project};
use super::typed::{NewInvestor, NewProject};
use chrono::NaiveDate;
use kernel::{Money, Refusal};
use ledger::CreditMode;
use orgs::UnitTree;

kernel::refusals! {
    /// Why a field of a project stays as it is.
    pub enum FrozenRefusal {
        /// Recognised facts carry the plan: it changes by an amendment.
        Planned = (Conflict, "projects.planned_is_recognised"),
        /// Recognised facts are credited: credit moves by a transfer.
        Credit { field: &'static str } = (Conflict, "projects.credit_is_recognised"),
        /// A recognised fact stands on it: that must be taken back first.
        Frozen { field: &'static str, by: &'static str } = (Conflict, "projects.frozen"),
    }
}

/// What is to change of a project; what is absent stays. The code never changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProjectChange {
    /// See [`NewProject`], also for the fields below.
    pub name: Option<String>,
    /// The lead unit.
    pub unit: Option<String>,
    /// The unit it shares with; an empty text takes it away.
    pub joint_unit: Option<String>,
    /// How they share.
    pub credit_mode: Option<CreditMode>,
    /// The lead's share in basis points.
    pub credit_share: Option<i64>,
    /// Where it lies.
    pub place: Option<String>,
    /// Who invests: all of them.
    pub investors: Option<Vec<NewInvestor>>,
    /// The contract's number.
    pub contract_number: Option<String>,
    /// The contract's sort.
    pub contract_kind: Option<ContractKind>,
    /// The day it was signed.
    pub signed_on: Option<NaiveDate>,
    /// Its amount.
    pub contract_amount: Option<Money>,
    /// The planned total investment, while nothing recognised carries it.
    pub planned_investment: Option<Money>,
    /// The project company.
    pub project_company: Option<String>,
    /// The filing code.
    pub filing_code: Option<String>,
    /// The GB/T 4754 code.
    pub industry: Option<String>,
    /// The industrial chain.
    pub chain: Option<String>,
    /// Why it cannot be 新引进; a second layer of `None` takes it away.
    pub exclusion: Option<Option<Exclusion>>,
}

impl Project {
    /// The project as it would be typed.
    pub fn typed(&self, tree: &UnitTree) -> NewProject {
        let unit = |key: i64| tree.by_key(key).map(|unit| unit.code.clone());
        let shared = self.credit.mode == CreditMode::Shared;
        NewProject {
            code: self.code.clone(),
            name: self.name.clone(),
            unit: unit(self.credit.lead).unwrap_or_default(),
            joint_unit: self.credit.joint.and_then(unit),
            credit_mode: Some(self.credit.mode),
            credit_share: shared.then_some(self.credit.lead_bp),
            place: self.place_code.clone(),
            investors: self
                .investors
                .iter()
                .map(|investor| NewInvestor {
                    company_id: Some(investor.company),
                    name: investor.name.clone(),
                    uscc: None,
                    division: investor.division_code.clone(),
                    share_bp: Some(investor.share_bp),
                    look_through: investor.look_through_code.clone(),
                })
                .collect(),
            contract_number: self.contract.number.clone(),
            contract_kind: self.contract.kind,
            signed_on: self.contract.signed_on,
            contract_amount: self.contract.amount,
            planned_investment: self.planned,
            project_company: self.project_company.clone(),
            filing_code: self.filing_code.clone(),
            industry: self.industry.clone(),
            chain: self.chain.clone(),
            exclusion: self.exclusion,
        }
    }
}

impl ProjectChange {
    /// The project as it would be typed with the change made.
    pub fn onto(self, known: NewProject) -> NewProject {
        NewProject {
            code: known.code,
            name: self.name.unwrap_or(known.name),
            unit: self.unit.unwrap_or(known.unit),
            joint_unit: self.joint_unit.or(known.joint_unit),
            credit_mode: self.credit_mode.or(known.credit_mode),
            credit_share: self.credit_share.or(known.credit_share),
            place: self.place.unwrap_or(known.place),
            investors: self.investors.unwrap_or(known.investors),
            contract_number: self.contract_number.or(known.contract_number),
            contract_kind: self.contract_kind.or(known.contract_kind),
            signed_on: self.signed_on.or(known.signed_on),
            contract_amount: self.contract_amount.or(known.contract_amount),
            planned_investment: self.planned_investment.unwrap_or(known.planned_investment),
            project_company: self.project_company.or(known.project_company),
            filing_code: self.filing_code.or(known.filing_code),
            industry: self.industry.or(known.industry),
            chain: self.chain.or(known.chain),
            exclusion: self.exclusion.unwrap_or(known.exclusion),
        }
    }
}

/// Why `field` of `project` may not change from what it is, if so. Fields that no fact
/// carries are free: name, place, industry, chain.
pub(crate) fn frozen(project: &Project, field: &'static str) -> Option<Refusal> {
    let life = &project.life;
    let first = |kinds: &[MilestoneKind]| {
        let found = life.milestones().iter().find(|m| kinds.contains(&m.kind));
        found.map(|milestone| milestone.kind.word())
    };
    let funds = (project.funds > 0).then_some("funds");
    let refusal = match field {
        "planned_investment" => {
            let carried = life.milestones().iter().any(|m| m.kind.carries_plan());
            (carried || project.amended || funds.is_some()).then_some(FrozenRefusal::Planned)
        }
        "unit" | "joint_unit" | "credit_mode" | "credit_share" => {
            let credited = !life.is_empty() || project.amended || funds.is_some();
            credited.then_some(FrozenRefusal::Credit { field })
        }
        _ => {
            let by = match field {
                "investors" | "investor_divisions" | "shares" => first(&[
                    MilestoneKind::Intended,
                    MilestoneKind::Signed,
                    MilestoneKind::Introduced,
                ])
                .or(funds),
                "signed_on" => first(&[MilestoneKind::Signed, MilestoneKind::Introduced]).or(funds),
                "contract_number" | "contract_kind" | "contract_amount" => {
                    first(&[MilestoneKind::Signed, MilestoneKind::Introduced])
                }
                // Either of the two is the evidence; a missing one may still be added.
                "project_company" if project.project_company.is_some() => {
                    first(&[MilestoneKind::Introduced, MilestoneKind::Landed])
                }
                "filing_code" if project.filing_code.is_some() => {
                    first(&[MilestoneKind::Introduced, MilestoneKind::Landed])
                }
                "exclusion" => first(&[MilestoneKind::Introduced]),
                _ => None,
            };
            by.map(|by| FrozenRefusal::Frozen { field, by })
        }
    };
    refusal.map(Refusal::from)
}

/// The codes of [`frozen`].
pub(crate) const CODES: &[&str] = FrozenRefusal::CODES;

#[cfg(test)]
mod tests {
    use super::super::milestone_rules::samples::{life, project};
    use super::*;
    use MilestoneKind::{Introduced, Landed, Signed, Started};

    fn code(project: &Project, field: &'static str) -> &'static str {
        frozen(project, field).map_or("free", |refusal| refusal.code)
    }

    #[test]
    fn nothing_is_frozen_before_anything_is_recognised() {
        for field in [
            "unit",
            "planned_investment",
            "investors",
            "contract_number",
            "name",
        ] {
            assert_eq!(code(&project(), field), "free", "{field}");
        }
    }

    #[test]
    fn what_a_signing_carries_is_frozen_and_the_rest_is_not() {
        let mut project = project();
        project.life = life(&[(Signed, 3)]);
        assert_eq!(
            code(&project, "planned_investment"),
            "projects.planned_is_recognised"
        );
        assert_eq!(code(&project, "unit"), "projects.credit_is_recognised");
        for field in ["investors", "contract_number", "contract_kind", "signed_on"] {
            let refusal = frozen(&project, field).unwrap();
            assert_eq!(refusal.code, "projects.frozen");
            assert_eq!(refusal.params["by"], "signed");
        }
        for field in [
            "name",
            "place",
            "industry",
            "chain",
            "filing_code",
            "exclusion",
        ] {
            assert_eq!(code(&project, field), "free", "{field}");
        }
    }

    #[test]
    fn the_evidence_of_an_introduction_is_frozen_but_more_may_be_added() {
        let mut project = project();
        project.life = life(&[(Introduced, 3), (Landed, 4), (Started, 5)]);
        assert_eq!(code(&project, "filing_code"), "projects.frozen");
        assert_eq!(code(&project, "project_company"), "free");
        assert_eq!(code(&project, "exclusion"), "projects.frozen");
    }

    #[test]
    fn funds_alone_freeze_credit_plan_investors_and_the_date_of_the_contract() {
        let mut project = project();
        project.funds = 1;
        assert_eq!(code(&project, "unit"), "projects.credit_is_recognised");
        assert_eq!(
            code(&project, "planned_investment"),
            "projects.planned_is_recognised"
        );
        assert_eq!(code(&project, "investors"), "projects.frozen");
        assert_eq!(code(&project, "signed_on"), "projects.frozen");
        assert_eq!(code(&project, "contract_amount"), "free");
    }
}
