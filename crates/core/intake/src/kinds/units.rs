//! Units (单位): the tree of who reports, by code.

mod checker;
mod order;

use crate::codes;
use crate::importer::{Boxed, Checker, Context, Importer, Kept, WrittenRow};
use crate::kind::{Choice, FieldSpec, FieldType, KindSpec, Offers, Text};
use crate::row::{RowIn, TypedValue};
use checker::UnitChecker;
use db::DatabaseTransaction;
use http_base::Allowed;
use kernel::{Fields, Outcome};
use orgs::{Unit, UnitTree, WriteUnits, ops};
use serde_json::{Map, json};
use std::collections::BTreeMap;

const UNIT_KINDS: &[Choice] = &[
    Choice::new("city", "全市", "City"),
    Choice::new("direct", "市直", "City departments"),
    Choice::new("division", "区县", "District or county"),
    Choice::new("zone", "功能区", "Functional zone"),
];

const KINDS: &[KindSpec] = &[KindSpec {
    kind: "units",
    order: 0,
    name: Text {
        zh: "单位",
        en: "Units",
    },
    hints: &["单位名单", "填报单位"],
    key: &["code"],
    key_note: Text {
        zh: "单位代码",
        en: "Unit code",
    },
    city_only: true,
    fields: &[
        FieldSpec::new("code", "单位代码", "Unit code", FieldType::Code)
            .required()
            .synonyms(&["代码", "单位编码"]),
        FieldSpec::new("name", "单位名称", "Unit name", FieldType::Text)
            .required()
            .synonyms(&["单位", "名称"]),
        FieldSpec::new("name_en", "英文名称", "English name", FieldType::Text),
        FieldSpec::new("kind", "单位类型", "Kind", FieldType::Choice(UNIT_KINDS))
            .required()
            .synonyms(&["类型", "单位类别"])
            .note("录入后不能更改", "Cannot be changed later"),
        FieldSpec::new("parent", "上级单位", "Parent unit", FieldType::Text)
            .offers(Offers::Units)
            .note(
                "上级单位的代码或名称；不填为全市",
                "Code or name; the city where blank",
            ),
        FieldSpec::new("division", "行政区划代码", "Division code", FieldType::Code)
            .synonyms(&["区划代码", "行政区划"])
            .note("六位代码或全称", "Six digits or the full name"),
        FieldSpec::new("ranked", "参加排名", "Ranked", FieldType::YesNo).synonyms(&["是否排名"]),
        FieldSpec::new("order", "排序", "Order", FieldType::Integer)
            .synonyms(&["顺序"])
            .note(
                "新单位按此排列，不填按行的先后",
                "New units are listed by it",
            ),
        FieldSpec::new("tile_row", "磁贴行", "Tile row", FieldType::Integer),
        FieldSpec::new("tile_column", "磁贴列", "Tile column", FieldType::Integer),
    ],
}];

const KIND_FIXED: &str = "units.kind_fixed";
const HALF_A_TILE: &str = "units.half_a_tile";
const REFERRED_TO: &str = "units.referred_to";
const CHANGED_SINCE: &str = "units.changed_since";
const CODES: &[&str] = &[
    KIND_FIXED,
    HALF_A_TILE,
    REFERRED_TO,
    CHANGED_SINCE,
    "orgs.city_exists",
    "orgs.city_missing",
    "orgs.code_malformed",
    "orgs.division_required",
    "orgs.parent_not_allowed",
    "orgs.unit_name_taken",
    "field.too_long",
];

/// Imports units.
#[derive(Debug, Clone, Copy, Default)]
pub struct UnitImporter;

/// A unit's state, to compare and to put back.
fn state(unit: &Unit) -> serde_json::Value {
    json!({
        "name": unit.name, "name_en": unit.name_en, "parent": unit.parent,
        "division_code": unit.division_code, "ranked": unit.ranked, "tile": unit.tile,
    })
}

/// `unit` with the state that [`state`] wrote.
fn with_state(unit: &Unit, state: &serde_json::Value) -> Option<Unit> {
    let text = |name: &str| state[name].as_str().map(str::to_owned);
    Some(Unit {
        name: text("name")?,
        name_en: text("name_en")?,
        parent: state["parent"].as_i64(),
        division_code: text("division_code"),
        ranked: state["ranked"].as_bool()?,
        tile: serde_json::from_value(state["tile"].clone()).ok()?,
        ..unit.clone()
    })
}

impl Importer for UnitImporter {
    fn kinds(&self) -> &'static [KindSpec] {
        KINDS
    }

    fn codes(&self) -> &'static [&'static str] {
        CODES
    }

    fn checker<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        _: &'a Context,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async move {
            let tree = ops::load_units(tx).await?;
            let checker: Box<dyn Checker> = Box::new(UnitChecker::of(tree, rows));
            Ok(checker)
        })
    }

    fn undo<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        kind: &'static KindSpec,
        written: &'a [WrittenRow],
    ) -> Boxed<'a, Outcome<Vec<Kept>>> {
        Box::pin(async move {
            let actor = Allowed::<WriteUnits>::check(cx.actor.clone())?;
            let mut kept = Vec::new();
            for row in written {
                let tree = ops::load_units(tx).await?;
                let (Some(unit), Some(states)) = (tree.by_key(row.record_id), &row.before) else {
                    continue;
                };
                let code = if state(unit) != states["after"] {
                    Some(CHANGED_SINCE)
                } else if row.created && ledger::knows_unit(tx, unit.key).await? {
                    Some(REFERRED_TO)
                } else if row.created {
                    let gone = ops::delete_unit_in(tx, &cx.app, &actor, unit).await?;
                    (!gone).then_some(REFERRED_TO)
                } else {
                    if let Some(before) = with_state(unit, &states["before"]) {
                        ops::restore_unit_in(tx, &cx.app, &actor, &before).await?;
                    }
                    None
                };
                kept.extend(code.map(|code| Kept {
                    kind: kind.kind.to_owned(),
                    key: row.key.clone(),
                    code: code.to_owned(),
                    params: Map::new(),
                }));
            }
            Ok(kept)
        })
    }

    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        _: &'static KindSpec,
        filters: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(async move {
            let mut wrong = Fields::default();
            for (name, value) in filters {
                wrong.refuse(name, codes::UNKNOWN_FILTER, json!({ "found": value }));
            }
            wrong.done()?;
            let tree = ops::load_units(tx).await?;
            let rows = tree.all().iter().enumerate();
            Ok(rows
                .filter(|(_, unit)| cx.actor.scope.covers(unit.key))
                .map(|(order, unit)| exported(&tree, order, unit))
                .collect())
        })
    }
}

fn exported(tree: &UnitTree, order: usize, unit: &Unit) -> Vec<Option<TypedValue>> {
    let text = |text: &str| Some(TypedValue::Text(text.to_owned()));
    let parent = unit.parent.and_then(|parent| tree.by_key(parent));
    let integer = |number: i32| TypedValue::Integer(i64::from(number));
    vec![
        text(&unit.code),
        text(&unit.name),
        text(&unit.name_en),
        Some(TypedValue::Choice(unit.kind.word())),
        parent.and_then(|parent| text(&parent.code)),
        unit.division_code.as_deref().and_then(text),
        Some(TypedValue::YesNo(unit.ranked)),
        i64::try_from(order + 1).ok().map(TypedValue::Integer),
        unit.tile.map(|tile| integer(tile.row)),
        unit.tile.map(|tile| integer(tile.column)),
    ]
}
