//! The companies and projects that rows name: registered, new in the same batch, or to be
//! registered by the row.

use crate::model::Party;
use crate::store::Names;
use companies::{
    Company, CompanyDraft, CompanyId, CompanyRef, Directory, Match, NewCompany, Uscc, check_draft,
};
use db::DatabaseTransaction;
use intake::{RowIn, RowProblem, Written};
use kernel::{Fields, Id, Ids, Instant, Outcome, Scope};
use projects::{ProjectKey, ProjectName, load_projects};
use serde_json::json;
use std::collections::{BTreeSet, HashMap};

/// Whom rows are about. A company that is not in the register yet has a negative key, a
/// project the key 0, until the batch is written.
pub(super) struct Parties {
    directory: Directory,
    /// By code.
    projects: HashMap<String, ProjectName>,
    /// The drafts of companies with negative keys, by those keys.
    drafts: HashMap<i64, CompanyDraft>,
    /// The keys that they were given when they were written.
    registered: HashMap<i64, CompanyId>,
    at: Instant,
}

/// A company as a row names it.
pub(super) enum Named {
    Nobody,
    Known(CompanyRef),
    New(CompanyDraft),
}

/// What of a row can be looked up in the register.
fn lookup(row: &RowIn) -> Option<CompanyDraft> {
    let name = row.text("company").unwrap_or_default();
    let uscc = row.text("uscc").and_then(|text| Uscc::parse(text).ok());
    let is_named = !name.is_empty() || uscc.is_some();
    is_named.then(|| CompanyDraft {
        name: sheets::normal_text(name),
        aliases: Vec::new(),
        uscc,
        group: None,
        division_code: String::new(),
    })
}

