//! Whom a record is about.

use companies::{CompanyRef, normal_name};
use projects::ProjectName;

/// The company, the project, or both that a record is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Party {
    /// The company.
    pub company: Option<CompanyRef>,
    /// The project.
    pub project: Option<ProjectName>,
}

impl Party {
    /// Whether it names neither a company nor a project.
    pub fn is_nobody(&self) -> bool {
        self.company.is_none() && self.project.is_none()
    }

    /// The company's key.
    pub fn company_key(&self) -> Option<i64> {
        self.company.as_ref().map(|company| company.id.key())
    }

    /// The project's key.
    pub fn project_key(&self) -> Option<i64> {
        self.project.as_ref().map(|project| project.id.key())
    }

    /// Its names and `more`, as lists search them.
    pub(crate) fn search_text(&self, more: &[&str]) -> String {
        let company = self.company.iter().map(|company| company.name.as_str());
        let project = self
            .project
            .iter()
            .flat_map(|project| [project.code.as_str(), project.name.as_str()]);
        let all = company.chain(project).chain(more.iter().copied());
        all.map(normal_name).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Id;

    #[test]
    fn a_party_is_found_by_all_its_names_however_they_are_spelled() {
        let party = Party {
            company: Some(CompanyRef {
                id: Id::new(1),
                name: "甲 有限公司".into(),
            }),
            project: Some(ProjectName {
                id: Id::new(2),
                code: "p-1".into(),
                name: "新材料".into(),
            }),
        };
        assert_eq!(party.search_text(&["h 1"]), "甲有限公司\nP-1\n新材料\nH1");
        assert!(!party.is_nobody());
        assert!(Party::default().is_nobody());
    }
}
