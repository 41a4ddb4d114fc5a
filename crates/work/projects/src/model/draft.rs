//! Checking a typed project: every wrong field is named at once.

use super::contract::{Contract, ContractKind};
use super::credit::CreditSplit;
use super::industry::is_industry_code;
use super::investor::{Home, InvestorDraft, equal_shares};
use super::project::Exclusion;
use super::typed::{NewInvestor, NewProject};
use companies::{CompanyDraft, CompanyId, NewCompany, Uscc, normal_name};
use kernel::{Fields, Money};
use ledger::CreditMode;
use orgs::{NameRefusal, UnitTree, divisions};
use serde_json::json;

/// A project that passed the checks of its own fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProjectDraft {
    /// See [`super::Project`], also for the fields below.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Which units are credited.
    pub credit: CreditSplit,
    /// Where it lies.
    pub place_code: String,
    /// Who invests.
    pub investors: Vec<InvestorDraft>,
    /// The registered companies that the investors were found to be, in their order.
    pub companies: Vec<Option<CompanyId>>,
    /// The paper behind it.
    pub contract: Contract,
    /// Its planned total investment.
    pub planned: Money,
    /// The project company.
    pub project_company: Option<String>,
    /// The filing code.
    pub filing_code: Option<String>,
    /// The GB/T 4754 code.
    pub industry: Option<String>,
    /// The industrial chain.
    pub chain: Option<String>,
    /// Why it cannot be 新引进.
    pub exclusion: Option<Exclusion>,
}

/// The codes of fields that this crate refuses.
pub(crate) const FIELD_CODES: &[&str] = &[
    "companies.uscc_character",
    "companies.uscc_check_character",
    "companies.uscc_length",
    "field.empty",
    "field.not_positive",
    "field.too_long",
    "field.too_many",
    "orgs.division_ambiguous",
    "orgs.division_unknown",
    "orgs.unit_unknown",
    "projects.contract_incomplete",
    "projects.industry_malformed",
    "projects.investor_lists_differ",
    "projects.investor_twice",
    "projects.joint_unit_is_lead",
    "projects.joint_unit_missing",
    "projects.joint_unit_not_shared",
    "projects.place_outside_city",
    "projects.share_missing",
    "projects.shares_not_whole",
];

/// The most characters of a code or number.
const LONGEST_CODE: usize = 64;

/// The most characters of a name.
const LONGEST_NAME: usize = 128;

/// The most investors of one project.
const MOST_INVESTORS: usize = 50;

/// Checks a typed project against the city's units.
pub(crate) fn check_draft(
    wrong: &mut Fields,
    tree: &UnitTree,
    new: &NewProject,
) -> Option<ProjectDraft> {
    let home = Home::of(tree);
    let code = sheets::normal_text(&new.code).replace(' ', "");
    let name = sheets::normal_text(&new.name);
    text(wrong, "code", &code, LONGEST_CODE, true);
    text(wrong, "name", &name, LONGEST_NAME, true);
    let credit = credit_of(wrong, tree, new);
    let place_code = division_of(wrong, "place", &new.place);
    if place_code
        .as_deref()
        .is_some_and(|place| !home.holds(place))
    {
        wrong.refuse(
            "place",
            "projects.place_outside_city",
            json!({ "place": new.place }),
        );
    }
    let investors = investors_of(wrong, &new.investors);
    let contract = contract_of(wrong, new);
    if new.planned_investment <= Money::ZERO {
        wrong.refuse("planned_investment", "field.not_positive", json!({}));
    }
    let optional = |wrong: &mut Fields, field: &str, value: &Option<String>, max: usize| {
        let value = value.as_deref().map(sheets::normal_text);
        let value = value.filter(|value| !value.is_empty());
        text(
            wrong,
            field,
            value.as_deref().unwrap_or_default(),
            max,
            false,
        );
        value
    };
    let project_company = optional(wrong, "project_company", &new.project_company, LONGEST_NAME);
    // Old books name the company; what is written in Latin letters and digits is a code.
    if let Some(written) = project_company.as_deref().filter(|text| text.is_ascii())
        && let Err(refusal) = Uscc::parse(written)
    {
        wrong.refuse("project_company", refusal.code(), refusal.params());
    }
    let filing_code = optional(wrong, "filing_code", &new.filing_code, LONGEST_CODE);
    let industry = optional(wrong, "industry", &new.industry, LONGEST_CODE);
    if let Some(code) = industry.as_deref().filter(|code| !is_industry_code(code)) {
        wrong.refuse(
            "industry",
            "projects.industry_malformed",
            json!({ "code": code }),
        );
    }
    let chain = optional(wrong, "chain", &new.chain, LONGEST_NAME);
    wrong.is_clean().then(|| ProjectDraft {
        code,
        name,
        credit: credit.expect("nothing was found wrong"),
        place_code: place_code.expect("nothing was found wrong"),
        companies: new
            .investors
            .iter()
            .map(|investor| investor.company_id)
            .collect(),
        investors,
        contract,
        planned: new.planned_investment,
        project_company,
        filing_code,
        industry,
        chain,
        exclusion: new.exclusion,
    })
}

fn text(wrong: &mut Fields, field: &str, value: &str, max: usize, required: bool) {
    match value.chars().count() {
        0 if required => wrong.refuse(field, "field.empty", json!({})),
        length if length > max => wrong.refuse(field, "field.too_long", json!({ "max": max })),
        _ => {}
    }
}

/// The code of the one division that `name` means.
fn division_of(wrong: &mut Fields, field: &str, name: &str) -> Option<String> {
    let (code, params) = match divisions().by_name(name) {
        Ok(division) => return Some(division.code.clone()),
        Err(NameRefusal::Unknown) => ("orgs.division_unknown", json!({ "code": name })),
        Err(NameRefusal::Ambiguous(names)) => (
            "orgs.division_ambiguous",
            json!({ "code": name, "names": names }),
        ),
    };
    wrong.refuse(field, code, params);
    None
}

