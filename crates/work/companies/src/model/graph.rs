//! The graph of a chain, and the cycles that it must not have: neither among 上级环节, nor
//! along 下游环节. Nodes are known by any key: the table's, or a name in a workbook.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::Hash;

/// What lies above each node and what each supplies.
#[derive(Debug, Clone)]
pub(crate) struct Graph<K> {
    parents: BTreeMap<K, K>,
    downstream: BTreeMap<K, BTreeSet<K>>,
}

/// Why a node may not be linked so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkFault<K> {
    /// The node is its own 上级环节.
    OwnParent,
    /// The node supplies itself.
    OwnDownstream,
    /// The node would lie above itself: the way, from the node and back to it.
    ParentCycle(Vec<K>),
    /// The node would supply itself through others: the way, from the node and back to it.
    DownstreamCycle(Vec<K>),
}

impl<K> Default for Graph<K> {
    fn default() -> Self {
        Self {
            parents: BTreeMap::new(),
            downstream: BTreeMap::new(),
        }
    }
}

impl<K: Copy + Ord + Hash> Graph<K> {
    /// What keeps `node` from having this parent and these downstream nodes, instead of
    /// those it has.
    ///
    /// # Errors
    /// [`LinkFault`], the first.
    pub(crate) fn judge(
        &self,
        node: K,
        parent: Option<K>,
        downstream: &[K],
    ) -> Result<(), LinkFault<K>> {
        if parent == Some(node) {
            return Err(LinkFault::OwnParent);
        }
        if downstream.contains(&node) {
            return Err(LinkFault::OwnDownstream);
        }
        if let Some(parent) = parent
            && let Some(way) = self.way_up(parent, node)
        {
            return Err(LinkFault::ParentCycle(way));
        }
        match self.way_down(downstream, node) {
            Some(way) => Err(LinkFault::DownstreamCycle(way)),
            None => Ok(()),
        }
    }

    /// Links `node`, instead of how it was linked.
    pub(crate) fn link(&mut self, node: K, parent: Option<K>, downstream: &[K]) {
        match parent {
            Some(parent) => self.parents.insert(node, parent),
            None => self.parents.remove(&node),
        };
        let downstream: BTreeSet<K> = downstream.iter().copied().collect();
        self.downstream.insert(node, downstream);
    }

    /// `end`, `from`, what lies above that, … and `end` again, if it does.
    fn way_up(&self, from: K, end: K) -> Option<Vec<K>> {
        let mut way = vec![end, from];
        let mut seen = HashSet::from([from]);
        let mut at = from;
        while let Some(&above) = self.parents.get(&at) {
            way.push(above);
            if above == end {
                return Some(way);
            }
            if !seen.insert(above) {
                return None;
            }
            at = above;
        }
        None
    }

    /// A shortest way from `end` over one of `firsts` back to `end`, if there is one.
    fn way_down(&self, firsts: &[K], end: K) -> Option<Vec<K>> {
        let mut before: HashMap<K, K> = HashMap::new();
        let mut front: Vec<K> = Vec::new();
        for &first in firsts {
            if before.insert(first, end).is_none() {
                front.push(first);
            }
        }
        while !front.is_empty() {
            let mut next = Vec::new();
            for at in front {
                for &down in self.downstream.get(&at).into_iter().flatten() {
                    if down == end {
                        let mut way = vec![end, at];
                        let mut back = at;
                        while back != end {
                            back = before[&back];
                            way.push(back);
                        }
                        way.reverse();
                        return Some(way);
                    }
                    if let std::collections::hash_map::Entry::Vacant(free) = before.entry(down) {
                        free.insert(at);
                        next.push(down);
                    }
                }
            }
            front = next;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(links: &[(u8, Option<u8>, &[u8])]) -> Graph<u8> {
        let mut graph = Graph::default();
        for (node, parent, downstream) in links {
            graph.link(*node, *parent, downstream);
        }
        graph
    }

    #[test]
    fn a_node_is_neither_above_itself_nor_downstream_of_itself() {
        let graph = graph(&[]);
        assert_eq!(graph.judge(1, Some(1), &[]), Err(LinkFault::OwnParent));
        assert_eq!(graph.judge(1, None, &[2, 1]), Err(LinkFault::OwnDownstream));
        assert_eq!(graph.judge(1, Some(2), &[2, 3]), Ok(()));
    }

    #[test]
    fn a_cycle_is_named_by_its_way() {
        let graph = graph(&[(2, Some(3), &[4]), (3, Some(1), &[]), (4, None, &[5, 1])]);
        assert_eq!(
            graph.judge(1, Some(2), &[]),
            Err(LinkFault::ParentCycle(vec![1, 2, 3, 1]))
        );
        assert_eq!(
            graph.judge(1, None, &[2]),
            Err(LinkFault::DownstreamCycle(vec![1, 2, 4, 1]))
        );
        assert_eq!(
            graph.judge(1, None, &[4, 2]),
            Err(LinkFault::DownstreamCycle(vec![1, 4, 1])),
            "the shortest way"
        );
        assert_eq!(graph.judge(1, None, &[5]), Ok(()));
    }

    #[test]
    fn links_that_are_replaced_close_no_cycle() {
        let mut graph = graph(&[(2, None, &[1])]);
        assert!(graph.judge(1, None, &[2]).is_err());
        graph.link(2, None, &[]);
        assert_eq!(graph.judge(1, None, &[2]), Ok(()));
    }
}
