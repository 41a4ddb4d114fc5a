//! How replies show a company.

use crate::model::{Company, CompanyId, Uscc};
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
    /// The division it is registered in.
    division: DivisionOut,
    /// How many projects it invests in.
    projects: i64,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: kernel::Instant,
}

impl From<Company> for CompanyOut {
    fn from(company: Company) -> Self {
        let division = orgs::divisions().by_code(&company.division_code);
        Self {
            id: company.id,
            name: company.name,
            aliases: company.aliases,
            uscc: company.uscc.as_ref().map(Uscc::to_string),
            division: DivisionOut {
                name: division.map_or_else(String::new, |division| division.full_name.clone()),
                code: company.division_code,
            },
            projects: company.projects,
            updated_at: company.updated_at,
        }
    }
}
