//! Projects, milestones and funds as rows of workbooks. Imported again, every row is the
//! same.

use crate::model::{FundKind, Project, ProjectId, Stage, credit_mode_word};
use crate::store::{self, FundFilter, FundRow, ProjectFilter, ProjectKey};
use db::DatabaseTransaction;
use intake::{Context, TypedValue};
use kernel::{Fields, Month, Outcome};
use ledger::CreditMode;
use orgs::UnitTree;
use serde_json::json;
use std::collections::BTreeMap;
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
            wrong.refuse(
                name,
                intake::codes::UNKNOWN_FILTER,
                json!({ "found": name }),
            );
        }
        Self { given, wrong }
    }

    fn text(&self, name: &str) -> Option<String> {
        self.given
            .get(name)
            .filter(|text| !text.is_empty())
            .cloned()
    }

    fn read<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong.refuse(name, "field.malformed", json!({}));
        }
        value
    }

    fn units(&mut self, tree: &UnitTree) -> Option<Arc<[i64]>> {
        self.read("unit", |code| {
            let unit = tree.by_code(code);
            unit.map(|unit| tree.subtree(unit.key))
        })
    }
}

fn some_text(text: impl Into<String>) -> Option<TypedValue> {
    Some(TypedValue::Text(text.into()))
}

pub(super) async fn projects(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    // The order of the screen does not change what a workbook holds.
    let mut given = Filters::new(filters, &["unit", "stage", "q", "sort"]);
    let filter = ProjectFilter {
        units: given.units(&tree),
        stage: given.read("stage", Stage::from_word),
        q: given.text("q"),
    };
    given.wrong.done()?;
    let ids = store::export_ids(tx, &cx.actor.scope, &filter).await?;
    let mut found = store::load_projects(tx, &cx.actor.scope, &ProjectKey::Ids(ids)).await?;
    found.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(found
        .iter()
        .map(|project| project_row(project, &tree))
        .collect())
}

fn project_row(project: &Project, tree: &UnitTree) -> Vec<Option<TypedValue>> {
    let unit = |key: i64| tree.by_key(key).and_then(|unit| some_text(&unit.name));
    let text = |text: &Option<String>| text.clone().map(TypedValue::Text);
    let credit = &project.credit;
    let contract = &project.contract;
    let shared = credit.mode == CreditMode::Shared;
    let investors = || project.investors.iter();
    vec![
        some_text(&project.code),
        some_text(&project.name),
        unit(credit.lead),
        credit.joint.and_then(unit),
        Some(TypedValue::Choice(credit_mode_word(credit.mode))),
        shared.then_some(TypedValue::Percent(credit.lead_bp)),
        some_text(&project.place_code),
        Some(TypedValue::List(
            investors().map(|i| i.name.clone()).collect(),
        )),
        Some(TypedValue::List(
            investors().map(|i| i.division_code.clone()).collect(),
        )),
        Some(TypedValue::Percents(
            investors().map(|i| i.share_bp).collect(),
        )),
        text(&contract.number),
        contract.kind.map(|kind| TypedValue::Choice(kind.word())),
        contract.signed_on.map(TypedValue::Date),
        contract.amount.map(TypedValue::Money),
        Some(TypedValue::Money(project.planned)),
        text(&project.project_company),
        text(&project.filing_code),
        text(&project.industry),
        text(&project.chain),
        project
            .exclusion
            .map(|exclusion| TypedValue::Choice(exclusion.word())),
    ]
}

pub(super) async fn milestones(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let mut given = Filters::new(filters, &["unit"]);
    let units = given.units(&tree);
    given.wrong.done()?;
    let found = store::export_milestones(tx, &cx.actor.scope, units.as_deref()).await?;
    Ok(found
        .into_iter()
        .map(|(code, milestone)| {
            vec![
                some_text(code),
                Some(TypedValue::Choice(milestone.kind.word())),
                Some(TypedValue::Date(milestone.occurred_on)),
                milestone.evidence.map(TypedValue::Text),
            ]
        })
        .collect())
}

pub(super) async fn funds(
    tx: &DatabaseTransaction,
    cx: &Context,
    filters: &BTreeMap<String, String>,
) -> Outcome<RowsOut> {
    let tree = orgs::ops::load_units(tx).await?;
    let mut given = Filters::new(filters, &["unit", "month", "project", "kind", "q"]);
    let filter = FundFilter {
        units: given.units(&tree),
        month: given.read("month", |text| text.parse::<Month>().ok()),
        project: given.read("project", |text| text.parse::<ProjectId>().ok()),
        kind: given.read("kind", FundKind::from_word),
        q: given.text("q"),
        standing: true,
    };
    given.wrong.done()?;
    let found = store::export_funds(tx, &cx.actor.scope, &filter).await?;
    Ok(found.into_iter().map(fund_row).collect())
}

fn fund_row(row: FundRow) -> Vec<Option<TypedValue>> {
    let fund = row.fund;
    let evidence = fund.evidence_kind;
    vec![
        some_text(fund.voucher),
        some_text(row.project_code),
        Some(TypedValue::Date(fund.arrived_on)),
        Some(TypedValue::Money(fund.amount)),
        Some(TypedValue::Choice(fund.kind.word())),
        some_text(fund.payer),
        evidence.map(|evidence| TypedValue::Choice(evidence.word())),
    ]
}
