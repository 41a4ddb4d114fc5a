//! How replies show a company.

use super::honour_out::HonourOut;
use super::target_out::TargetOut;
use crate::model::{CompanyId, Uscc};
use crate::ops::CompanyView;
use serde::Serialize;

/// A division by code and name.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = DivisionRef)]
pub(crate) struct DivisionOut {
    /// Its code.
    pub code: String,
    /// Its full name: 江苏省苏州市.
    pub name: String,
}

/// A company.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct CompanyOut {
    /// Its id, `cmp_…`.
    #[schema(value_type = String)]
    id: CompanyId,
    /// Its name as registered.
    name: String,
    /// Its other names.
    aliases: Vec<String>,
    /// Its unified social credit code.
    uscc: Option<String>,
    /// The group it belongs to (所属集团).
    group: Option<String>,
    /// The division it is registered in.
    division: DivisionOut,
    /// How many projects it invests in.
    projects: i64,
    /// Its honours, the newest first.
    honours: Vec<HonourOut>,
    /// When it was on the city's list of targets, the last entry last; it stands on the
    /// list where that has no `untargeted_on`.
    targets: Vec<TargetOut>,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: kernel::Instant,
}

impl From<CompanyView> for CompanyOut {
    fn from(view: CompanyView) -> Self {
        let company = view.company;
        let division = orgs::divisions().by_code(&company.division_code);
        Self {
            id: company.id,
            name: company.name,
            aliases: company.aliases,
            uscc: company.uscc.as_ref().map(Uscc::to_string),
            group: company.group,
            division: DivisionOut {
                name: division.map_or_else(String::new, |division| division.full_name.clone()),
                code: company.division_code,
            },
            projects: company.projects,
            honours: view.honours.into_iter().map(HonourOut::from).collect(),
            targets: view.targets.into_iter().map(TargetOut::from).collect(),
            updated_at: company.updated_at,
        }
    }
}
