//! Taking a batch of projects back.

use super::spec::PROJECTS;
use crate::model::{Home, NewProject, Project, check_draft, differences, frozen};
use crate::ops::{investors_for, link_companies, moved_counts, rewritten};
use crate::store::{self, ProjectKey};
use companies::CompanyDraft;
use db::DatabaseTransaction;
use intake::{Context, Kept, WrittenRow};
use kernel::{Fault, Fields, Outcome, Refusal, Scope, params_of};
use orgs::UnitTree;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// See `commit::memo`.
#[derive(Deserialize)]
struct Memo {
    revision: i32,
    before: Option<NewProject>,
}

/// A record that stays.
pub(super) fn kept(kind: &str, row: &WrittenRow, code: &str, params: Value) -> Kept {
    Kept {
        kind: kind.to_owned(),
        key: row.key.clone(),
        code: code.to_owned(),
        params: params_of(params),
    }
}

pub(super) async fn projects(
    tx: &DatabaseTransaction,
    cx: &Context,
    written: &[WrittenRow],
) -> Outcome<Vec<Kept>> {
    ledger::lock_journal(tx).await?;
    let tree = orgs::ops::load_units(tx).await?;
    let of_kind = |kind: &'static str| written.iter().filter(move |row| row.record_kind == kind);
    let ids: Vec<i64> = of_kind("project").map(|row| row.record_id).collect();
    let found = store::load_projects(tx, &Scope::Everything, &ProjectKey::Ids(ids)).await?;
    let mut found: HashMap<i64, Project> = found
        .into_iter()
        .map(|project| (project.id.key(), project))
        .collect();
    let mut left = Vec::new();
    for row in of_kind("project") {
        // Gone from the register already: nothing to take back.
        let Some(project) = found.remove(&row.record_id) else {
            continue;
        };
        let memo: Memo = serde_json::from_value(row.before.clone().unwrap_or_default())?;
        let stays = if project.revision == memo.revision {
            match memo.before {
                None => remove(tx, cx, &project).await?,
                Some(before) => put_back(tx, cx, &tree, &project, before).await?,
            }
        } else {
            Some(("projects.changed_since", json!({})))
        };
        if let Some((code, params)) = stays {
            left.push(kept(PROJECTS, row, code, params));
        }
    }
    let ids: Vec<i64> = of_kind("company").map(|row| row.record_id).collect();
    let standing = companies::withdraw_companies(tx, cx.at, &ids).await?;
    for row in of_kind("company") {
        if let Some(reason) = standing.get(&row.record_id) {
            left.push(kept("companies", row, reason.code(), reason.params()));
        }
    }
    Ok(left)
}

/// Why a record stays: a code with its parameters.
type Stays = Option<(&'static str, Value)>;

/// Takes a project that the batch registered out of the register.
async fn remove(tx: &DatabaseTransaction, cx: &Context, project: &Project) -> Outcome<Stays> {
    let stands_alone = project.life.is_empty() && project.platform.is_none();
    if !stands_alone || project.funds > 0 || project.amended {
        let milestones = project.life.milestones().len();
        let params = json!({ "milestones": milestones, "funds": project.funds });
        return Ok(Some(("projects.referred_to", params)));
    }
    store::remove_project(tx, project.id.key(), cx.at).await?;
    let nobody = Project {
        investors: Vec::new(),
        ..project.clone()
    };
    companies::count_projects(tx, moved_counts(project, &nobody)).await?;
    Ok(None)
}

/// Writes the record before the batch again, where no fact has frozen the fields since.
async fn put_back(
    tx: &DatabaseTransaction,
    cx: &Context,
    tree: &UnitTree,
    project: &Project,
    before: NewProject,
) -> Outcome<Stays> {
    let draft = check_draft(&mut Fields::default(), tree, &before);
    let mut draft = draft.ok_or_else(|| Fault::broken("a project cannot go back"))?;
    let named: Vec<CompanyDraft> = draft.investors.iter().map(|i| i.company.clone()).collect();
    link_companies(&mut draft, &companies::load_directory(tx, &named).await?);
    let found = differences(project, &draft, tree);
    let mut refusals = found
        .iter()
        .filter_map(|change| frozen(project, change.field));
    if let Some(Refusal { code, params, .. }) = refusals.next() {
        return Ok(Some((code, Value::Object(params))));
    }
    let same = !found.iter().any(|change| change.field == "investors");
    let investors = if same {
        project.investors.clone()
    } else {
        let (mut investors, _) = investors_for(tx, &cx.app.ids, cx.at, &[&draft]).await?;
        investors.pop().expect("one list for one draft")
    };
    let after = rewritten(project.clone(), draft, investors, cx.at);
    store::rewrite_project(tx, Home::of(tree), &after).await?;
    companies::count_projects(tx, moved_counts(project, &after)).await?;
    Ok(None)
}
