//! Chains in the table. There are a few dozen: they are read whole.

use super::{fetch_by_keys, unreadable};
use crate::model::{Chain, ChainId, ChainKind, normal_name};
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute, fetch_all};
use kernel::{Instant, Outcome};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    code: String,
    name: String,
    name_en: String,
    kind: String,
    assumed: bool,
    revision: i32,
    updated_at: String,
}

const COLUMNS: &str = "id, code, name, name_en, kind, assumed, revision, updated_at";

impl Row {
    fn read(self) -> Outcome<Chain> {
        let bad = |column: &str| unreadable("chain", self.id, column);
        Ok(Chain {
            id: ChainId::new(self.id),
            kind: ChainKind::from_word(&self.kind).ok_or_else(|| bad("kind"))?,
            updated_at: Instant::parse(&self.updated_at).ok_or_else(|| bad("updated_at"))?,
            code: self.code,
            name: self.name,
            name_en: self.name_en,
            assumed: self.assumed,
            revision: self.revision,
        })
    }
}

/// Every chain, in the order of entry.
pub(crate) async fn chains<C: ConnectionTrait>(connection: &C) -> Outcome<Vec<Chain>> {
    let sql = format!("SELECT {COLUMNS} FROM chains WHERE removed_at IS NULL ORDER BY id");
    let rows: Vec<Row> = fetch_all(connection, &sql, []).await?;
    rows.into_iter().map(Row::read).collect()
}

/// The chains with these keys, removed ones too: what others refer to can be named.
pub(crate) async fn chains_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Chain>> {
    let sql = format!("SELECT {COLUMNS} FROM chains WHERE id IN ({{keys}})");
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, ids).await?;
    rows.into_iter().map(Row::read).collect()
}

/// How many nodes of each strength and how many standing targets a chain has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, FromQueryResult)]
pub(crate) struct ChainCounts {
    pub id: i64,
    pub strong: i64,
    pub weak: i64,
    pub missing: i64,
    pub unrated: i64,
    pub targets: i64,
}

/// The counts of every chain that has nodes or targets; of `chain` only, where given.
pub(crate) async fn chain_counts<C: ConnectionTrait>(
    connection: &C,
    chain: Option<ChainId>,
) -> Outcome<Vec<ChainCounts>> {
    let of = |strength: &str| {
        format!(
            "(SELECT COUNT(*) FROM chain_nodes n WHERE n.chain_id = c.id \
             AND n.removed_at IS NULL AND n.strength {strength})"
        )
    };
    let which = if chain.is_some() {
        "c.id = $1"
    } else {
        "1 = 1"
    };
    let sql = format!(
        "SELECT c.id, {} AS strong, {} AS weak, {} AS missing, {} AS unrated, \
         (SELECT COUNT(*) FROM targets t WHERE t.chain_id = c.id \
          AND t.reversed_by IS NULL AND t.untargeted_on IS NULL) AS targets \
         FROM chains c WHERE c.removed_at IS NULL AND {which}",
        of("= 'strong'"),
        of("= 'weak'"),
        of("= 'missing'"),
        of("IS NULL"),
    );
    let values = chain.map(|chain| Value::from(chain.key()));
    Ok(fetch_all(connection, &sql, values).await?)
}

/// Writes new chains.
pub(crate) async fn insert_chains<C: ConnectionTrait>(
    connection: &C,
    chains: &[Chain],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "code",
        "name",
        "normal_name",
        "name_en",
        "kind",
        "assumed",
        "revision",
        "created_at",
        "updated_at",
    ];
    let mut rows = Rows::new("chains", &columns, "");
    for chain in chains {
        let at: Value = chain.updated_at.to_string().into();
        rows.push([
            chain.id.key().into(),
            chain.code.as_str().into(),
            chain.name.as_str().into(),
            normal_name(&chain.name).into(),
            chain.name_en.as_str().into(),
            chain.kind.word().into(),
            chain.assumed.into(),
            chain.revision.into(),
            at.clone(),
            at,
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes a chain's record anew.
pub(crate) async fn rewrite_chain<C: ConnectionTrait>(
    connection: &C,
    chain: &Chain,
) -> Result<(), DbErr> {
    let values = [
        chain.id.key().into(),
        chain.name.as_str().into(),
        normal_name(&chain.name).into(),
        chain.name_en.as_str().into(),
        chain.kind.word().into(),
        chain.assumed.into(),
        chain.revision.into(),
        chain.updated_at.to_string().into(),
    ];
    let sql = "UPDATE chains SET name = $2, normal_name = $3, name_en = $4, kind = $5, \
         assumed = $6, revision = $7, updated_at = $8 WHERE id = $1";
    execute(connection, sql, values).await?;
    Ok(())
}

/// Takes a chain away.
pub(crate) async fn remove_chain<C: ConnectionTrait>(
    connection: &C,
    id: i64,
    at: Instant,
) -> Result<(), DbErr> {
    let sql = "UPDATE chains SET removed_at = $2, revision = revision + 1 WHERE id = $1";
    execute(connection, sql, [id.into(), at.to_string().into()]).await?;
    Ok(())
}
