//! The kinds of rows that this crate imports, and their columns.

mod chains;
mod companies;
mod honours;
mod targets;

use intake::{FieldSpec, FieldType, KindSpec};

/// Companies.
pub(super) const COMPANIES: &str = "companies";
/// Honours of companies.
pub(super) const HONOURS: &str = "honours";
/// Industry chains.
pub(super) const CHAINS: &str = "chains";
/// Nodes of chains.
pub(super) const NODES: &str = "chain_nodes";
/// Target companies.
pub(super) const TARGETS: &str = "targets";

/// The kinds that this crate imports.
pub(super) const KINDS: &[KindSpec] = &[
    companies::KIND,
    honours::KIND,
    chains::CHAIN_KIND,
    chains::NODE_KIND,
    targets::KIND,
];

/// The columns by which a row names a company: its name, its code, and where it is
/// registered, which an unregistered one must say.
const COMPANY: FieldSpec = FieldSpec::new("company", "企业名称", "Company", FieldType::Text)
    .required()
    .synonyms(&["公司名称", "企业全称", "目标企业名称"]);

const USCC: FieldSpec = FieldSpec::new(
    "uscc",
    "统一社会信用代码",
    "Unified social credit code",
    FieldType::Code,
)
.synonyms(&["信用代码", "社会信用代码", "USCC"])
.note(
    "18位，按GB 32100校验。",
    "18 characters, checked by GB 32100.",
);

const DIVISION: FieldSpec = FieldSpec::new(
    "division",
    "注册地区划代码",
    "Registered division",
    FieldType::Code,
)
.synonyms(&["注册地", "注册地区划", "注册地址区划"])
.note(
    "六位区划代码或全称；企业尚未登记时必填。",
    "Six-digit division code or full name; required where the company is not registered yet.",
);
