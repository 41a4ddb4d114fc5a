//! This crate's records as rows of workbooks. Imported again, every row is the same.

use crate::model::{Category, Opportunity, Platform, PlatformId};
use crate::store::{self, OpportunityFilter, PlatformFilter, PlatformProjectFilter};
use chrono::NaiveDate;
use db::DatabaseTransaction;
use intake::{Context, TypedValue};
use kernel::{Fault, Fields, Outcome};
use ledger::Subject;
use orgs::UnitTree;
use projects::ProjectId;
use serde_json::json;
use std::collections::{BTreeMap, HashMap};
use std::str::FromStr;
use std::sync::Arc;

/// The rows of an export.
type RowsOut = Vec<Vec<Option<TypedValue>>>;

/// The filters of a screen's query, read one by one.
struct Filters<'a> {
    given: &'a BTreeMap<String, String>,
    wrong: Fields,
}

impl<'a> Filters<'a> {
    /// Refuses filters that are none of `known`.
    fn new(given: &'a BTreeMap<String, String>, known: &[&str]) -> Self {
        let mut wrong = Fields::default();
        for name in given.keys().filter(|name| !known.contains(&name.as_str())) {
            let params = json!({ "found": name });
            wrong.refuse(name, intake::codes::UNKNOWN_FILTER, params);
        }
        Self { given, wrong }
    }

    fn text(&self, name: &str) -> Option<String> {
        let text = self.given.get(name).filter(|text| !text.is_empty());
        text.cloned()
    }

    fn read<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong.refuse(name, "field.malformed", json!({}));
        }
        value
    }

    fn parse<T: FromStr>(&mut self, name: &str) -> Option<T> {
        self.read(name, |text| text.parse().ok())
    }

    fn units(&mut self, tree: &UnitTree) -> Option<Arc<[i64]>> {
        self.read("unit", |code| {
            let unit = tree.by_code(code);
            unit.map(|unit| tree.subtree(unit.key))
        })
    }
}

fn text(text: impl Into<String>) -> Option<TypedValue> {
    Some(TypedValue::Text(text.into()))
}

fn maybe(text: Option<&String>) -> Option<TypedValue> {
    text.cloned().map(TypedValue::Text)
}

fn unit(tree: &UnitTree, key: i64) -> Option<TypedValue> {
    tree.by_key(key).and_then(|unit| text(&unit.name))
}

pub(super) async fn platforms(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let mut given = Filters::new(filters, &["unit", "closed", "q"]);
    let filter = PlatformFilter {
        units: given.units(&tree),
        closed: given.parse("closed"),
        q: given.text("q"),
    };
    given.wrong.done()?;
    let found = store::all_platforms(tx, &cx.actor.scope, &filter).await?;
    Ok(found
        .iter()
        .map(|platform| platform_row(platform, &tree))
        .collect())
}

fn platform_row(platform: &Platform, tree: &UnitTree) -> Vec<Option<TypedValue>> {
    let head = [
        text(&platform.code),
        text(&platform.name),
        unit(tree, platform.unit),
        Some(TypedValue::Date(platform.founded_on)),
    ];
    let six = platform.components.all();
    let six = six.into_iter().map(|component| maybe(component.as_ref()));
    let closed = platform.closed_on.map(TypedValue::Date);
    head.into_iter().chain(six).chain([closed]).collect()
}

/// The codes of projects by key.
async fn project_codes(
    tx: &DatabaseTransaction,
    ids: impl Iterator<Item = ProjectId>,
) -> Outcome<HashMap<i64, String>> {
    let subjects: Vec<Subject> = ids.map(|id| Subject::new("project", id.key())).collect();
    let records = projects::records_of(tx, &subjects, []).await?;
    let named = subjects.iter().filter_map(|subject| {
        let name = records.project(subject)?;
        Some((subject.id, name.code.clone()))
    });
    Ok(named.collect())
}

pub(super) async fn platform_projects(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let mut given = Filters::new(filters, &["unit", "platform", "project"]);
    let filter = PlatformProjectFilter {
        platform: given.parse::<PlatformId>("platform").map(PlatformId::key),
        project: given.parse::<ProjectId>("project").map(ProjectId::key),
        units: given.units(&tree),
        reversed: false,
    };
    given.wrong.done()?;
    let mut found = store::all_platform_projects(tx, &cx.actor.scope, &filter).await?;
    found.reverse();
    let codes = project_codes(tx, found.iter().map(|row| row.entry.project)).await?;
    let rows = found.into_iter().map(|row| {
        vec![
            text(row.platform_code),
            maybe(codes.get(&row.entry.project.key())),
            Some(TypedValue::Date(row.entry.brought_on)),
        ]
    });
    Ok(rows.collect())
}

pub(super) async fn opportunities(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let mut given = Filters::new(filters, &["unit", "category", "published", "closed", "q"]);
    let filter = OpportunityFilter {
        units: given.units(&tree),
        category: given.read("category", Category::from_word),
        published: given.parse("published"),
        closed: given.parse("closed"),
        q: given.text("q"),
    };
    given.wrong.done()?;
    let found = store::all_opportunities(tx, &cx.actor.scope, &filter).await?;
    let closings = found.iter().filter_map(|opportunity| opportunity.closing);
    let codes = project_codes(tx, closings.filter_map(|closing| closing.project)).await?;
    Ok(found
        .iter()
        .map(|opportunity| opportunity_row(opportunity, &tree, &codes))
        .collect())
}

fn opportunity_row(
    opportunity: &Opportunity,
    tree: &UnitTree,
    codes: &HashMap<i64, String>,
) -> Vec<Option<TypedValue>> {
    let closing = opportunity.closing;
    let project = closing.and_then(|closing| closing.project);
    vec![
        text(&opportunity.code),
        text(&opportunity.name),
        Some(TypedValue::Choice(opportunity.category.word())),
        unit(tree, opportunity.unit),
        maybe(opportunity.chain.as_ref()),
        opportunity.investment.map(TypedValue::Money),
        Some(TypedValue::Date(opportunity.reserved_on)),
        maybe(opportunity.content.as_ref()),
        closing.map(|closing| TypedValue::Date(closing.on)),
        closing.map(|closing| TypedValue::Choice(closing.outcome.word())),
        maybe(project.and_then(|project| codes.get(&project.key()))),
    ]
}

pub(super) async fn publications(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let mut given = Filters::new(filters, &["unit"]);
    let units = given.units(&tree);
    given.wrong.done()?;
    let found = store::all_publications(tx, &cx.actor.scope, units.as_deref()).await?;
    let rows = found.into_iter().map(|row| {
        let day = row.published_on.parse::<NaiveDate>();
        let day = day.map_err(|_| Fault::broken("a publication has an unreadable day"))?;
        Ok(vec![
            text(row.code),
            text(row.channel),
            Some(TypedValue::Date(day)),
        ])
    });
    rows.collect()
}
