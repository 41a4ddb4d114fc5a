//! The companies and projects that rows of meetings may name: those registered, and those
//! that are new in the same batch, which have provisional keys until they are written.

use super::problem::{problem, problems};
use super::row::company_of;
use crate::store;
use companies::{
    Company, CompanyDraft, CompanyRefusal, Directory, Match, NewCompany, Uscc, check_draft,
};
use db::DatabaseTransaction;
use intake::{RowIn, RowProblem};
use kernel::{Fields, Id, Instant, Outcome, Scope};
use projects::{MilestoneKind, ProjectKey};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// A project that rows may name.
#[derive(Debug, Clone)]
pub(super) struct KnownProject {
    /// Its key; negative while it is new in this batch.
    pub key: i64,
    /// Whether its signing is recognised, or will be by this batch.
    pub signed: bool,
    /// The code of the activity on which it was signed.
    pub trip: Option<String>,
}

/// Companies and projects by what rows call them.
pub(super) struct Parties {
    directory: Directory,
    /// By code.
    pub projects: HashMap<String, KnownProject>,
    provisional: i64,
    at: Instant,
}

/// A draft for looking a company up, also where the row leaves its division out.
pub(super) fn draft_of(new: &NewCompany) -> Option<CompanyDraft> {
    if !new.division.is_empty() {
        return check_draft(&mut Fields::default(), new);
    }
    Some(CompanyDraft {
        name: new.name.clone(),
        aliases: Vec::new(),
        uscc: new.uscc.as_deref().and_then(|text| Uscc::parse(text).ok()),
        group: None,
        division_code: String::new(),
    })
}

impl Parties {
    /// What the rows of meetings name, in a few queries.
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
        at: Instant,
    ) -> Outcome<Self> {
        let companies = rows.iter().filter_map(|row| company_of(row));
        let drafts: Vec<CompanyDraft> = companies.filter_map(|new| draft_of(&new)).collect();
        let codes: BTreeSet<String> = rows
            .iter()
            .filter_map(|row| row.text("project").map(str::to_owned))
            .collect();
        let key = ProjectKey::Codes(codes.into_iter().collect());
        let found = projects::load_projects(tx, &Scope::Everything, &key).await?;
        let keys: Vec<i64> = found.iter().map(|project| project.id.key()).collect();
        let mut trips = store::find_trips(tx, &keys).await?;
        let projects = found.into_iter().map(|project| {
            let key = project.id.key();
            let known = KnownProject {
                key,
                signed: project.life.has(MilestoneKind::Signed),
                trip: trips.remove(&key),
            };
            (project.code, known)
        });
        let projects = projects.collect();
        Ok(Self {
            directory: companies::load_directory(tx, &drafts).await?,
            projects,
            provisional: 0,
            at,
        })
    }

    fn next_key(&mut self) -> i64 {
        self.provisional -= 1;
        self.provisional
    }

    /// A row of another kind that brings companies, projects or signings.
    pub(super) fn hear(&mut self, row: &RowIn) {
        match row.kind().kind {
            "companies" => {
                let new = NewCompany {
                    name: row.text("name").unwrap_or_default().to_owned(),
                    aliases: row.list("aliases").to_vec(),
                    uscc: row.text("uscc").map(str::to_owned),
                    division: row.text("division").unwrap_or_default().to_owned(),
                };
                if let Some(draft) = check_draft(&mut Fields::default(), &new)
                    && self.directory.find_draft(&draft) == Match::None
                {
                    self.register(draft);
                }
            }
            "projects" => {
                let Some(code) = row.text("code") else {
                    return;
                };
                if !self.projects.contains_key(code) {
                    let known = KnownProject {
                        key: self.next_key(),
                        signed: false,
                        trip: None,
                    };
                    self.projects.insert(code.to_owned(), known);
                }
            }
            "milestones" if row.choice("milestone") == Some("signed") => {
                let known = row
                    .text("project")
                    .and_then(|code| self.projects.get_mut(code));
                if let Some(known) = known {
                    known.signed = true;
                }
            }
            _ => {}
        }
    }

    fn register(&mut self, draft: CompanyDraft) -> i64 {
        let key = self.next_key();
        self.directory.add(Company {
            id: Id::new(key),
            name: draft.name,
            aliases: draft.aliases,
            uscc: draft.uscc,
            group: draft.group,
            division_code: draft.division_code,
            projects: 0,
            records: 0,
            revision: 1,
            updated_at: self.at,
        });
        key
    }

    /// The key of the company that a row names, which is registered where it is not known:
    /// by code first, else by name and division.
    pub(super) fn company(
        &mut self,
        row: &RowIn,
        new: &NewCompany,
    ) -> Result<i64, Vec<RowProblem>> {
        let mut wrong = Fields::default();
        let draft = if new.division.is_empty() {
            // Enough for a company that is known by its code.
            if let Some(Err(refusal)) = new.uscc.as_deref().map(Uscc::parse) {
                wrong.refuse("uscc", refusal.code(), refusal.params());
            }
            draft_of(new).filter(|_| wrong.is_clean())
        } else {
            check_draft(&mut wrong, new)
        };
        let Some(draft) = draft else {
            return Err(problems(row, wrong));
        };
        match self.directory.find_draft(&draft) {
            Match::One(company) => Ok(company.id.key()),
            Match::Several => {
                let refusal = CompanyRefusal::SeveralOfThisName {
                    name: draft.name,
                    division: draft.division_code,
                };
                Err(vec![problem(row, refusal.into())])
            }
            Match::None if new.division.is_empty() => {
                Err(vec![RowProblem::new("division", "field.empty", json!({}))])
            }
            Match::None => Ok(self.register(draft)),
        }
    }
}
