//! What companies, chains and targets are, by rules alone: no database, no clock.

mod chain;
mod company;
mod directory;
mod graph;
mod honour;
mod name;
mod node;
mod resemblance;
mod target;
mod uscc;

pub use chain::{Chain, ChainChange, ChainId, ChainKind, ChainRef, Chains, NewChain};
pub use company::{
    Company, CompanyChange, CompanyDraft, CompanyEntry, CompanyId, CompanyRef, Difference,
    NewCompany, check_draft, differences,
};
pub use directory::{Directory, Match};
pub use honour::{Honour, HonourId, HonourKind};
pub use name::normal_name;
pub use node::{ChainNode, NewNode, NodeId, NodeRef, Strength};
pub use resemblance::core_name;
pub use target::{Booked, Recommender, Target, TargetId, TargetRefusal, TargetView, Untargeting};
pub use uscc::{Uscc, UsccRefusal};

pub(crate) use chain::check_chain;
pub(crate) use company::check_entry;
pub(crate) use graph::{Graph, LinkFault};
pub(crate) use honour::check_honour;
pub(crate) use node::check_node;
pub(crate) use target::{
    Choosing, check_batch, judge_choosing, judge_untargeting, target_source, targeted_entry,
    untargeted_entry,
};
