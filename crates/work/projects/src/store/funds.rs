//! Funds in the table.

use super::fetch_by_keys;
use super::milestones::origin_of;
use super::scope::Condition;
use super::{unreadable, update_many};
use crate::model::{EvidenceKind, Fund, FundId, FundKind, ProjectId};
use chrono::NaiveDate;
use db::{ConnectionTrait, DbErr, Rows, append_rows, fetch_one};
use kernel::{Fault, Instant, Money, Month, Outcome, Scope};
use sea_orm::FromQueryResult;

/// A row of the table.
#[derive(Debug, FromQueryResult)]
pub(super) struct Row {
    pub id: i64,
    pub voucher: String,
    pub project_id: i64,
    pub lead_unit_id: i64,
    pub arrived_on: String,
    pub amount_fen: i64,
    pub kind: String,
    pub payer: String,
    pub evidence_kind: Option<String>,
    pub other_province_bp: i32,
    pub month: i32,
    pub origin_month: i32,
    pub fact_seq: i64,
    pub reversed_by: Option<i64>,
    pub reversal_reason: Option<String>,
    pub replaces_id: Option<i64>,
    pub recorded_at: String,
}

/// The columns of [`Row`], of funds `f`.
pub(super) const COLUMNS: &str = "f.id, f.voucher, f.project_id, f.lead_unit_id, f.arrived_on, \
     f.amount_fen, f.kind, f.payer, f.evidence_kind, f.other_province_bp, f.month, f.origin_month, \
     f.fact_seq, f.reversed_by, f.reversal_reason, f.replaces_id, f.recorded_at";

impl Row {
    pub(super) fn read(self) -> Outcome<Fund> {
        let id = self.id;
        let bad = |column: &str| -> Fault { unreadable("funds", id, column) };
        let evidence = self
            .evidence_kind
            .map(|word| EvidenceKind::from_word(&word).ok_or_else(|| bad("evidence_kind")));
        Ok(Fund {
            id: FundId::new(id),
            voucher: self.voucher,
            project: ProjectId::new(self.project_id),
            lead: self.lead_unit_id,
            arrived_on: self
                .arrived_on
                .parse::<NaiveDate>()
                .map_err(|_| bad("arrived_on"))?,
            amount: Money::from_fen(self.amount_fen),
            kind: FundKind::from_word(&self.kind).ok_or_else(|| bad("kind"))?,
            payer: self.payer,
            evidence_kind: evidence.transpose()?,
            other_province_bp: i64::from(self.other_province_bp),
            month: Month::from_number(self.month).map_err(|_| bad("month"))?,
            origin_month: origin_of(self.origin_month).map_err(|_| bad("origin_month"))?,
            fact_seq: self.fact_seq,
            reversed_by: self.reversed_by,
            reversal_reason: self.reversal_reason,
            replaces: self.replaces_id.map(FundId::new),
            recorded_at: Instant::parse(&self.recorded_at).ok_or_else(|| bad("recorded_at"))?,
        })
    }
}

/// The funds with this key, if `scope` covers their project.
pub(crate) async fn find_fund<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    id: FundId,
) -> Outcome<Option<Fund>> {
    let mut condition = Condition::default();
    condition.and("f.id = {}", [id.key().into()]);
    condition.scoped(scope);
    let sql = format!(
        "SELECT {COLUMNS} FROM funds f JOIN projects p ON p.id = f.project_id WHERE {}",
        condition.text()
    );
    let row: Option<Row> = fetch_one(connection, &sql, condition.values).await?;
    row.map(Row::read).transpose()
}

/// The funds with these keys.
pub(crate) async fn funds_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Fund>> {
    let sql = format!("SELECT {COLUMNS} FROM funds f WHERE f.id IN ({{keys}})");
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, ids.iter().map(|&id| id.into())).await?;
    rows.into_iter().map(Row::read).collect()
}

/// The standing funds with these vouchers. The whole city is searched, for a voucher is
/// used once in it.
pub(crate) async fn standing_vouchers<C: ConnectionTrait>(
    connection: &C,
    vouchers: &[String],
) -> Outcome<Vec<Fund>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM funds f WHERE f.reversed_by IS NULL AND f.voucher IN ({{keys}})"
    );
    let keys = vouchers.iter().map(|voucher| voucher.as_str().into());
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, keys).await?;
    rows.into_iter().map(Row::read).collect()
}

/// Writes recognised funds.
pub(crate) async fn insert_funds<C: ConnectionTrait>(
    connection: &C,
    funds: &[Fund],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "voucher",
        "project_id",
        "lead_unit_id",
        "arrived_on",
        "amount_fen",
        "kind",
        "payer",
        "evidence_kind",
        "other_province_bp",
        "month",
        "origin_month",
        "fact_seq",
        "replaces_id",
        "recorded_at",
    ];
    let mut rows = Rows::new("funds", &columns, "");
    for fund in funds {
        rows.push([
            fund.id.key().into(),
            fund.voucher.as_str().into(),
            fund.project.key().into(),
            fund.lead.into(),
            fund.arrived_on.to_string().into(),
            fund.amount.fen().into(),
            fund.kind.word().into(),
            fund.payer.as_str().into(),
            fund.evidence_kind.map(|kind| kind.word().to_owned()).into(),
            fund.other_province_bp.into(),
            fund.month.number().into(),
            fund.origin_month.map_or(0, Month::number).into(),
            fund.fact_seq.into(),
            fund.replaces.map(FundId::key).into(),
            fund.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Marks funds as taken back: (funds, fact that took them back).
pub(crate) async fn mark_reversed_funds<C: ConnectionTrait>(
    connection: &C,
    reversals: &[(i64, i64)],
    reason: &str,
) -> Result<(), DbErr> {
    let rows: Vec<[i64; 3]> = reversals.iter().map(|&(id, by)| [id, by, 0]).collect();
    let sql = "UPDATE funds SET reversed_by = v.column2, reversal_reason = $1 \
         FROM (VALUES {rows}) AS v WHERE funds.id = v.column1";
    update_many(connection, sql, &[reason.into()], &rows).await
}
