//! Taking batches of activities, meetings and policy documents back: their facts are
//! reversed, what was changed is put back.

use super::memo::{Memo, REASON, kept, lock};
use super::spec::{ACTIVITIES, DOCUMENTS};
use crate::model::{
    Activity, Meeting, NewActivity, NewPolicyDocument, PolicyDocument, check_activity,
    check_document,
};
use crate::ops::{
    rewritten_activity, rewritten_document, take_back_activities, take_back_documents,
    take_back_meetings,
};
use crate::store::{self, ActivityKey, DocumentKey};
use db::DatabaseTransaction;
use intake::{Context, Kept, Setting, WrittenRow};
use kernel::{Fault, Fields, Outcome, Scope};
use serde_json::json;
use std::collections::HashMap;

/// The keys of what was written as `kind`.
fn keys_of(written: &[WrittenRow], kind: &str) -> Vec<i64> {
    let rows = written.iter().filter(|row| row.record_kind == kind);
    rows.map(|row| row.record_id).collect()
}

pub(super) async fn activities(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let ids = keys_of(written, "activity");
    let meetings = store::count_meetings(tx, &ids).await?;
    let key = ActivityKey::Ids(ids);
    let found = store::load_activities(tx, &Scope::Everything, &key).await?;
    // What was taken back by hand since leaves nothing to undo.
    let standing = found.into_iter().filter(|a| a.reversal.is_none());
    let mut standing: HashMap<i64, Activity> = standing
        .map(|activity| (activity.id.key(), activity))
        .collect();
    let mut left = Vec::new();
    let mut gone = Vec::new();
    for row in written {
        let Some(activity) = standing.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo<NewActivity> = Memo::of(row)?;
        let meetings = meetings.get(&row.record_id).copied().unwrap_or(0);
        match memo.before {
            _ if activity.revision != memo.revision => {
                left.push(kept(ACTIVITIES, row, "activities.changed_since", json!({})));
            }
            None if meetings > 0 => {
                let params = json!({ "meetings": meetings });
                left.push(kept(ACTIVITIES, row, "activities.has_meetings", params));
            }
            None => gone.push(activity),
            Some(before) => put_back(tx, &setting, activity, before).await?,
        }
    }
    take_back_activities(tx, &setting, &cx.actor, &gone, REASON).await?;
    Ok(left)
}

async fn put_back(
    tx: &DatabaseTransaction,
    setting: &Setting,
    activity: Activity,
    before: NewActivity,
) -> Outcome<()> {
    let record = check_activity(&mut Fields::default(), &setting.tree, &before);
    let mut record = record.ok_or_else(|| Fault::broken("an activity cannot go back"))?;
    let campaigns = store::campaign_keys(tx, record.campaign.as_deref()).await?;
    // A campaign that was removed since is not come back to.
    record.campaign = record.campaign.filter(|code| campaigns.contains_key(code));
    let after = rewritten_activity(activity, record, setting.at);
    store::rewrite_activity(tx, &after, &campaigns).await?;
    Ok(())
}

pub(super) async fn meetings(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let found = store::load_meetings(tx, &keys_of(written, "meeting")).await?;
    let standing: Vec<Meeting> = found
        .into_iter()
        .filter(|meeting| meeting.reversal.is_none())
        .collect();
    take_back_meetings(tx, &setting, &cx.actor, &standing, REASON).await?;
    let companies = keys_of(written, "company");
    let standing = companies::withdraw_companies(tx, cx.at, &companies).await?;
    let mut left = Vec::new();
    for row in written.iter().filter(|row| row.record_kind == "company") {
        if let Some(reason) = standing.get(&row.record_id) {
            left.push(kept("companies", row, reason.code(), reason.params()));
        }
    }
    Ok(left)
}

pub(super) async fn documents(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    lock(tx).await?;
    let setting = Setting::load(tx, &cx.app, cx.at).await?;
    let key = DocumentKey::Ids(keys_of(written, "policy_document"));
    let found = store::load_documents(tx, &Scope::Everything, &key).await?;
    let standing = found.into_iter().filter(|d| d.reversal.is_none());
    let mut standing: HashMap<i64, PolicyDocument> = standing
        .map(|document| (document.id.key(), document))
        .collect();
    let mut left = Vec::new();
    let mut gone = Vec::new();
    for row in written {
        let Some(document) = standing.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo<NewPolicyDocument> = Memo::of(row)?;
        match memo.before {
            _ if document.revision != memo.revision => {
                let code = "policy_documents.changed_since";
                left.push(kept(DOCUMENTS, row, code, json!({})));
            }
            None => gone.push(document),
            Some(before) => restore(tx, &setting, document, before).await?,
        }
    }
    take_back_documents(tx, &setting, &cx.actor, &gone, REASON).await?;
    Ok(left)
}

async fn restore(
    tx: &DatabaseTransaction,
    setting: &Setting,
    document: PolicyDocument,
    before: NewPolicyDocument,
) -> Outcome<()> {
    let record = check_document(&mut Fields::default(), &setting.tree, &before);
    let mut record = record.ok_or_else(|| Fault::broken("a document cannot go back"))?;
    record.unit = document.record.unit;
    let campaigns = store::campaign_keys(tx, record.campaign.as_deref()).await?;
    record.campaign = record.campaign.filter(|code| campaigns.contains_key(code));
    let after = rewritten_document(document, record, setting.at);
    store::rewrite_document(tx, &after, &campaigns).await?;
    Ok(())
}
