//! A project as it was typed into a form or a workbook, not yet checked.

use super::contract::ContractKind;
use super::project::Exclusion;
use chrono::NaiveDate;
use companies::CompanyId;
use kernel::Money;
use ledger::CreditMode;
use serde::{Deserialize, Serialize};

/// An investor as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewInvestor {
    /// The company, where it was chosen from the register.
    pub company_id: Option<CompanyId>,
    /// Its name.
    pub name: String,
    /// Its unified social credit code.
    pub uscc: Option<String>,
    /// The division it is registered in, by code or name.
    pub division: String,
    /// Its share in basis points; equal shares where no investor has one.
    pub share_bp: Option<i64>,
    /// The division of the outside parent behind it, by code or name.
    pub look_through: Option<String>,
}

/// A project as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewProject {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The lead unit, by code or name.
    pub unit: String,
    /// The unit it shares with.
    pub joint_unit: Option<String>,
    /// How they share; 独占 where absent.
    pub credit_mode: Option<CreditMode>,
    /// The lead's share in basis points under 按比例.
    pub credit_share: Option<i64>,
    /// The division it lies in, by code or name.
    pub place: String,
    /// Who invests.
    pub investors: Vec<NewInvestor>,
    /// The contract's number.
    pub contract_number: Option<String>,
    /// The contract's sort.
    pub contract_kind: Option<ContractKind>,
    /// The day the contract was signed.
    pub signed_on: Option<NaiveDate>,
    /// The contract's amount.
    pub contract_amount: Option<Money>,
    /// The planned total investment.
    pub planned_investment: Money,
    /// The project company: its code, or its name.
    pub project_company: Option<String>,
    /// The filing code (立项备案).
    pub filing_code: Option<String>,
    /// The GB/T 4754 code.
    pub industry: Option<String>,
    /// The industrial chain.
    pub chain: Option<String>,
    /// Why it cannot be 新引进.
    pub exclusion: Option<Exclusion>,
}
