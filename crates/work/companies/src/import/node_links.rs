//! Where the rows of nodes lead: whether what each refers to is there, and whether the links
//! close a cycle. The row that would close one is refused; so are rows that refer to a
//! refused one.

use super::node_rows::{NodeKey, key_of};
use super::problem::problem;
use crate::model::{Chain, ChainNode, Graph, LinkFault, NewNode, NodeId};
use crate::ops::refusal_of;
use intake::{RowIn, RowProblem};
use serde_json::json;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A row that is right by itself.
pub(super) struct Candidate {
    /// The place of the row.
    pub row: RowIn,
    pub id: NodeId,
    pub chain: Chain,
    /// What it says but for its links; of a known node the links that it has.
    pub new: NewNode,
    /// What is to lie above it, by name.
    pub parent: Option<String>,
    /// What it is to supply, by name.
    pub downstream: Vec<String>,
}

/// The links of a row, or what is wrong with them.
pub(super) type Links = Result<(Option<NodeId>, Vec<NodeId>), Vec<RowProblem>>;

impl Candidate {
    /// Whether another row of the same node says the same.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let name = |text: &String| key_of(self.chain.id, text);
        let names = |names: &[String]| names.iter().map(name).collect::<BTreeSet<_>>();
        self.new == other.new
            && self.parent.as_ref().map(name) == other.parent.as_ref().map(name)
            && names(&self.downstream) == names(&other.downstream)
    }

    /// Its links, as far as `ids` knows where they lead; the rest are problems.
    /// `here` are the nodes that rows of the batch bring, refused ones too.
    fn resolve(&self, ids: &HashMap<NodeKey, NodeId>, here: &HashSet<NodeKey>) -> Links {
        let find = |field: &'static str, text: &String| {
            let key = key_of(self.chain.id, text);
            ids.get(&key).copied().ok_or_else(|| {
                let params = json!({ "found": text, "chain": self.chain.name });
                let is_refused = here.contains(&key);
                let code = if is_refused {
                    super::LEADS_TO_REFUSED
                } else {
                    super::DANGLING
                };
                RowProblem::new(field, code, params)
            })
        };
        let mut found = Vec::new();
        let parent = match self.parent.as_ref().map(|text| find("parent", text)) {
            None => self.new.parent,
            Some(Ok(parent)) => Some(parent),
            Some(Err(problem)) => {
                found.push(problem);
                None
            }
        };
        let mut downstream: BTreeSet<NodeId> = BTreeSet::new();
        for text in &self.downstream {
            match find("downstream", text) {
                Ok(id) => {
                    downstream.insert(id);
                }
                Err(problem) => found.push(problem),
            }
        }
        if self.downstream.is_empty() {
            downstream.extend(&self.new.downstream);
        }
        if found.is_empty() {
            Ok((parent, downstream.into_iter().collect()))
        } else {
            Err(found)
        }
    }
}

/// The links of every candidate, in their order.
pub(super) fn judge_links(
    candidates: &[Candidate],
    known: &HashMap<NodeKey, ChainNode>,
) -> Vec<Links> {
    let mut ids: HashMap<NodeKey, NodeId> = known
        .iter()
        .map(|(key, node)| (key.clone(), node.id))
        .collect();
    let key = |candidate: &Candidate| key_of(candidate.chain.id, &candidate.new.name);
    ids.extend(candidates.iter().map(|one| (key(one), one.id)));
    let here: HashSet<NodeKey> = candidates.iter().map(key).collect();
    let mut refused: Vec<Option<Vec<RowProblem>>> = vec![None; candidates.len()];
    let refuse_dangling = |ids: &mut HashMap<NodeKey, NodeId>,
                           refused: &mut Vec<Option<Vec<RowProblem>>>| {
        let mut again = true;
        while again {
            again = false;
            for (at, candidate) in candidates.iter().enumerate() {
                if refused[at].is_some() {
                    continue;
                }
                if let Err(found) = candidate.resolve(ids, &here) {
                    refused[at] = Some(found);
                    again |= forget(ids, known, &key(candidate));
                }
            }
        }
    };
    refuse_dangling(&mut ids, &mut refused);
    let mut graph = Graph::default();
    let mut names: HashMap<NodeId, &str> = HashMap::new();
    for node in known.values() {
        graph.link(node.id, node.parent, &node.downstream);
        names.insert(node.id, &node.name);
    }
    names.extend(candidates.iter().map(|one| (one.id, one.new.name.as_str())));
    for (at, candidate) in candidates.iter().enumerate() {
        if refused[at].is_some() {
            continue;
        }
        let Ok((parent, downstream)) = candidate.resolve(&ids, &here) else {
            continue;
        };
        match graph.judge(candidate.id, parent, &downstream) {
            Ok(()) => graph.link(candidate.id, parent, &downstream),
            Err(fault) => {
                let name = |id: NodeId| names.get(&id).copied().unwrap_or_default().to_owned();
                let field = match fault {
                    LinkFault::OwnParent | LinkFault::ParentCycle(_) => "parent",
                    LinkFault::OwnDownstream | LinkFault::DownstreamCycle(_) => "downstream",
                };
                refused[at] = Some(vec![problem(field, refusal_of(&fault, name))]);
                forget(&mut ids, known, &key(candidate));
            }
        }
    }
    refuse_dangling(&mut ids, &mut refused);
    let links = candidates.iter().zip(refused);
    links
        .map(|(candidate, refused)| match refused {
            Some(found) => Err(found),
            None => candidate.resolve(&ids, &here),
        })
        .collect()
}

/// A refused row brings no node; one that was there before stays. Answers whether it is gone.
fn forget(
    ids: &mut HashMap<NodeKey, NodeId>,
    known: &HashMap<NodeKey, ChainNode>,
    key: &NodeKey,
) -> bool {
    !known.contains_key(key) && ids.remove(key).is_some()
}
