//! Records as rows of workbooks. Imported again, every row is the same.

use super::spec::{CHAINS, COMPANIES, HONOURS, NODES};
use crate::model::{ChainId, Company, HonourKind, NodeId, Recommender, Uscc};
use crate::ops::{TargetQuery, load_chains};
use crate::store::{self, CompanyQuery, TargetKey};
use db::{ConnectionTrait, DatabaseTransaction};
use intake::{KindSpec, TypedValue};
use kernel::{Fields, Outcome};
use serde_json::json;
use std::collections::{BTreeMap, HashMap};

/// A row of an export.
type RowOut = Vec<Option<TypedValue>>;

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
        let text = self.given.get(name);
        text.filter(|text| !text.is_empty()).cloned()
    }

    fn read<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong.refuse(name, "field.malformed", json!({}));
        }
        value
    }
}

fn text(text: impl Into<String>) -> Option<TypedValue> {
    Some(TypedValue::Text(text.into()))
}

/// The rows of one kind.
pub(super) async fn export(
    tx: &DatabaseTransaction,
    kind: &KindSpec,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<RowOut>> {
    match kind.kind {
        COMPANIES => companies(tx, filters).await,
        HONOURS => honours(tx, filters).await,
        CHAINS => chains(tx, filters).await,
        NODES => nodes(tx, filters).await,
        _ => targets(tx, filters).await,
    }
}

async fn companies(
    tx: &DatabaseTransaction,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<RowOut>> {
    let mut given = Filters::new(filters, &["q", "group", "honour"]);
    let query = CompanyQuery {
        q: given.text("q"),
        group: given.text("group"),
        honour: given.read("honour", HonourKind::from_word),
    };
    given.wrong.done()?;
    let found = store::export(tx, &query).await?.into_iter();
    Ok(found
        .map(|company| {
            let aliases = Some(company.aliases).filter(|aliases| !aliases.is_empty());
            vec![
                text(company.name),
                company.uscc.as_ref().map(Uscc::as_str).and_then(text),
                aliases.map(TypedValue::List),
                text(company.division_code),
                company.group.and_then(text),
            ]
        })
        .collect())
}

/// The three columns by which a row names each of these companies.
async fn naming<C: ConnectionTrait>(
    connection: &C,
    companies: impl Iterator<Item = i64>,
) -> Outcome<HashMap<i64, [Option<TypedValue>; 3]>> {
    let mut keys: Vec<i64> = companies.collect();
    keys.sort_unstable();
    keys.dedup();
    let found = store::by_ids(connection, &keys).await?.into_iter();
    let columns = |company: Company| {
        let uscc = company.uscc.as_ref().map(Uscc::as_str).and_then(text);
        [text(company.name), uscc, text(company.division_code)]
    };
    Ok(found
        .map(|company| (company.id.key(), columns(company)))
        .collect())
}

async fn honours(
    tx: &DatabaseTransaction,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<RowOut>> {
    let mut given = Filters::new(filters, &["honour", "year"]);
    let honour = given.read("honour", HonourKind::from_word);
    let year = given.read("year", |text| text.parse().ok());
    given.wrong.done()?;
    let found = store::export_honours(tx, honour, year).await?;
    let named = naming(tx, found.iter().map(|honour| honour.company.key())).await?;
    Ok(found
        .into_iter()
        .map(|honour| {
            let company = named.get(&honour.company.key()).cloned();
            let mut row = Vec::from(company.unwrap_or_default());
            row.push(Some(TypedValue::Choice(honour.honour.word())));
            row.push(Some(TypedValue::Integer(honour.year.into())));
            row.push(text(honour.source));
            row
        })
        .collect())
}

async fn chains(
    tx: &DatabaseTransaction,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<RowOut>> {
    Filters::new(filters, &[]).wrong.done()?;
    let found = load_chains(tx).await?;
    let rows = found.all().iter().map(|chain| {
        vec![
            text(&chain.code),
            text(&chain.name),
            Some(TypedValue::Choice(chain.kind.word())),
        ]
    });
    Ok(rows.collect())
}

async fn nodes(
    tx: &DatabaseTransaction,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<RowOut>> {
    let mut given = Filters::new(filters, &["chain"]);
    let wanted = given.read("chain", |text| text.parse::<ChainId>().ok());
    given.wrong.done()?;
    let chains = load_chains(tx).await?;
    let keys = chains.all().iter().map(|chain| chain.id);
    let keys = keys.filter(|id| wanted.is_none_or(|wanted| wanted == *id));
    let keys: Vec<i64> = keys.map(ChainId::key).collect();
    let found = store::nodes_of(tx, &keys).await?;
    let names: HashMap<NodeId, String> = found
        .iter()
        .map(|node| (node.id, node.name.clone()))
        .collect();
    let name = |id: &NodeId| names.get(id).cloned().unwrap_or_default();
    Ok(found
        .iter()
        .map(|node| {
            let downstream: Vec<String> = node.downstream.iter().map(name).collect();
            let chain = chains.by_id(node.chain);
            vec![
                chain.and_then(|chain| text(&chain.code)),
                text(&node.name),
                node.parent.as_ref().map(name).and_then(text),
                (!downstream.is_empty()).then_some(TypedValue::List(downstream)),
                node.strength
                    .map(|strength| TypedValue::Choice(strength.word())),
                node.note.clone().and_then(text),
            ]
        })
        .collect())
}

async fn targets(
    tx: &DatabaseTransaction,
    filters: &BTreeMap<String, String>,
) -> Outcome<Vec<RowOut>> {
    let known = [
        "chain",
        "node",
        "unit",
        "batch",
        "recommended_by",
        "standing",
        "q",
    ];
    let mut given = Filters::new(filters, &known);
    let query = TargetQuery {
        chain: given.read("chain", |text| text.parse().ok()),
        node: given.read("node", |text| text.parse().ok()),
        unit: given.text("unit"),
        batch: given.text("batch"),
        recommended_by: given.read("recommended_by", Recommender::from_word),
        standing: given.read("standing", |text| text.parse().ok()),
        q: given.text("q"),
    };
    given.wrong.done()?;
    let tree = orgs::ops::load_units(tx).await?;
    let ids = store::export_target_ids(tx, &query.filter(&tree)).await?;
    let found = store::load_targets(tx, &TargetKey::Ids(ids)).await?;
    let named = naming(tx, found.iter().map(|target| target.company.key())).await?;
    let chains = load_chains(tx).await?;
    let keys: Vec<i64> = chains.all().iter().map(|chain| chain.id.key()).collect();
    let nodes: HashMap<NodeId, String> = store::nodes_of(tx, &keys)
        .await?
        .into_iter()
        .map(|node| (node.id, node.name))
        .collect();
    Ok(found
        .into_iter()
        .map(|target| {
            let company = named.get(&target.company.key()).cloned();
            let chain = chains.by_id(target.chain);
            let unit = tree.by_key(target.unit);
            let mut row = Vec::from(company.unwrap_or_default());
            row.push(text(target.batch));
            row.push(chain.and_then(|chain| text(&chain.code)));
            row.push(target.node.and_then(|id| nodes.get(&id)).and_then(text));
            row.push(unit.and_then(|unit| text(&unit.name)));
            row.push(Some(TypedValue::Choice(target.recommended_by.word())));
            row.push(Some(TypedValue::Date(target.targeted_on)));
            row.push(target.untargeting.map(|end| TypedValue::Date(end.on)));
            row
        })
        .collect())
}
