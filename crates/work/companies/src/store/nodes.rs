//! Nodes of chains and what each supplies, in their tables.

use super::{fetch_by_keys, unreadable};
use crate::model::{ChainId, ChainNode, NodeId, Strength, normal_name};
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute};
use kernel::{Instant, Outcome};
use sea_orm::FromQueryResult;
use std::collections::HashMap;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    chain_id: i64,
    name: String,
    parent_id: Option<i64>,
    strength: Option<String>,
    note: Option<String>,
    imported_in: Option<i64>,
    revision: i32,
    updated_at: String,
}

#[derive(FromQueryResult)]
struct EdgeRow {
    node_id: i64,
    downstream_id: i64,
}

#[derive(FromQueryResult)]
struct TargetsRow {
    node_id: i64,
    targets: i64,
}

impl Row {
    fn read(self, edges: &mut HashMap<i64, Vec<NodeId>>) -> Outcome<ChainNode> {
        let bad = |column: &str| unreadable("chain node", self.id, column);
        let strength = self.strength.as_deref().map(|word| {
            let strength = Strength::from_word(word);
            strength.ok_or_else(|| bad("strength"))
        });
        Ok(ChainNode {
            id: NodeId::new(self.id),
            chain: ChainId::new(self.chain_id),
            parent: self.parent_id.map(NodeId::new),
            downstream: edges.remove(&self.id).unwrap_or_default(),
            strength: strength.transpose()?,
            updated_at: Instant::parse(&self.updated_at).ok_or_else(|| bad("updated_at"))?,
            name: self.name,
            note: self.note,
            imported_in: self.imported_in,
            revision: self.revision,
        })
    }
}

/// The nodes of these chains, in the order of entry.
pub(crate) async fn nodes_of<C: ConnectionTrait>(
    connection: &C,
    chains: &[i64],
) -> Outcome<Vec<ChainNode>> {
    let rows: Vec<Row> = fetch_by_keys(
        connection,
        "SELECT id, chain_id, name, parent_id, strength, note, imported_in, revision, updated_at \
         FROM chain_nodes WHERE removed_at IS NULL AND chain_id IN ({keys}) ORDER BY chain_id, id",
        chains,
    )
    .await?;
    let found: Vec<EdgeRow> = fetch_by_keys(
        connection,
        "SELECT e.node_id, e.downstream_id FROM chain_edges e \
         JOIN chain_nodes n ON n.id = e.node_id \
         WHERE n.removed_at IS NULL AND n.chain_id IN ({keys}) ORDER BY e.node_id, e.downstream_id",
        chains,
    )
    .await?;
    let mut edges: HashMap<i64, Vec<NodeId>> = HashMap::new();
    for edge in found {
        let downstream = NodeId::new(edge.downstream_id);
        edges.entry(edge.node_id).or_default().push(downstream);
    }
    rows.into_iter().map(|row| row.read(&mut edges)).collect()
}

/// How many targets name each node of `chain`: those that stand, or all that were not
/// taken back.
pub(crate) async fn node_targets<C: ConnectionTrait>(
    connection: &C,
    chains: &[i64],
    standing: bool,
) -> Outcome<HashMap<i64, i64>> {
    let which = if standing {
        " AND untargeted_on IS NULL"
    } else {
        ""
    };
    let sql = format!(
        "SELECT node_id, COUNT(*) AS targets FROM targets WHERE reversed_by IS NULL{which} \
         AND node_id IS NOT NULL AND chain_id IN ({{keys}}) GROUP BY node_id"
    );
    let rows: Vec<TargetsRow> = fetch_by_keys(connection, &sql, chains).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.node_id, row.targets))
        .collect())
}

/// Writes new nodes without their links, which may lead to each other.
pub(crate) async fn insert_nodes<C: ConnectionTrait>(
    connection: &C,
    nodes: &[ChainNode],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "chain_id",
        "name",
        "normal_name",
        "strength",
        "note",
        "imported_in",
        "revision",
        "created_at",
        "updated_at",
    ];
    let mut rows = Rows::new("chain_nodes", &columns, "");
    for node in nodes {
        let at: Value = node.updated_at.to_string().into();
        rows.push([
            node.id.key().into(),
            node.chain.key().into(),
            node.name.as_str().into(),
            normal_name(&node.name).into(),
            node.strength.map(Strength::word).into(),
            node.note.clone().into(),
            node.imported_in.into(),
            node.revision.into(),
            at.clone(),
            at,
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes what lies above these nodes and what they supply, instead of what was there.
pub(crate) async fn save_links<C: ConnectionTrait>(
    connection: &C,
    nodes: &[ChainNode],
) -> Result<(), DbErr> {
    let mut rows = Rows::new("chain_edges", &["node_id", "downstream_id"], "");
    for node in nodes {
        let id: Value = node.id.key().into();
        let parent: Value = node.parent.map(NodeId::key).into();
        let sql = "UPDATE chain_nodes SET parent_id = $2 WHERE id = $1";
        execute(connection, sql, [id.clone(), parent]).await?;
        let sql = "DELETE FROM chain_edges WHERE node_id = $1";
        execute(connection, sql, [id.clone()]).await?;
        for downstream in &node.downstream {
            rows.push([id.clone(), downstream.key().into()]);
        }
    }
    append_rows(connection, rows).await
}

/// Writes a node's record anew, without its links.
pub(crate) async fn rewrite_node<C: ConnectionTrait>(
    connection: &C,
    node: &ChainNode,
) -> Result<(), DbErr> {
    let values = [
        node.id.key().into(),
        node.name.as_str().into(),
        normal_name(&node.name).into(),
        node.strength.map(Strength::word).into(),
        node.note.clone().into(),
        node.revision.into(),
        node.updated_at.to_string().into(),
    ];
    let sql = "UPDATE chain_nodes SET name = $2, normal_name = $3, strength = $4, note = $5, \
         revision = $6, updated_at = $7 WHERE id = $1";
    execute(connection, sql, values).await?;
    Ok(())
}

/// Takes nodes away, and the links between them and others.
pub(crate) async fn remove_nodes<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
    at: Instant,
) -> Result<(), DbErr> {
    for &id in ids {
        let sql = "DELETE FROM chain_edges WHERE node_id = $1 OR downstream_id = $1";
        execute(connection, sql, [id.into()]).await?;
        let sql = "UPDATE chain_nodes SET removed_at = $2, parent_id = NULL, \
             revision = revision + 1 WHERE id = $1";
        execute(connection, sql, [id.into(), at.to_string().into()]).await?;
    }
    Ok(())
}
