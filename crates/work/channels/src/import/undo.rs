//! Taking batches back: facts are reversed, texts go back to what they were.

use super::spec::{OPPORTUNITIES, PLATFORMS};
use crate::model::{Components, Opportunity, Owner, Platform, Recognition};
use crate::ops::{take_back, take_back_platform_projects, take_back_publications};
use crate::store::{self, OpportunityKey, PlatformKey};
use db::DatabaseTransaction;
use intake::{Context, Kept, Setting, WrittenRow};
use kernel::{Outcome, Scope, params_of};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashMap};

/// Why records are marked as taken back.
const REASON: &str = "undo";

/// What of a platform no fact carries.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PlatformTexts {
    name: String,
    components: Components,
}

impl PlatformTexts {
    pub(super) fn of(platform: &Platform) -> Self {
        Self {
            name: platform.name.clone(),
            components: platform.components.clone(),
        }
    }
}

/// What of an opportunity no fact carries.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct OpportunityTexts {
    name: String,
    chain: Option<String>,
    content: Option<String>,
}

impl OpportunityTexts {
    pub(super) fn of(opportunity: &Opportunity) -> Self {
        Self {
            name: opportunity.name.clone(),
            chain: opportunity.chain.clone(),
            content: opportunity.content.clone(),
        }
    }
}

/// What an undo needs: the revision that the import left, and the texts before.
#[derive(Serialize, Deserialize)]
struct Memo<T> {
    revision: i32,
    before: Option<T>,
}

/// See [`Memo`].
pub(super) fn memo<T: Serialize>(revision: i32, before: Option<T>) -> Option<Value> {
    serde_json::to_value(Memo { revision, before }).ok()
}

fn remembered<T: DeserializeOwned>(row: &WrittenRow) -> Outcome<Memo<T>> {
    Ok(serde_json::from_value(
        row.before.clone().unwrap_or_default(),
    )?)
}

fn kept(kind: &str, row: &WrittenRow, code: &str, params: Value) -> Kept {
    Kept {
        kind: kind.to_owned(),
        key: row.key.clone(),
        code: code.to_owned(),
        params: params_of(params),
    }
}

/// The facts of a batch's rows that still stand.
struct Standing(HashMap<i64, Vec<Recognition>>);

impl Standing {
    async fn load(tx: &DatabaseTransaction, owner: Owner, written: &[WrittenRow]) -> Outcome<Self> {
        let ids: Vec<i64> = written.iter().map(|row| row.record_id).collect();
        let mut found: HashMap<i64, Vec<Recognition>> = HashMap::new();
        for recognition in store::recognitions_of(tx, owner, &ids).await? {
            if recognition.reversed_by.is_none() {
                let own = found.entry(recognition.owner_id).or_default();
                own.insert(0, recognition);
            }
        }
        Ok(Self(found))
    }

    /// Those of the row, the latest first.
    fn of(&mut self, row: &WrittenRow) -> Vec<Recognition> {
        let own = self.0.remove(&row.record_id).unwrap_or_default();
        let seqs: BTreeSet<i64> = row.fact_seqs.iter().copied().collect();
        let of_row = own.into_iter();
        of_row
            .filter(|recognition| seqs.contains(&recognition.fact_seq))
            .collect()
    }
}

pub(super) async fn platforms(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids = PlatformKey::Ids(written.iter().map(|row| row.record_id).collect());
    let found = store::load_platforms(tx, &Scope::Everything, &ids).await?;
    let mut found: HashMap<i64, Platform> = found
        .into_iter()
        .map(|platform| (platform.id.key(), platform))
        .collect();
    let mut standing = Standing::load(tx, Owner::Platform, written).await?;
    let (mut left, mut steps) = (Vec::new(), Vec::new());
    for row in written {
        // Gone from the register already: nothing to take back.
        let Some(platform) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo<PlatformTexts> = remembered(row)?;
        if platform.revision != memo.revision {
            left.push(kept(PLATFORMS, row, "platforms.changed_since", json!({})));
            continue;
        }
        if row.created && platform.projects > 0 {
            let params = json!({ "projects": platform.projects });
            left.push(kept(PLATFORMS, row, "platforms.referred_to", params));
            continue;
        }
        let own = standing.of(row);
        if let Some(before) = memo.before {
            let closed_on = platform.closed_on.filter(|_| own.is_empty());
            let after = Platform {
                name: before.name,
                components: before.components,
                closed_on,
                ..platform
            };
            store::rewrite_platform(tx, &after.written(cx.at)).await?;
        } else {
            store::remove_platform(tx, row.record_id, cx.at).await?;
        }
        steps.extend(own);
    }
    take_back(tx, &setting, &cx.actor, Owner::Platform, &steps, REASON).await?;
    Ok(left)
}

pub(super) async fn opportunities(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids: Vec<i64> = written.iter().map(|row| row.record_id).collect();
    let mut log: HashMap<i64, usize> = HashMap::new();
    for entry in store::publications_of(tx, &ids).await? {
        *log.entry(entry.opportunity.key()).or_default() += 1;
    }
    let ids = OpportunityKey::Ids(ids);
    let found = store::load_opportunities(tx, &Scope::Everything, &ids).await?;
    let mut found: HashMap<i64, Opportunity> = found
        .into_iter()
        .map(|opportunity| (opportunity.id.key(), opportunity))
        .collect();
    let mut standing = Standing::load(tx, Owner::Opportunity, written).await?;
    let (mut left, mut steps) = (Vec::new(), Vec::new());
    for row in written {
        let Some(opportunity) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo<OpportunityTexts> = remembered(row)?;
        if opportunity.revision != memo.revision {
            let code = "opportunities.changed_since";
            left.push(kept(OPPORTUNITIES, row, code, json!({})));
            continue;
        }
        if let Some(publications) = log.get(&row.record_id).filter(|_| row.created) {
            let params = json!({ "publications": publications });
            left.push(kept(
                OPPORTUNITIES,
                row,
                "opportunities.referred_to",
                params,
            ));
            continue;
        }
        let own = standing.of(row);
        if let Some(before) = memo.before {
            let closing = opportunity.closing.filter(|_| own.is_empty());
            let after = Opportunity {
                name: before.name,
                chain: before.chain,
                content: before.content,
                closing,
                ..opportunity
            };
            store::rewrite_opportunity(tx, &after.written(cx.at)).await?;
        } else {
            store::remove_opportunity(tx, row.record_id, cx.at).await?;
        }
        steps.extend(own);
    }
    take_back(tx, &setting, &cx.actor, Owner::Opportunity, &steps, REASON).await?;
    Ok(left)
}

pub(super) async fn platform_projects(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids: Vec<i64> = written.iter().map(|row| row.record_id).collect();
    let found = store::platform_projects_by_ids(tx, &ids).await?;
    let entries: Vec<_> = found.into_iter().map(|row| row.entry).collect();
    take_back_platform_projects(tx, &setting, &cx.actor, &entries, REASON).await?;
    Ok(Vec::new())
}

pub(super) async fn publications(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids: Vec<i64> = written.iter().map(|row| row.record_id).collect();
    let log = store::publications_by_ids(tx, &ids).await?;
    take_back_publications(tx, &setting, &cx.actor, &log, REASON).await?;
    Ok(Vec::new())
}
