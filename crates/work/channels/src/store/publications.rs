//! The publication log in the table.

use super::condition::Condition;
use super::cursor::{Listing, Order};
use super::{day_of, fetch_by_keys, unreadable, update_many};
use crate::model::{OpportunityId, Publication, PublicationId};
use db::{ConnectionTrait, DbErr, FromQueryResult, Rows, append_rows};
use kernel::{Instant, Outcome, Scope};

/// A publication as an export shows it.
#[derive(Debug, Clone, FromQueryResult)]
pub(crate) struct PublicationRow {
    pub code: String,
    pub channel: String,
    pub published_on: String,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    opportunity_id: i64,
    channel: String,
    published_on: String,
    fact_seq: Option<i64>,
    recorded_at: String,
}

impl Row {
    fn read(self) -> Outcome<Publication> {
        let bad = |column: &str| unreadable("publication", self.id, column);
        Ok(Publication {
            id: PublicationId::new(self.id),
            opportunity: OpportunityId::new(self.opportunity_id),
            published_on: day_of(&self.published_on).ok_or_else(|| bad("published_on"))?,
            recorded_at: Instant::parse(&self.recorded_at).ok_or_else(|| bad("recorded_at"))?,
            channel: self.channel,
            fact_seq: self.fact_seq,
        })
    }
}

async fn by_keys<C: ConnectionTrait>(
    connection: &C,
    column: &str,
    keys: &[i64],
) -> Outcome<Vec<Publication>> {
    let sql = format!(
        "SELECT id, opportunity_id, channel, published_on, fact_seq, recorded_at \
         FROM opportunity_publications \
         WHERE removed_at IS NULL AND {column} IN ({{keys}}) ORDER BY published_on, id"
    );
    let keys = keys.iter().map(|&key| key.into());
    let rows: Vec<Row> = fetch_by_keys(connection, &sql, keys).await?;
    rows.into_iter().map(Row::read).collect()
}

/// The standing publications of these opportunities, by day.
pub(crate) async fn publications_of<C: ConnectionTrait>(
    connection: &C,
    opportunities: &[i64],
) -> Outcome<Vec<Publication>> {
    by_keys(connection, "opportunity_id", opportunities).await
}

/// The standing publications with these keys.
pub(crate) async fn publications_by_ids<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
) -> Outcome<Vec<Publication>> {
    by_keys(connection, "id", ids).await
}

/// Every standing publication of an opportunity that `scope` covers, by opportunity and day.
pub(crate) async fn all_publications<C: ConnectionTrait>(
    connection: &C,
    scope: &Scope,
    units: Option<&[i64]>,
) -> Outcome<Vec<PublicationRow>> {
    let mut condition = Condition::default();
    condition.and("l.removed_at IS NULL AND o.removed_at IS NULL", []);
    condition.scoped(&["o.unit_id"], scope);
    if let Some(units) = units {
        condition.units(&["o.unit_id"], units);
    }
    let listing = Listing {
        columns: "o.code, l.channel, l.published_on",
        from: "opportunity_publications l JOIN opportunities o ON o.id = l.opportunity_id",
        by: Order::Code("o.code, l.published_on, l.id"),
    };
    listing.all(connection, condition).await
}

/// Writes publications.
pub(crate) async fn insert_publications<C: ConnectionTrait>(
    connection: &C,
    publications: &[Publication],
) -> Result<(), DbErr> {
    let columns = [
        "id",
        "opportunity_id",
        "channel",
        "published_on",
        "fact_seq",
        "recorded_at",
    ];
    let mut rows = Rows::new("opportunity_publications", &columns, "");
    for publication in publications {
        rows.push([
            publication.id.key().into(),
            publication.opportunity.key().into(),
            publication.channel.as_str().into(),
            publication.published_on.to_string().into(),
            publication.fact_seq.into(),
            publication.recorded_at.to_string().into(),
        ]);
    }
    append_rows(connection, rows).await
}

/// Notes which publication carries the fact that its opportunity is published:
/// (publication, fact).
pub(crate) async fn carry_fact<C: ConnectionTrait>(
    connection: &C,
    carried: &[(i64, i64)],
) -> Result<(), DbErr> {
    let sql = "UPDATE opportunity_publications SET fact_seq = v.column2 \
         FROM (VALUES {rows}) AS v WHERE opportunity_publications.id = v.column1";
    update_many(connection, sql, &[], carried).await
}

/// Takes publications out of the log; it still says that they were in it, and why not now.
pub(crate) async fn remove_publications<C: ConnectionTrait>(
    connection: &C,
    ids: &[i64],
    reason: &str,
    at: Instant,
) -> Result<(), DbErr> {
    let sql = "UPDATE opportunity_publications SET removed_at = $1, removal_reason = $2 \
         FROM (VALUES {rows}) AS v WHERE opportunity_publications.id = v.column1";
    let rows: Vec<(i64, i64)> = ids.iter().map(|&id| (id, 0)).collect();
    let tail = [at.to_string().into(), reason.into()];
    update_many(connection, sql, &tail, &rows).await
}
