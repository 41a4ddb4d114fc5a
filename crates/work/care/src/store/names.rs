//! The names of companies and projects, which other crates keep.

use crate::model::Party;
use companies::{Company, CompanyRef};
use db::ConnectionTrait;
use kernel::{Fault, Outcome};
use ledger::Subject;
use projects::{ProjectName, Records};
use std::collections::HashMap;

/// Companies and projects that rows name, also those that have left their registers.
#[derive(Debug, Default)]
pub(crate) struct Names {
    companies: HashMap<i64, Company>,
    projects: Records,
}

impl Names {
    /// The names of these companies and projects, in a few queries.
    pub(crate) async fn load<C: ConnectionTrait>(
        connection: &C,
        mut companies: Vec<i64>,
        mut projects: Vec<i64>,
    ) -> Outcome<Self> {
        for keys in [&mut companies, &mut projects] {
            keys.sort_unstable();
            keys.dedup();
        }
        let subjects: Vec<Subject> = projects
            .into_iter()
            .map(|key| Subject::new("project", key))
            .collect();
        Ok(Self {
            companies: companies::find_companies(connection, &companies).await?,
            projects: projects::records_of(connection, &subjects, []).await?,
        })
    }

    /// The project with this key.
    pub(crate) fn project(&self, key: i64) -> Outcome<ProjectName> {
        let found = self.projects.project(&Subject::new("project", key));
        found
            .cloned()
            .ok_or_else(|| Fault::broken(format!("there is no project {key}")))
    }

    /// The company with this key.
    pub(crate) fn company(&self, key: i64) -> Outcome<CompanyRef> {
        let found = self.companies.get(&key);
        let company = found.ok_or_else(|| Fault::broken(format!("there is no company {key}")))?;
        Ok(CompanyRef {
            id: company.id,
            name: company.name.clone(),
        })
    }

    /// The party with these keys.
    pub(crate) fn party(&self, company: Option<i64>, project: Option<i64>) -> Outcome<Party> {
        Ok(Party {
            company: company.map(|key| self.company(key)).transpose()?,
            project: project.map(|key| self.project(key)).transpose()?,
        })
    }

    /// The company as its register has it.
    pub(crate) fn registered(&self, key: i64) -> Option<&Company> {
        self.companies.get(&key)
    }
}
