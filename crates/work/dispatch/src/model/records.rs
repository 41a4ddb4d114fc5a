//! What facts are about and where they came from, by the names that the slices give.

use ledger::Subject;
use std::collections::HashMap;

/// Names of subjects and references of sources, out of every slice.
#[derive(Debug, Default)]
pub(crate) struct Records {
    pub projects: projects::Records,
    pub outreach: outreach::Records,
    pub channels: channels::ChannelRecords,
    pub care: care::CareRecords,
    /// Id and name of companies, by key.
    pub companies: HashMap<i64, (String, String)>,
}

impl Records {
    /// The id, where the kind has a page, and what a line calls the subject.
    pub(crate) fn subject(&self, subject: &Subject) -> Option<(Option<String>, String)> {
        let named = |code: &str, name: &str| format!("{code} {name}");
        if let Some(project) = self.projects.project(subject) {
            let name = named(&project.code, &project.name);
            return Some((Some(project.id.to_string()), name));
        }
        if let Some(found) = self.outreach.name(subject) {
            return Some((Some(found.id.clone()), named(&found.code, &found.name)));
        }
        if let Some(found) = self.channels.name(subject) {
            return Some((Some(found.id.clone()), named(&found.code, &found.name)));
        }
        if let Some(code) = self.care.code(&subject.kind, subject.id) {
            let id = match subject.kind.as_str() {
                "visit" => Some(care::VisitId::new(subject.id).to_string()),
                "problem" => Some(care::ProblemId::new(subject.id).to_string()),
                _ => None,
            };
            return Some((id, code.to_owned()));
        }
        let (id, name) = (subject.kind == "company")
            .then(|| self.companies.get(&subject.id))
            .flatten()?;
        Some((Some(id.clone()), name.clone()))
    }

    /// The reference under which the source's paper is found.
    pub(crate) fn reference(&self, kind: &str, id: i64) -> Option<&str> {
        self.projects
            .reference(kind, id)
            .or_else(|| self.outreach.reference(kind, id))
            .or_else(|| self.care.code(kind, id))
    }
}
