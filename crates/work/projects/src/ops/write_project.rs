//! From a checked draft to a project's record, for forms and workbooks alike.

use super::ProjectRefusal;
use crate::model::{Home, Investor, Life, NewProject, Project, ProjectDraft};
use crate::store::{self, Taken};
use companies::{CompanyDraft, CompanyId, CompanyRefusal, Directory, Ensured, Match};
use db::{ConnectionTrait, DatabaseTransaction};
use kernel::{Id, Ids, Instant, Money, Outcome};
use std::collections::BTreeSet;

/// Fills in the investors that were chosen from the register; they go by their name there.
///
/// # Errors
/// [`CompanyRefusal::Unknown`].
pub(super) async fn fill_chosen<C: ConnectionTrait>(
    connection: &C,
    new: &mut NewProject,
) -> Outcome<()> {
    let chosen: Vec<i64> = new
        .investors
        .iter()
        .filter_map(|investor| investor.company_id.map(CompanyId::key))
        .collect();
    let companies = companies::find_companies(connection, &chosen).await?;
    for investor in &mut new.investors {
        let Some(id) = investor.company_id else {
            continue;
        };
        let company = companies.get(&id.key()).ok_or(CompanyRefusal::Unknown)?;
        investor.name.clone_from(&company.name);
        if investor.division.is_empty() {
            investor.division.clone_from(&company.division_code);
        }
    }
    Ok(())
}

/// Notes which registered companies the investors are.
pub(crate) fn link_companies(draft: &mut ProjectDraft, directory: &Directory) {
    for (investor, company) in draft.investors.iter().zip(&mut draft.companies) {
        if company.is_none()
            && let Match::One(found) = directory.find_draft(&investor.company)
        {
            *company = Some(found.id);
        }
    }
}

/// Refuses a code or contract number that another project has.
///
/// # Errors
/// [`ProjectRefusal::CodeTaken`], [`ProjectRefusal::ContractNumberTaken`].
pub(crate) async fn refuse_taken(
    tx: &DatabaseTransaction,
    draft: &ProjectDraft,
    own: Option<&Project>,
) -> Outcome<()> {
    let number = draft.contract.number.as_deref();
    let mut others = store::find_taken(tx, &draft.code, number).await?;
    others.retain(|other| own.is_none_or(|own| own.id != other.id));
    if others.iter().any(|other| other.code == draft.code) {
        let code = draft.code.clone();
        return Err(ProjectRefusal::CodeTaken { code }.into());
    }
    match (others.pop(), number) {
        (Some(Taken { code, .. }), Some(number)) => Err(ProjectRefusal::ContractNumberTaken {
            number: number.to_owned(),
            code,
        }
        .into()),
        _ => Ok(()),
    }
}

/// The investors of a draft, those unknown registered as companies; and which those were.
///
/// # Errors
/// [`CompanyRefusal`].
pub(crate) async fn investors_for(
    tx: &DatabaseTransaction,
    ids: &Ids,
    at: Instant,
    drafts: &[&ProjectDraft],
) -> Outcome<(Vec<Vec<Investor>>, Vec<Ensured>)> {
    let unknown: Vec<CompanyDraft> = drafts
        .iter()
        .flat_map(|draft| draft.investors.iter().zip(&draft.companies))
        .filter(|(_, company)| company.is_none())
        .map(|(investor, _)| investor.company.clone())
        .collect();
    let ensured = companies::ensure_companies(tx, ids, at, &unknown).await?;
    let mut next = ensured.iter();
    let investors = drafts
        .iter()
        .map(|draft| {
            let investors = draft.investors.iter().zip(&draft.companies);
            let made = investors.map(|(investor, company)| {
                let (company, name) = match company {
                    Some(company) => (*company, &investor.company.name),
                    None => {
                        let ensured = next.next();
                        let ensured = ensured.expect("one for each draft without a company");
                        (ensured.id, &ensured.name)
                    }
                };
                Investor {
                    company,
                    name: name.clone(),
                    share_bp: investor.share_bp,
                    division_code: investor.company.division_code.clone(),
                    look_through_code: investor.look_through_code.clone(),
                }
            });
            made.collect()
        })
        .collect();
    Ok((investors, ensured))
}

/// A new project's record.
pub(crate) fn fresh(
    draft: ProjectDraft,
    investors: Vec<Investor>,
    ids: &Ids,
    at: Instant,
) -> Project {
    let blank = Project {
        id: Id::new(ids.key()),
        code: draft.code.clone(),
        name: String::new(),
        credit: draft.credit.clone(),
        place_code: String::new(),
        industry: None,
        chain: None,
        exclusion: None,
        investors: Vec::new(),
        contract: draft.contract.clone(),
        planned: draft.planned,
        project_company: None,
        filing_code: None,
        platform: None,
        life: Life::default(),
        amended: false,
        arrived: Money::ZERO,
        funds: 0,
        revision: 0,
        updated_at: at,
    };
    rewritten(blank, draft, investors, at)
}

/// The record of `project` as `draft` has it.
pub(crate) fn rewritten(
    project: Project,
    draft: ProjectDraft,
    investors: Vec<Investor>,
    at: Instant,
) -> Project {
    Project {
        name: draft.name,
        credit: draft.credit,
        place_code: draft.place_code,
        industry: draft.industry,
        chain: draft.chain,
        exclusion: draft.exclusion,
        investors,
        contract: draft.contract,
        planned: draft.planned,
        project_company: draft.project_company,
        filing_code: draft.filing_code,
        revision: project.revision + 1,
        updated_at: at,
        ..project
    }
}

/// What new projects add to their investors' numbers of projects.
pub(crate) fn new_counts(projects: &[Project]) -> Vec<(CompanyId, i64)> {
    projects
        .iter()
        .flat_map(|project| {
            companies_of(project)
                .into_iter()
                .map(|company| (company, 1))
        })
        .collect()
}

/// What a rewritten project changes in the numbers of projects.
pub(crate) fn moved_counts(before: &Project, after: &Project) -> Vec<(CompanyId, i64)> {
    let gone = companies_of(before)
        .into_iter()
        .map(|company| (company, -1));
    let come = companies_of(after).into_iter().map(|company| (company, 1));
    gone.chain(come).collect()
}

fn companies_of(project: &Project) -> BTreeSet<CompanyId> {
    project
        .investors
        .iter()
        .map(|investor| investor.company)
        .collect()
}

/// Writes a new project.
pub(super) async fn insert(
    tx: &DatabaseTransaction,
    home: Home<'_>,
    project: &Project,
) -> Outcome<()> {
    let one = std::slice::from_ref(project);
    store::insert_projects(tx, home, one).await?;
    companies::count_projects(tx, new_counts(one)).await
}
