//! An investor as a form sends it.

use crate::model::NewInvestor;
use companies::CompanyId;
use serde::Deserialize;

/// An investor: chosen from the register by `company_id`, or named by `name` and `division`.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct InvestorIn {
    /// The company, `cmp_…`.
    #[schema(value_type = Option<String>)]
    company_id: Option<CompanyId>,
    /// Its name.
    #[serde(default)]
    name: String,
    /// Its unified social credit code.
    uscc: Option<String>,
    /// The division it is registered in, by code or name.
    #[serde(default)]
    division: String,
    /// Its share in basis points; equal shares where no investor has one.
    share_bp: Option<i64>,
    /// The division of the outside parent behind it.
    look_through: Option<String>,
}

impl From<InvestorIn> for NewInvestor {
    fn from(investor: InvestorIn) -> Self {
        Self {
            company_id: investor.company_id,
            name: investor.name,
            uscc: investor.uscc,
            division: investor.division,
            share_bp: investor.share_bp,
            look_through: investor.look_through,
        }
    }
}
