//! Campaigns: what a text may say of one, and what has been reached of its goals. Goals are
//! the outreach slice's; what was reached are figures.

use super::list_figures::FigureRefusal;
use super::{BulletinRefusal, books};
use crate::model::{GoalProgress, goal_text, month_label};
use crate::permits::ReadFigures;
use http_base::{Allowed, App};
use kernel::{Month, Outcome};
use ledger::{Books, FigureQuery, Months, Window, figures};
use outreach::{Campaign, Goal, GoalMeasure};
use serde_json::{Value as Json, json};

/// A campaign with what has been reached of its goals.
#[derive(Debug)]
pub struct CampaignProgress {
    /// The campaign.
    pub campaign: Campaign,
    /// Its goals, in their order.
    pub goals: Vec<GoalProgress>,
}

/// What a template is given of the campaign that it may speak of, in a text that reports
/// `month`: of one that goes on, what there is up to that month.
///
/// # Errors
/// [`BulletinRefusal::UnknownCampaign`], [`BulletinRefusal::CampaignNotBegun`].
pub(super) async fn campaign_context(
    app: &App,
    books: &Books,
    code: &str,
    month: Month,
) -> Outcome<Json> {
    let campaign = known(app, code).await?;
    let from = campaign.record.from;
    if from > month {
        return Err(BulletinRefusal::CampaignNotBegun {
            campaign: campaign.record.name,
            from,
            month,
        }
        .into());
    }
    let goals = campaign.goals.iter().map(|goal| {
        let draft = &goal.draft;
        let indicator = books.indicator(&draft.indicator, draft.until);
        json!({
            "name": indicator.map_or(draft.indicator.as_str(), |known| known.name.zh.as_str()),
            "measure": match draft.measure {
                GoalMeasure::Value => "达到",
                GoalMeasure::Yoy => "同比增长",
            },
            "goal": goal_text(goal, indicator),
            "until": month_label(draft.until),
        })
    });
    let goals: Vec<Json> = goals.collect();
    let record = &campaign.record;
    let reported = record.until.min(month);
    Ok(json!({
        "code": record.code,
        "name": record.name,
        "from": record.from,
        "until": record.until,
        "from_label": month_label(record.from),
        "until_label": month_label(record.until),
        "month": reported,
        "month_label": month_label(reported),
        "ended": record.until <= month,
        "document": record.basis.clone().unwrap_or_default(),
        "goals": goals,
    }))
}

async fn known(app: &App, code: &str) -> Outcome<Campaign> {
    match outreach::campaign_with_goals(app.database.reader(), code).await {
        Err(fault) if fault.code().is_some() => Err(BulletinRefusal::UnknownCampaign {
            campaign: code.to_owned(),
        }
        .into()),
        other => other,
    }
}

/// A campaign with what has been reached of its goals at the end of `month`; of the last
/// closed month without one.
///
/// # Errors
/// [`BulletinRefusal::UnknownCampaign`], [`FigureRefusal::NoCity`].
pub async fn get_campaign_progress(
    app: &App,
    _: &Allowed<ReadFigures>,
    code: &str,
    month: Option<Month>,
) -> Outcome<CampaignProgress> {
    let campaign = known(app, code).await?;
    let books = books(app)?;
    let connection = &app.database.begin_read().await?;
    let tree = orgs::ops::load_units(connection).await?;
    let city = tree.city().ok_or(FigureRefusal::NoCity)?;
    let months = Months::load(connection).await?;
    let closed = months.last_closed().map(|entry| entry.month);
    let newest = month.or(closed).or_else(|| months.open());
    let mut goals = Vec::with_capacity(campaign.goals.len());
    for goal in &campaign.goals {
        let window = newest.and_then(|newest| window_of(&books, &campaign, goal, newest));
        let figure = match window {
            Some(window) => {
                let query = FigureQuery {
                    window,
                    units: &[city.key],
                    ranked: &[],
                    codes: &[&goal.draft.indicator],
                    with_subjects: false,
                };
                figures(connection, &books, &query).await?.pop()
            }
            None => None,
        };
        let indicator = books.indicator(&goal.draft.indicator, goal.draft.until);
        goals.push(GoalProgress::new(goal, indicator, window, figure.as_ref()));
    }
    Ok(CampaignProgress { campaign, goals })
}

/// The months in which a goal is looked at: the campaign's own up to `newest`, within one
/// year. What there is at a month's end (a stock) can be looked at before the campaign
/// begins; what a window brings cannot.
fn window_of(books: &Books, campaign: &Campaign, goal: &Goal, newest: Month) -> Option<Window> {
    let month = newest.min(goal.draft.until);
    let from = campaign.record.from.max(month.january());
    if month >= campaign.record.from {
        return Some(Window { from, month });
    }
    let is_stock = |code: &str| books.indicator(code, month).is_some_and(|i| i.is_stock());
    let indicator = books.indicator(&goal.draft.indicator, month)?;
    let parts = [&indicator.numerator, &indicator.denominator];
    let stands = is_stock(&indicator.code)
        || parts
            .iter()
            .all(|part| part.as_deref().is_some_and(is_stock));
    stands.then_some(Window { from: month, month })
}
