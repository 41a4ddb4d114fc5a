//! Companies among what can be found by name.

use crate::model::CompanyId;
use crate::permits::ReadCompanies;
use desk::TableFinder;
use http_base::Permit;

/// Finds companies by their names, old and new, and by credit code.
pub const FINDER: TableFinder = TableFinder {
    kind: "company",
    permission: ReadCompanies::PERMISSION,
    id: |key| CompanyId::new(key).to_string(),
    columns: "id, uscc AS code, name, COALESCE((SELECT string_agg(a.name, '；') \
              FROM company_aliases a WHERE a.company_id = companies.id), '') AS aliases, \
              division_code AS note, CAST(NULL AS BIGINT) AS unit_id, \
              CAST(NULL AS BIGINT) AS joint_unit_id",
    table: "companies",
    gone: "removed_at",
};
