//! Judging and writing rows of nodes. They refer to each other, so they are judged together
//! before the first is answered for: first what each says by itself, then whether what it
//! refers to is there, then whether the links close a cycle.

use super::checker::{Plan, RowChecker};
use super::node_links::{Candidate, judge_links};
use super::problem::{Place, place_of, place_only, problem, problems};
use crate::model::{
    Chain, ChainId, ChainNode, Chains, NewNode, NodeId, Strength, check_node, normal_name,
};
use crate::ops::judge_graph;
use crate::store;
use db::DatabaseTransaction;
use intake::{Change, RowIn, RowProblem, Verdict, Written};
use kernel::{Fields, Outcome};
use serde_json::{Value, json};
use std::collections::HashMap;

/// What decides which node it is: its chain, and its name as it is compared.
pub(super) type NodeKey = (ChainId, String);

/// The nodes that rows may be about.
#[derive(Default)]
pub(super) struct NodeRows {
    /// Those of the table, and those of accepted rows.
    pub known: HashMap<NodeKey, ChainNode>,
    /// The rows until the first is checked, then their verdicts.
    waiting: Vec<RowIn>,
    verdicts: HashMap<Place, Verdict>,
    /// Whether the accepted ones have been written.
    written: bool,
}

/// What a row of nodes will write.
pub(super) struct NodePlan {
    node: ChainNode,
    before: Option<ChainNode>,
}

/// The key of a node of this name.
pub(super) fn key_of(chain: ChainId, name: &str) -> NodeKey {
    (chain, normal_name(name))
}

impl NodeRows {
    pub(super) async fn load(
        tx: &DatabaseTransaction,
        chains: &Chains,
        rows: Vec<&RowIn>,
    ) -> Outcome<Self> {
        let keys: Vec<i64> = chains.all().iter().map(|c| c.id.key()).collect();
        let nodes = store::nodes_of(tx, &keys).await?.into_iter();
        Ok(Self {
            known: nodes
                .map(|node| (key_of(node.chain, &node.name), node))
                .collect(),
            waiting: rows.into_iter().cloned().collect(),
            ..Self::default()
        })
    }

    /// The name of a known node.
    pub(super) fn name_of(&self, id: NodeId) -> Option<String> {
        let mut known = self.known.values();
        known
            .find(|node| node.id == id)
            .map(|node| node.name.clone())
    }
}

/// What an undo needs: the record before, and the revision that the import left.
fn memo(plan: &NodePlan) -> Option<Value> {
    let before = plan.before.as_ref().map(|node| {
        json!({
            "parent": node.parent.map(NodeId::key),
            "downstream": node.downstream.iter().map(|id| id.key()).collect::<Vec<i64>>(),
            "strength": node.strength,
            "note": node.note,
        })
    });
    Some(json!({ "revision": plan.node.revision, "before": before }))
}

impl RowChecker {
    pub(super) fn check_node(&mut self, row: &RowIn) -> Verdict {
        if !self.nodes.waiting.is_empty() {
            self.judge_nodes();
        }
        let verdict = self.nodes.verdicts.remove(&place_of(row));
        verdict.unwrap_or_else(|| Verdict::Refused(Vec::new()))
    }

    fn judge_nodes(&mut self) {
        let rows = std::mem::take(&mut self.nodes.waiting);
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut places: HashMap<NodeKey, usize> = HashMap::new();
        let mut repeated: Vec<(Place, usize)> = Vec::new();
        for row in &rows {
            let place = place_of(row);
            let candidate = match self.read_node(row) {
                Ok(candidate) => candidate,
                Err(found) => {
                    self.nodes.verdicts.insert(place, Verdict::Refused(found));
                    continue;
                }
            };
            let key = key_of(candidate.chain.id, &candidate.new.name);
            match places.get(&key) {
                None => {
                    places.insert(key, candidates.len());
                    candidates.push(candidate);
                }
                Some(&first) if candidates[first].says_the_same(&candidate) => {
                    repeated.push((place, first));
                }
                Some(&first) => {
                    let twice = RowProblem::twice("name", &candidates[first].row);
                    let refused = Verdict::Refused(vec![twice]);
                    self.nodes.verdicts.insert(place, refused);
                }
            }
        }
        let links = judge_links(&candidates, &self.nodes.known);
        // A row that repeats another is as that one is, but writes nothing.
        for (place, first) in repeated {
            let verdict = match &links[first] {
                Ok(_) => Verdict::Same,
                Err(found) => Verdict::Refused(found.clone()),
            };
            self.nodes.verdicts.insert(place, verdict);
        }
        let accepted = candidates.into_iter().zip(links);
        for (candidate, links) in accepted {
            let place = place_of(&candidate.row);
            let verdict = match links {
                Err(found) => Verdict::Refused(found),
                Ok((parent, downstream)) => {
                    let new = NewNode {
                        parent,
                        downstream,
                        ..candidate.new
                    };
                    self.accept_node(place, candidate.id, &candidate.chain, new)
                }
            };
            self.nodes.verdicts.insert(place, verdict);
        }
    }

