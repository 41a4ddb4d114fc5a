//! Nodes of an industry chain (环节): what lies above each, what it supplies, and how
//! strong the city is in it.

use super::chain::ChainId;
use super::name::normal_name;
use kernel::{Entity, Fields, Id, Instant};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of a [`ChainNode`].
pub type NodeId = Id<ChainNode>;

/// The most characters of a name.
const LONGEST_NAME: usize = 60;

/// The most characters of a note.
const LONGEST_NOTE: usize = 500;

/// What parts the names of nodes in a cell; none may stand in a name.
const SEPARATORS: [char; 4] = ['；', ';', '、', '\n'];

/// How strong the city is in a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// 强
    Strong,
    /// 弱
    Weak,
    /// 缺: nobody in the city does it.
    Missing,
}

impl Strength {
    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Weak => "weak",
            Self::Missing => "missing",
        }
    }

    /// The strength that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Strong, Self::Weak, Self::Missing]
            .into_iter()
            .find(|strength| strength.word() == word)
    }
}

/// A node as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainNode {
    /// Its key.
    pub id: NodeId,
    /// Its chain.
    pub chain: ChainId,
    /// Its name, unique in the chain.
    pub name: String,
    /// The node above it (上级环节).
    pub parent: Option<NodeId>,
    /// The nodes that it supplies (下游环节), ascending.
    pub downstream: Vec<NodeId>,
    /// How strong the city is in it, where judged.
    pub strength: Option<Strength>,
    /// A note.
    pub note: Option<String>,
    /// The import that brought it.
    pub imported_in: Option<i64>,
    /// How often its record was written, from 1.
    pub revision: i32,
    /// When it was last written.
    pub updated_at: Instant,
}

impl Entity for ChainNode {
    const PREFIX: &'static str = "nod";
}

/// How replies name a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct NodeRef {
    /// Its id, `nod_…`.
    #[schema(value_type = String)]
    pub id: NodeId,
    /// Its name.
    pub name: String,
}

/// A node as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewNode {
    /// Its name.
    pub name: String,
    /// The node above it.
    pub parent: Option<NodeId>,
    /// The nodes that it supplies.
    pub downstream: Vec<NodeId>,
    /// How strong the city is in it.
    pub strength: Option<Strength>,
    /// A note.
    pub note: Option<String>,
}

impl ChainNode {
    /// The record of the node `id` of `chain` as typed.
    pub(crate) fn fresh(id: NodeId, chain: ChainId, new: NewNode, at: Instant) -> Self {
        Self {
            id,
            chain,
            name: new.name,
            parent: new.parent,
            downstream: new.downstream,
            strength: new.strength,
            note: new.note,
            imported_in: None,
            revision: 1,
            updated_at: at,
        }
    }

    /// The record as it would be typed anew.
    pub(crate) fn typed(&self) -> NewNode {
        NewNode {
            name: self.name.clone(),
            parent: self.parent,
            downstream: self.downstream.clone(),
            strength: self.strength,
            note: self.note.clone(),
        }
    }

    /// The record with what was typed over it.
    pub(crate) fn rewritten(&self, new: NewNode, at: Instant) -> Self {
        Self {
            imported_in: self.imported_in,
            revision: self.revision + 1,
            ..Self::fresh(self.id, self.chain, new, at)
        }
    }

    /// Whether its name is `name`, however it is spelled.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        normal_name(&self.name) == normal_name(name)
    }
}

/// Checks a node's texts and trims them; every wrong field is noted in `wrong`.
pub(crate) fn check_node(wrong: &mut Fields, new: NewNode) -> NewNode {
    let name = sheets::normal_text(&new.name);
    match name.chars().count() {
        0 => wrong.refuse("name", "field.empty", json!({})),
        length if length > LONGEST_NAME => {
            wrong.refuse("name", "field.too_long", json!({ "max": LONGEST_NAME }));
        }
        // Rows name several nodes in one cell, parted by these.
        _ if name.contains(SEPARATORS) => {
            wrong.refuse("name", "chain_nodes.separator_in_name", json!({}));
        }
        _ => {}
    }
    let note = new.note.map(|note| note.trim().to_owned());
    let note = note.filter(|note| !note.is_empty());
    if note
        .as_ref()
        .is_some_and(|note| note.chars().count() > LONGEST_NOTE)
    {
        wrong.refuse("note", "field.too_long", json!({ "max": LONGEST_NOTE }));
    }
    let mut downstream = new.downstream;
    downstream.sort_unstable();
    downstream.dedup();
    NewNode {
        name,
        note,
        downstream,
        ..new
    }
}
