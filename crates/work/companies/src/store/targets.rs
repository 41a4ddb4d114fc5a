//! Target companies in the table.

use super::{KEYS, placeholders, unreadable};
use crate::model::{
    Booked, ChainId, CompanyId, NodeId, Recommender, Target, TargetId, Untargeting,
};
use chrono::NaiveDate;
use db::{ConnectionTrait, DbErr, Rows, Value, append_rows, execute, fetch_all};
use kernel::{Instant, Month, Outcome};
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    company_id: i64,
    batch: String,
    chain_id: i64,
    node_id: Option<i64>,
    unit_id: i64,
    recommended_by: String,
    targeted_on: String,
    month: i32,
    origin_month: i32,
    fact_seq: i64,
    untargeted_on: Option<String>,
    untargeting_seq: Option<i64>,
    revision: i32,
    updated_at: String,
}

const COLUMNS: &str = "t.id, t.company_id, t.batch, t.chain_id, t.node_id, t.unit_id, \
     t.recommended_by, t.targeted_on, t.month, t.origin_month, t.fact_seq, t.untargeted_on, \
     t.untargeting_seq, t.revision, t.updated_at";

impl Row {
    fn read(self) -> Outcome<Target> {
        let bad = |column: &str| unreadable("target", self.id, column);
        let day = |text: &str, column: &str| text.parse::<NaiveDate>().map_err(|_| bad(column));
        let untargeting = match (&self.untargeted_on, self.untargeting_seq) {
            (Some(on), Some(fact_seq)) => Some(Untargeting {
                on: day(on, "untargeted_on")?,
                fact_seq,
            }),
            _ => None,
        };
        let origin_month = match self.origin_month {
            0 => None,
            number => Some(Month::from_number(number).map_err(|_| bad("origin_month"))?),
        };
        Ok(Target {
            id: TargetId::new(self.id),
            company: CompanyId::new(self.company_id),
            chain: ChainId::new(self.chain_id),
            node: self.node_id.map(NodeId::new),
            unit: self.unit_id,
            recommended_by: Recommender::from_word(&self.recommended_by)
                .ok_or_else(|| bad("recommended_by"))?,
            targeted_on: day(&self.targeted_on, "targeted_on")?,
            booked: Booked {
                fact_seq: self.fact_seq,
                month: Month::from_number(self.month).map_err(|_| bad("month"))?,
                origin_month,
            },
            untargeting,
            updated_at: Instant::parse(&self.updated_at).ok_or_else(|| bad("updated_at"))?,
            batch: self.batch,
            revision: self.revision,
        })
    }
}

/// By what targets are looked for.
#[derive(Debug, Clone)]
pub(crate) enum TargetKey {
    /// Their own keys.
    Ids(Vec<i64>),
    /// The keys of their companies.
    Companies(Vec<i64>),
}

/// The targets with these keys that were not taken back, in the order of the journal.
pub(crate) async fn load_targets<C: ConnectionTrait>(
    connection: &C,
    key: &TargetKey,
) -> Outcome<Vec<Target>> {
    let (column, keys) = match key {
        TargetKey::Ids(keys) => ("t.id", keys),
        TargetKey::Companies(keys) => ("t.company_id", keys),
    };
    let mut rows: Vec<Row> = Vec::new();
    for chunk in keys.chunks(KEYS) {
        let sql = format!(
            "SELECT {COLUMNS} FROM targets t WHERE t.reversed_by IS NULL AND {column} IN ({})",
            placeholders(1, chunk.len())
        );
        let values = chunk.iter().map(|&key| Value::from(key));
        rows.extend(fetch_all::<Row, _>(connection, &sql, values).await?);
    }
    rows.sort_unstable_by_key(|row| row.fact_seq);
    rows.into_iter().map(Row::read).collect()
}

/// Writes chosen companies.
pub(crate) async fn insert_targets<C: ConnectionTrait>(
    connection: &C,
    targets: &[Target],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "company_id",
        "batch",
        "chain_id",
        "node_id",
        "unit_id",
        "recommended_by",
        "targeted_on",
        "month",
        "origin_month",
        "fact_seq",
        "untargeted_on",
        "untargeting_seq",
        "revision",
        "created_at",
        "updated_at",
    ];
    let mut rows = Rows::new("targets", &columns, "");
    for target in targets {
        let at: Value = target.updated_at.to_string().into();
        let untargeting = target.untargeting;
        rows.push([
            target.id.key().into(),
            target.company.key().into(),
            target.batch.as_str().into(),
            target.chain.key().into(),
            target.node.map(NodeId::key).into(),
            target.unit.into(),
            target.recommended_by.word().into(),
            target.targeted_on.to_string().into(),
            target.booked.month.number().into(),
            target.booked.origin_month.map_or(0, Month::number).into(),
            target.booked.fact_seq.into(),
            untargeting.map(|end| end.on.to_string()).into(),
            untargeting.map(|end| end.fact_seq).into(),
            target.revision.into(),
            at.clone(),
            at,
        ]);
    }
    append_rows(connection, rows).await
}

/// Writes what may change of a target: its place on a chain, and how it was given up.
/// `reversal` is the fact that takes it back as a whole, and the reason given last.
pub(crate) async fn rewrite_target<C: ConnectionTrait>(
    connection: &C,
    target: &Target,
    reversal: (Option<i64>, Option<&str>),
) -> Result<(), DbErr> {
    let untargeting = target.untargeting;
    let values = [
        target.id.key().into(),
        target.chain.key().into(),
        target.node.map(NodeId::key).into(),
        untargeting.map(|end| end.on.to_string()).into(),
        untargeting.map(|end| end.fact_seq).into(),
        reversal.0.into(),
        reversal.1.map(str::to_owned).into(),
        target.revision.into(),
        target.updated_at.to_string().into(),
    ];
    let sql = "UPDATE targets SET chain_id = $2, node_id = $3, untargeted_on = $4, \
         untargeting_seq = $5, reversed_by = $6, reversal_reason = COALESCE($7, reversal_reason), \
         revision = $8, updated_at = $9 WHERE id = $1";
    execute(connection, sql, values).await?;
    Ok(())
}