    /// What a row says by itself; what it refers to stays a text.
    fn read_node(&self, row: &RowIn) -> Result<Candidate, Vec<RowProblem>> {
        let text = row.text("chain").unwrap_or_default();
        let chain = self.chains.chains.by_name(text);
        let chain = chain.ok_or_else(|| vec![RowProblem::unknown("chain", text)])?;
        judge_graph(chain, true).map_err(|refusal| vec![problem("chain", refusal)])?;
        let strength = row.choice("strength").and_then(Strength::from_word);
        let typed = NewNode {
            name: row.text("name").unwrap_or_default().to_owned(),
            strength,
            note: row.text("note").map(str::to_owned),
            ..NewNode::default()
        };
        let mut wrong = Fields::default();
        let new = check_node(&mut wrong, typed);
        if !wrong.is_clean() {
            return Err(problems(row, wrong));
        }
        let known = self.nodes.known.get(&key_of(chain.id, &new.name));
        let new = match known {
            Some(known) => NewNode {
                strength: new.strength.or(known.strength),
                note: new.note.or_else(|| known.note.clone()),
                ..known.typed()
            },
            None => new,
        };
        Ok(Candidate {
            id: known.map_or_else(|| self.ids.id(), |known| known.id),
            chain: chain.clone(),
            parent: row.text("parent").map(str::to_owned),
            downstream: row.list("downstream").to_vec(),
            row: place_only(row),
            new,
        })
    }

    fn accept_node(&mut self, place: Place, id: NodeId, chain: &Chain, new: NewNode) -> Verdict {
        let key = key_of(chain.id, &new.name);
        let Some(before) = self.nodes.known.get(&key).cloned() else {
            let node = ChainNode {
                imported_in: Some(self.batch),
                ..ChainNode::fresh(id, chain.id, new, self.at)
            };
            self.nodes.known.insert(key, node.clone());
            let plan = Plan::Node(NodePlan { node, before: None });
            self.plans.insert(place, plan);
            return Verdict::New;
        };
        let changes = self.node_changes(&before, &new);
        if changes.is_empty() {
            return Verdict::Same;
        }
        let node = before.rewritten(new, self.at);
        self.nodes.known.insert(key, node.clone());
        let plan = Plan::Node(NodePlan {
            node,
            before: Some(before),
        });
        self.plans.insert(place, plan);
        Verdict::Changed(changes)
    }

    fn node_changes(&self, before: &ChainNode, new: &NewNode) -> Vec<Change> {
        let name = |id: NodeId| self.nodes.name_of(id).unwrap_or_else(|| id.to_string());
        let names = |ids: &[NodeId]| {
            let names: Vec<String> = ids.iter().map(|&id| name(id)).collect();
            Some(names.join("；")).filter(|text| !text.is_empty())
        };
        let word = |strength: Option<Strength>| strength.map(|s| s.word().to_owned());
        let mut changes = Vec::new();
        let mut compare = |field: &str, differs: bool, from, to| {
            if differs {
                let field = field.to_owned();
                changes.push(Change { field, from, to });
            }
        };
        compare(
            "parent",
            before.parent != new.parent,
            before.parent.map(name),
            new.parent.map(name),
        );
        compare(
            "downstream",
            before.downstream != new.downstream,
            names(&before.downstream),
            names(&new.downstream),
        );
        compare(
            "strength",
            before.strength != new.strength,
            word(before.strength),
            word(new.strength),
        );
        compare(
            "note",
            before.note != new.note,
            before.note.clone(),
            new.note.clone(),
        );
        changes
    }

    pub(super) async fn commit_nodes(
        &mut self,
        tx: &DatabaseTransaction,
        rows: &[&RowIn],
    ) -> Outcome<Vec<Written>> {
        if !self.nodes.written {
            self.write_nodes(tx).await?;
            self.nodes.written = true;
        }
        let mut written = Vec::with_capacity(rows.len());
        for (position, row) in rows.iter().enumerate() {
            let Some(Plan::Node(plan)) = self.plans.remove(&place_of(row)) else {
                continue;
            };
            written.push(Written {
                row: position,
                record_kind: "chain_node",
                record_id: plan.node.id.key(),
                fact_seqs: Vec::new(),
                created: plan.before.is_none(),
                before: memo(&plan),
            });
        }
        Ok(written)
    }

    /// Writes all accepted nodes, then their links: rows lead to rows further down.
    async fn write_nodes(&self, tx: &DatabaseTransaction) -> Outcome<()> {
        let mut created: Vec<ChainNode> = Vec::new();
        let mut linked: Vec<ChainNode> = Vec::new();
        for plan in self.plans.values() {
            let Plan::Node(plan) = plan else { continue };
            linked.push(plan.node.clone());
            if plan.before.is_some() {
                store::rewrite_node(tx, &plan.node).await?;
            } else {
                created.push(plan.node.clone());
            }
        }
        created.sort_unstable_by_key(|node| node.id);
        linked.sort_unstable_by_key(|node| node.id);
        store::insert_nodes(tx, &created).await?;
        store::save_links(tx, &linked).await?;
        Ok(())
    }
}
