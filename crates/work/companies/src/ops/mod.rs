//! Use cases, one per file. Endpoints, commands, imports and other slices enter here.

mod book_targets;
mod count_projects;
mod create_chain;
mod create_chain_node;
mod create_company;
mod create_honour;
mod delete_chain_node;
mod delete_honour;
mod ensure_companies;
mod get_chain;
mod get_company;
mod install_chains;
mod list_chains;
mod list_companies;
mod list_targets;
mod load_chains;
mod load_directory;
mod reverse_target;
mod target_company;
mod target_in;
mod untarget_company;
mod update_chain;
mod update_chain_node;
mod update_company;
mod update_target;
mod view_companies;
mod view_targets;
mod withdraw_companies;
mod write_node;

pub use count_projects::{count_projects, count_records};
pub use create_chain::create_chain;
pub use create_chain_node::create_chain_node;
pub use create_company::create_company;
pub use create_honour::{HonourRefusal, NewHonour, create_honour};
pub use delete_chain_node::delete_chain_node;
pub use delete_honour::delete_honour;
pub use ensure_companies::{Ensured, ensure_companies};
pub use get_chain::{ChainView, get_chain};
pub use get_company::{find_companies, get_company};
pub use install_chains::install_chains;
pub use list_chains::{ListedChain, list_chains};
pub use list_companies::{CompaniesWanted, list_companies};
pub use list_targets::{TargetQuery, get_target, list_targets};
pub use load_chains::load_chains;
pub use load_directory::load_directory;
pub use reverse_target::reverse_target;
pub use target_company::{NewTarget, target_company};
pub use untarget_company::untarget_company;
pub use update_chain::update_chain;
pub use update_chain_node::{NodeChange, update_chain_node};
pub use update_company::update_company;
pub use update_target::{TargetChange, update_target};
pub use view_companies::{CompanyView, view_company};
pub use withdraw_companies::{Standing, withdraw_companies};

pub(crate) use book_targets::{Booking, JudgedDay, book_targets, take_back, take_back_whole};
pub(crate) use create_chain::refuse_namesake;
pub(crate) use create_company::{company_of, lock};
pub(crate) use delete_chain_node::referrers;
pub(crate) use get_chain::view_chain;
pub(crate) use list_targets::view_target;
pub(crate) use load_directory::load_named;
pub(crate) use reverse_target::refuse_chosen_again;
pub(crate) use update_chain::judge_graph;
pub(crate) use update_company::rewritten;
pub(crate) use view_companies::view;
pub(crate) use write_node::refusal_of;

kernel::refusals! {
    /// Why something was not done with a company.
    pub enum CompanyRefusal {
        /// There is no such company.
        Unknown = (NotFound, "companies.unknown"),
        /// A company with this code, or this name in this division, is registered already.
        AlreadyRegistered { id: String, name: String } = (Conflict, "companies.already_registered"),
        /// Several companies bear this name in this division; the code must be given.
        SeveralOfThisName { name: String, division: String } = (Conflict, "companies.several_of_this_name"),
        /// The cursor is none that a list gave.
        WrongCursor = (Invalid, "companies.wrong_cursor"),
    }
}

kernel::refusals! {
    /// Why something was not done with a chain.
    pub enum ChainRefusal {
        /// There is no such chain.
        Unknown = (NotFound, "chains.unknown"),
        /// Another chain has this code.
        CodeTaken { code: String, name: String } = (Conflict, "chains.code_taken"),
        /// Another chain has this name.
        NameTaken { name: String, code: String } = (Conflict, "chains.name_taken"),
        /// A direction has no graph.
        NoGraph { name: String } = (Conflict, "chains.no_graph"),
    }
}

impl ChainRefusal {
    /// The code of [`ChainRefusal::Unknown`], for fields.
    pub(crate) const UNKNOWN: &'static str = "chains.unknown";
}

kernel::refusals! {
    /// Why something was not done with a node of a chain.
    pub enum NodeRefusal {
        /// The chain has no such node.
        Unknown = (NotFound, "chain_nodes.unknown"),
        /// Another node of the chain has this name.
        NameTaken { name: String } = (Conflict, "chain_nodes.name_taken"),
        /// A node does not lie above itself.
        OwnParent = (Invalid, "chain_nodes.own_parent"),
        /// A node does not supply itself.
        OwnDownstream = (Invalid, "chain_nodes.own_downstream"),
        /// The node would lie above itself, by this way.
        ParentCycle { path: String } = (Invalid, "chain_nodes.parent_cycle"),
        /// The node would supply itself, by this way.
        DownstreamCycle { path: String } = (Invalid, "chain_nodes.downstream_cycle"),
        /// Other nodes or targets refer to it.
        ReferredTo { nodes: String, targets: i64 } = (Conflict, "chain_nodes.referred_to"),
    }
}

impl NodeRefusal {
    /// The code of [`NodeRefusal::Unknown`], for fields.
    pub(crate) const UNKNOWN: &'static str = "chain_nodes.unknown";
}
