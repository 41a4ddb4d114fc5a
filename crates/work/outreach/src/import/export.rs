//! The records of this crate as rows of workbooks. Imported again, every row is the same.

use super::filters::Filters;
use crate::model::{
    Activity, ActivityId, ActivityKind, Campaign, DocumentNature, DocumentTheme, Goal, GoalUnit,
    LeaderRank, PolicyDocument,
};
use crate::ops::{indicator_named, seen_by};
use crate::store::{
    self, ActivityFilter, ActivityKey, CampaignFilter, DocumentFilter, MeetingFilter,
};
use companies::CompanyId;
use db::DatabaseTransaction;
use intake::{Context, TypedValue};
use kernel::{Fault, Outcome, Scope};
use ledger::{Books, Subject};
use orgs::UnitTree;
use projects::ProjectId;
use sheets::{Cell, Decimal};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The rows of an export.
pub(super) type RowsOut = Vec<Vec<Option<TypedValue>>>;

fn some_text(text: impl Into<String>) -> Option<TypedValue> {
    Some(TypedValue::Text(text.into()))
}

fn word(word: &'static str) -> Option<TypedValue> {
    Some(TypedValue::Choice(word))
}

async fn all_campaigns(
    tx: &DatabaseTransaction,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<Campaign>> {
    let mut given = Filters::new(filters, &["month", "q"]);
    let filter = CampaignFilter {
        month: given.month(),
        q: given.text("q"),
    };
    given.wrong.done()?;
    store::all_campaigns(tx, &filter).await
}

pub(super) async fn campaigns(
    tx: &DatabaseTransaction,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let found = all_campaigns(tx, filters).await?.into_iter();
    let rows = found.map(|campaign| {
        let record = campaign.record;
        vec![
            some_text(record.code),
            some_text(record.name),
            Some(TypedValue::Month(record.from)),
            Some(TypedValue::Month(record.until)),
            record.basis.map(TypedValue::Text),
        ]
    });
    Ok(rows.collect())
}

pub(super) async fn goals(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let books = cx.app.part::<Books>();
    let books = books.ok_or_else(|| Fault::broken("the books were not installed"))?;
    let mut rows = Vec::new();
    for campaign in all_campaigns(tx, filters).await? {
        for goal in &campaign.goals {
            // A goal of an indicator that has gone could not be read back.
            if let Some(indicator) = indicator_named(&books, cx.open_month, &goal.draft.indicator) {
                rows.push(vec![
                    some_text(&campaign.record.code),
                    some_text(&indicator.name.zh),
                    word(goal.draft.measure.word()),
                    Some(TypedValue::Raw(goal_cell(goal))),
                    Some(TypedValue::Month(goal.draft.until)),
                ]);
            }
        }
    }
    Ok(rows)
}

/// The cell that reads back as the goal's value: 亿元, percent or a number.
fn goal_cell(goal: &Goal) -> Cell {
    let places = match goal.draft.unit {
        GoalUnit::Money => 10,
        GoalUnit::Percent => 1,
        GoalUnit::Count => 0,
    };
    Cell::Number(Decimal::new(goal.draft.value, places))
}

pub(super) async fn activities(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let known = [
        "kind", "unit", "leader", "campaign", "month", "from", "until", "q",
    ];
    let mut given = Filters::new(filters, &known);
    let filter = ActivityFilter {
        kind: given.read("kind", ActivityKind::from_word),
        units: given.units(&tree),
        leader: given.read("leader", LeaderRank::from_word),
        campaign: given.text("campaign"),
        month: given.month(),
        from: given.day("from"),
        until: given.day("until"),
        q: given.text("q"),
    };
    given.wrong.done()?;
    let ids = store::activity_ids(tx, &cx.actor.scope, &filter).await?;
    let key = ActivityKey::Ids(ids);
    let mut found = store::load_activities(tx, &cx.actor.scope, &key).await?;
    found.sort_by(|a, b| a.record.code.cmp(&b.record.code));
    Ok(found
        .into_iter()
        .map(|activity| activity_row(activity, &tree))
        .collect())
}

fn activity_row(activity: Activity, tree: &UnitTree) -> Vec<Option<TypedValue>> {
    let record = activity.record;
    let units = record.organisers.iter();
    let units = units.filter_map(|&key| tree.by_key(key).map(|unit| unit.name.clone()));
    vec![
        some_text(record.code),
        word(record.kind.word()),
        some_text(record.name),
        Some(TypedValue::Date(record.begins_on)),
        record.ends_on.map(TypedValue::Date),
        Some(TypedValue::List(record.places)),
        Some(TypedValue::List(units.collect())),
        word(record.leader.word()),
        record.convener.map(TypedValue::Text),
        record.campaign.map(TypedValue::Text),
        record.chain.map(TypedValue::Text),
    ]
}

pub(super) async fn meetings(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let mut given = Filters::new(filters, &["unit", "activity", "company", "project"]);
    let filter = MeetingFilter {
        units: given.units(&tree),
        activity: given.read("activity", |text| {
            Some(text.parse::<ActivityId>().ok()?.key())
        }),
        company: given.read("company", |text| {
            Some(text.parse::<CompanyId>().ok()?.key())
        }),
        project: given.read("project", |text| {
            Some(text.parse::<ProjectId>().ok()?.key())
        }),
    };
    given.wrong.done()?;
    let found = store::all_meetings(tx, &cx.actor.scope, &filter).await?;
    let distinct = |keys: BTreeSet<i64>| keys.into_iter().collect::<Vec<i64>>();
    let key = ActivityKey::Ids(distinct(found.iter().map(|m| m.activity).collect()));
    let codes: HashMap<i64, String> = store::load_activities(tx, &Scope::Everything, &key)
        .await?
        .into_iter()
        .map(|activity| (activity.id.key(), activity.record.code))
        .collect();
    let companies = distinct(found.iter().filter_map(|m| m.company).collect());
    let companies = companies::find_companies(tx, &companies).await?;
    let projects: Vec<Subject> = found
        .iter()
        .filter_map(|meeting| Some(Subject::new("project", meeting.project?)))
        .collect();
    let projects = projects::records_of(tx, &projects, []).await?;
    let rows = found.into_iter().map(|meeting| {
        let company = meeting.company.and_then(|key| companies.get(&key));
        let project = meeting.project.map(|key| Subject::new("project", key));
        let project = project.and_then(|subject| projects.project(&subject));
        vec![
            codes.get(&meeting.activity).and_then(some_text),
            company.and_then(|company| some_text(&company.name)),
            company.and_then(|company| some_text(company.uscc.as_ref()?.to_string())),
            company.and_then(|company| some_text(&company.division_code)),
            project.and_then(|project| some_text(&project.code)),
            word(meeting.our_level.word()),
            word(meeting.their_level.word()),
            word(meeting.outcome.word()),
        ]
    });
    Ok(rows.collect())
}

pub(super) async fn documents(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let known = ["unit", "nature", "theme", "campaign", "month", "q"];
    let mut given = Filters::new(filters, &known);
    let filter = DocumentFilter {
        units: given.units(&tree),
        nature: given.read("nature", DocumentNature::from_word),
        theme: given.read("theme", DocumentTheme::from_word),
        campaign: given.text("campaign"),
        month: given.month(),
        q: given.text("q"),
    };
    given.wrong.done()?;
    let scope = seen_by(&cx.actor.scope, &tree);
    let found = store::all_documents(tx, &scope, &filter).await?;
    Ok(found.into_iter().map(document_row).collect())
}

fn document_row(document: PolicyDocument) -> Vec<Option<TypedValue>> {
    let record = document.record;
    vec![
        some_text(record.number),
        some_text(record.name),
        word(record.nature.word()),
        word(record.theme.word()),
        some_text(record.issuer),
        Some(TypedValue::Date(record.issued_on)),
        record.campaign.map(TypedValue::Text),
    ]
}