impl Parties {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
        at: Instant,
    ) -> Outcome<Self> {
        let drafts: Vec<CompanyDraft> = rows.iter().filter_map(|row| lookup(row)).collect();
        let codes: BTreeSet<String> = rows
            .iter()
            .filter_map(|row| row.text("project"))
            .map(str::to_owned)
            .collect();
        Ok(Self {
            directory: companies::load_directory(tx, &drafts).await?,
            projects: projects_by_code(tx, codes.into_iter().collect()).await?,
            drafts: HashMap::new(),
            registered: HashMap::new(),
            at,
        })
    }

    /// The keys of the registered companies and projects that rows may name.
    pub(super) fn keys_of(&self, rows: &[&RowIn]) -> (Vec<i64>, Vec<i64>) {
        let companies = rows.iter().filter_map(|row| match self.company(row) {
            Ok(Named::Known(company)) => Some(company.id.key()),
            _ => None,
        });
        let companies: BTreeSet<i64> = companies.collect();
        let projects = self.projects.values().map(|project| project.id.key());
        (companies.into_iter().collect(), projects.collect())
    }

    /// A row of companies or projects, of an earlier kind, was not refused.
    pub(super) fn hear(&mut self, row: &RowIn) {
        match row.kind().kind {
            "companies" => {
                let typed = NewCompany {
                    name: row.text("name").unwrap_or_default().to_owned(),
                    aliases: row.list("aliases").to_vec(),
                    uscc: row.text("uscc").map(str::to_owned),
                    division: row.text("division").unwrap_or_default().to_owned(),
                };
                if let Some(draft) = check_draft(&mut Fields::default(), &typed)
                    && matches!(self.directory.find_draft(&draft), Match::None)
                {
                    self.add(draft);
                }
            }
            "projects" => {
                let (Some(code), Some(name)) = (row.text("code"), row.text("name")) else {
                    return;
                };
                let project = ProjectName {
                    id: Id::new(0),
                    code: code.to_owned(),
                    name: name.to_owned(),
                };
                self.projects.entry(code.to_owned()).or_insert(project);
            }
            _ => {}
        }
    }

    /// Gives a company that is to be registered a negative key.
    fn add(&mut self, draft: CompanyDraft) -> CompanyRef {
        let number = i64::try_from(self.drafts.len() + 1).unwrap_or(i64::MAX);
        let company = Company {
            id: Id::new(-number),
            name: draft.name.clone(),
            aliases: draft.aliases.clone(),
            uscc: draft.uscc.clone(),
            group: None,
            division_code: draft.division_code.clone(),
            projects: 0,
            records: 0,
            revision: 1,
            updated_at: self.at,
        };
        let named = CompanyRef {
            id: company.id,
            name: company.name.clone(),
        };
        self.drafts.insert(-number, draft);
        self.directory.add(company);
        named
    }

    /// The company that a row names: by its code, else by name and division.
    pub(super) fn company(&self, row: &RowIn) -> Result<Named, Vec<RowProblem>> {
        let one = |problem| Err(vec![problem]);
        let name = row.text("company");
        let code = match row.text("uscc").map(Uscc::parse) {
            Some(Err(refusal)) => {
                let (code, params) = (refusal.code(), refusal.params());
                return one(RowProblem::new("uscc", code, params));
            }
            Some(Ok(code)) => Some(code),
            None => None,
        };
        let known = |company: &Company| {
            Ok(Named::Known(CompanyRef {
                id: company.id,
                name: company.name.clone(),
            }))
        };
        if let Some(code) = &code
            && let Match::One(company) = self.directory.find(Some(code), "", "")
        {
            return known(company);
        }
        let empty = |field| one(RowProblem::new(field, "field.empty", json!({})));
        match (name, row.text("division"), &code) {
            (None, None, None) => return Ok(Named::Nobody),
            (None, ..) => return empty("company"),
            (Some(_), None, _) => return empty("division"),
            (Some(_), Some(_), _) => {}
        }
        let typed = NewCompany {
            name: name.unwrap_or_default().to_owned(),
            aliases: Vec::new(),
            uscc: row.text("uscc").map(str::to_owned),
            division: row.text("division").unwrap_or_default().to_owned(),
        };
        let mut wrong = Fields::default();
        let Some(draft) = check_draft(&mut wrong, &typed) else {
            return Err(super::problem::problems(row, wrong));
        };
        match self.directory.find_draft(&draft) {
            Match::One(company) => known(company),
            Match::None => Ok(Named::New(draft)),
            Match::Several => one(RowProblem::new(
                "uscc",
                "companies.several_of_this_name",
                json!({ "name": draft.name, "division": draft.division_code }),
            )),
        }
    }

    /// The project that a row names.
    pub(super) fn project(&self, row: &RowIn) -> Result<Option<ProjectName>, RowProblem> {
        let Some(code) = row.text("project") else {
            return Ok(None);
        };
        let known = self.projects.get(code).cloned();
        known
            .map(Some)
            .ok_or_else(|| RowProblem::unknown("project", code))
    }

    /// The company of a row that has been accepted.
    pub(super) fn take(&mut self, named: Named) -> Option<CompanyRef> {
        match named {
            Named::Nobody => None,
            Named::Known(company) => Some(company),
            Named::New(draft) => Some(self.add(draft)),
        }
    }

    /// Reads the projects of this batch again: they have their keys now.
    pub(super) async fn settle_projects(&mut self, tx: &DatabaseTransaction) -> Outcome<()> {
        let fresh = self.projects.values().filter(|known| known.id.key() == 0);
        let codes: Vec<String> = fresh.map(|project| project.code.clone()).collect();
        self.projects.extend(projects_by_code(tx, codes).await?);
        Ok(())
    }

    /// Registers the companies of `parties` that are not registered yet, each named with
    /// the position of its row, and answers what that wrote.
    pub(super) async fn settle(
        &mut self,
        tx: &DatabaseTransaction,
        ids: &Ids,
        parties: &mut [(usize, &mut Party)],
    ) -> Outcome<Vec<Written>> {
        let mut rows: Vec<(usize, i64)> = Vec::new();
        for (row, party) in parties.iter() {
            if let Some(key) = party.company_key().filter(|key| *key < 0)
                && !self.registered.contains_key(&key)
                && !rows.iter().any(|(_, known)| *known == key)
            {
                rows.push((*row, key));
            }
        }
        let drafts: Vec<CompanyDraft> = rows
            .iter()
            .filter_map(|(_, key)| self.drafts.get(key).cloned())
            .collect();
        let ensured = companies::ensure_companies(tx, ids, self.at, &drafts).await?;
        let mut written = Vec::new();
        for ((row, key), ensured) in rows.into_iter().zip(ensured) {
            self.registered.insert(key, ensured.id);
            if ensured.created {
                written.push(Written {
                    row,
                    record_kind: "company",
                    record_id: ensured.id.key(),
                    fact_seqs: Vec::new(),
                    created: true,
                    before: None,
                });
            }
        }
        for (_, party) in parties {
            self.settle_one(party);
        }
        Ok(written)
    }

    fn settle_one(&self, party: &mut Party) {
        if let Some(company) = &mut party.company
            && let Some(id) = self.registered.get(&company.id.key())
        {
            company.id = *id;
        }
        if let Some(project) = &mut party.project
            && let Some(known) = self.projects.get(&project.code)
        {
            project.clone_from(known);
        }
    }
}

async fn projects_by_code(
    tx: &DatabaseTransaction,
    codes: Vec<String>,
) -> Outcome<HashMap<String, ProjectName>> {
    let found = load_projects(tx, &Scope::Everything, &ProjectKey::Codes(codes)).await?;
    Ok(found
        .into_iter()
        .map(|project| {
            let name = ProjectName {
                id: project.id,
                code: project.code.clone(),
                name: project.name,
            };
            (project.code, name)
        })
        .collect())
}

/// The company's columns of an export: name, code and division.
pub(super) fn columns(names: &Names, party: &Party) -> [Option<String>; 3] {
    let company = party.company_key().and_then(|key| names.registered(key));
    [
        company.map(|company| company.name.clone()),
        company.and_then(|company| company.uscc.as_ref().map(ToString::to_string)),
        company.map(|company| company.division_code.clone()),
    ]
}

/// Whether a row names another company than `known`.
pub(super) fn is_other(known: Option<&CompanyRef>, named: &Named) -> bool {
    match named {
        Named::Nobody => false,
        Named::Known(company) => known.is_none_or(|known| known.id != company.id),
        Named::New(_) => true,
    }
}