fn credit_of(wrong: &mut Fields, tree: &UnitTree, new: &NewProject) -> Option<CreditSplit> {
    let mut unit = |field: &str, name: &str| {
        let unit = tree.by_name(name);
        if unit.is_none() {
            wrong.refuse(field, "orgs.unit_unknown", json!({ "code": name }));
        }
        unit.map(|unit| unit.key)
    };
    let lead = unit("unit", &new.unit);
    let joint_name = new
        .joint_unit
        .as_deref()
        .filter(|name| !name.trim().is_empty());
    let joint = joint_name.map(|name| unit("joint_unit", name));
    let mode = new.credit_mode.unwrap_or(CreditMode::Exclusive);
    match (mode, joint) {
        (CreditMode::Exclusive, Some(_)) => {
            wrong.refuse("joint_unit", "projects.joint_unit_not_shared", json!({}));
        }
        (CreditMode::Shared | CreditMode::Double, None) => {
            wrong.refuse("joint_unit", "projects.joint_unit_missing", json!({}));
        }
        (_, Some(joint)) if joint.is_some() && joint == lead => {
            wrong.refuse("joint_unit", "projects.joint_unit_is_lead", json!({}));
        }
        _ => {}
    }
    let lead_bp = match (mode, new.credit_share) {
        (CreditMode::Shared, Some(share)) if (1..10_000).contains(&share) => share,
        (CreditMode::Shared, _) => {
            wrong.refuse("credit_share", "projects.share_missing", json!({}));
            0
        }
        _ => 10_000,
    };
    Some(CreditSplit {
        lead: lead?,
        joint: joint.flatten(),
        mode,
        lead_bp,
    })
}

fn investors_of(wrong: &mut Fields, typed: &[NewInvestor]) -> Vec<InvestorDraft> {
    if typed.is_empty() {
        wrong.refuse("investors", "field.empty", json!({}));
    }
    if typed.len() > MOST_INVESTORS {
        wrong.refuse(
            "investors",
            "field.too_many",
            json!({ "max": MOST_INVESTORS }),
        );
        return Vec::new();
    }
    let shares: Vec<i64> = if typed.iter().all(|investor| investor.share_bp.is_none()) {
        equal_shares(typed.len())
    } else {
        typed
            .iter()
            .map(|investor| investor.share_bp.unwrap_or(0))
            .collect()
    };
    let sum: i128 = shares.iter().map(|share| i128::from(*share)).sum();
    if !typed.is_empty() && (sum != 10_000 || shares.iter().any(|share| *share <= 0)) {
        wrong.refuse("shares", "projects.shares_not_whole", json!({}));
    }
    let mut known = Vec::new();
    let mut drafts = Vec::new();
    for (investor, share_bp) in typed.iter().zip(shares) {
        let division_code = division_of(wrong, "investor_divisions", &investor.division);
        let look_through_code = investor
            .look_through
            .as_deref()
            .filter(|name| !name.trim().is_empty())
            .and_then(|name| division_of(wrong, "investor_divisions", name));
        let mut own = Fields::default();
        let company = companies::check_draft(&mut own, &typed_company(investor));
        let refused = own
            .done()
            .err()
            .map_or_else(Vec::new, |refusal| refusal.fields);
        for field in refused
            .into_iter()
            .filter(|field| field.field != "division")
        {
            let params = serde_json::Value::Object(field.params);
            wrong.refuse("investors", &field.code, params);
        }
        let (Some(company), Some(_)) = (company, division_code) else {
            continue;
        };
        let key = (normal_name(&company.name), company.division_code.clone());
        if known.contains(&key) {
            wrong.refuse(
                "investors",
                "projects.investor_twice",
                json!({ "name": company.name }),
            );
        }
        known.push(key);
        drafts.push(InvestorDraft {
            company,
            share_bp,
            look_through_code,
        });
    }
    drafts
}

/// The companies that typed investors name, those that cannot be read left out.
pub(crate) fn company_drafts(investors: &[NewInvestor]) -> Vec<CompanyDraft> {
    let named = investors.iter().map(typed_company);
    named
        .filter_map(|company| companies::check_draft(&mut Fields::default(), &company))
        .collect()
}

fn typed_company(investor: &NewInvestor) -> NewCompany {
    NewCompany {
        name: investor.name.clone(),
        aliases: Vec::new(),
        uscc: investor.uscc.clone(),
        division: investor.division.clone(),
    }
}

fn contract_of(wrong: &mut Fields, new: &NewProject) -> Contract {
    let number = new.contract_number.as_deref().map(sheets::normal_text);
    let number = number.filter(|number| !number.is_empty());
    text(
        wrong,
        "contract_number",
        number.as_deref().unwrap_or_default(),
        LONGEST_CODE,
        false,
    );
    if new
        .contract_amount
        .is_some_and(|amount| amount < Money::ZERO)
    {
        wrong.refuse("contract_amount", "field.not_positive", json!({}));
    }
    let incomplete = "projects.contract_incomplete";
    if new.contract_kind == Some(ContractKind::Formal) {
        if number.is_none() {
            wrong.refuse("contract_number", incomplete, json!({}));
        }
        if new.signed_on.is_none() {
            wrong.refuse("signed_on", incomplete, json!({}));
        }
    }
    if new.contract_kind.is_none() && number.is_some() {
        wrong.refuse("contract_kind", incomplete, json!({}));
    }
    Contract {
        number,
        kind: new.contract_kind,
        signed_on: new.signed_on,
        amount: new.contract_amount,
    }
}

#[cfg(test)]
mod tests;
