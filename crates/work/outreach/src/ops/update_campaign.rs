//! Changing a campaign and its goals.

use super::create_campaign::fresh;
use super::get_campaign::{books_of, find_campaign};
use super::indicator::indicator_named;
use crate::model::{
    Campaign, CampaignChange, CampaignId, Goal, GoalDraft, NewCampaign, NewGoal, check_campaign,
    check_goals,
};
use crate::permits::WriteCampaigns;
use crate::store;
use db::DatabaseTransaction;
use http_base::{Allowed, App};
use kernel::{Fields, Ids, Instant, Outcome};
use ledger::Months;

/// Changes a campaign; goals that are given stand in the place of all before.
///
/// # Errors
/// `request.invalid` with every wrong field;
/// [`CampaignRefusal::Unknown`](super::CampaignRefusal::Unknown).
pub async fn update_campaign(
    app: &App,
    _: &Allowed<WriteCampaigns>,
    id: CampaignId,
    change: CampaignChange,
) -> Outcome<Campaign> {
    let books = books_of(app)?;
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let open = Months::load(&tx).await?.open();
    let before = find_campaign(&tx, id).await?;
    let typed = before.record.typed();
    let new = NewCampaign {
        name: change.name.unwrap_or(typed.name),
        from: change.from.unwrap_or(typed.from),
        until: change.until.unwrap_or(typed.until),
        basis: change.basis.or(typed.basis),
        code: typed.code,
    };
    let mut wrong = Fields::default();
    let record = check_campaign(&mut wrong, &new);
    let find = |text: &str| indicator_named(&books, open, text);
    let typed_goals = change
        .goals
        .unwrap_or_else(|| before.goals.iter().map(typed_goal).collect());
    let drafts = check_goals(&mut wrong, new.from, &typed_goals, find);
    wrong.done()?;
    let record = record.expect("nothing was found wrong");
    let at = app.now();
    let goals = write_goals(&tx, &app.ids, at, &before, drafts).await?;
    if record == before.record && goals == before.goals {
        return Ok(before);
    }
    let after = Campaign {
        id,
        record,
        goals,
        revision: before.revision + 1,
        updated_at: at,
    };
    store::rewrite_campaign(&tx, &after).await?;
    tx.commit().await?;
    Ok(after)
}

fn typed_goal(goal: &Goal) -> NewGoal {
    NewGoal {
        indicator: goal.draft.indicator.clone(),
        measure: goal.draft.measure,
        value: goal.draft.value_text(),
        until: goal.draft.until,
    }
}

/// Writes the goals that differ from those before; answers all, in the order given.
async fn write_goals(
    tx: &DatabaseTransaction,
    ids: &Ids,
    at: Instant,
    before: &Campaign,
    drafts: Vec<GoalDraft>,
) -> Outcome<Vec<Goal>> {
    let mut gone: Vec<&Goal> = before.goals.iter().collect();
    let mut goals = Vec::with_capacity(drafts.len());
    let mut created = Vec::new();
    for draft in drafts {
        let known = gone.iter().position(|goal| goal.draft.key() == draft.key());
        let goal = match known.map(|place| gone.remove(place)) {
            Some(known) if known.draft == draft => known.clone(),
            Some(known) => {
                let goal = Goal {
                    id: known.id,
                    draft,
                    revision: known.revision + 1,
                };
                store::rewrite_goal(tx, &goal, at).await?;
                goal
            }
            None => {
                let goal = fresh(ids, draft);
                created.push((before.id.key(), goal.clone()));
                goal
            }
        };
        goals.push(goal);
    }
    store::insert_goals(tx, &created, at).await?;
    let gone: Vec<i64> = gone.iter().map(|goal| goal.id.key()).collect();
    store::remove_goals(tx, &gone, at).await?;
    Ok(goals)
}
