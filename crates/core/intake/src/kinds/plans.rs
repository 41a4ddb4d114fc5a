//! Annual targets (年度目标): each a `plan.set` fact about a unit. A changed target of the
//! same year is another fact, never an edit.

mod checker;

use super::unit_facts::{ALREADY_REVERSED, Units, books_of, take_back, years_of};
use super::value::{ValueCodes, cells, is_money};
use crate::importer::{Boxed, Checker, Context, Importer, Kept, WrittenRow};
use crate::kind::{FieldSpec, FieldType, KindSpec, Offers, Text};
use crate::row::{RowIn, TypedValue};
use checker::PlanChecker;
use db::DatabaseTransaction;
use kernel::Outcome;
use ledger::Indicator;
use std::collections::{BTreeMap, BTreeSet, HashMap};

const KINDS: &[KindSpec] = &[KindSpec {
    kind: "plans",
    order: 20,
    name: Text {
        zh: "年度目标",
        en: "Annual targets",
    },
    hints: &["目标", "任务"],
    key: &["year", "unit", "indicator"],
    key_note: Text {
        zh: "年度、单位和指标",
        en: "Year, unit and indicator",
    },
    city_only: true,
    fields: &[
        FieldSpec::new("year", "年度", "Year", FieldType::Integer)
            .required()
            .synonyms(&["年份", "目标年度"]),
        FieldSpec::new("unit", "单位", "Unit", FieldType::Text)
            .required()
            .synonyms(&["责任单位", "区县", "填报单位", "单位名称"])
            .offers(Offers::Units)
            .note(
                "单位名称或代码；全市的目标填市的名称",
                "Name or code of the unit",
            ),
        FieldSpec::new("indicator", "指标", "Indicator", FieldType::Text)
            .required()
            .synonyms(&["指标名称", "目标指标"])
            .offers(Offers::PlannedIndicators)
            .note("指标名称或代码", "Name or code of the indicator"),
        FieldSpec::new("value", "目标值", "Target", FieldType::Raw)
            .required()
            .synonyms(&["年度目标", "目标任务", "目标数"])
            .note(
                "资金以亿元计，除非表头或计量单位另有说明；项目以个计",
                "Money in CNY 100m unless header or unit say otherwise",
            ),
        FieldSpec::new(
            "unit_of_value",
            "计量单位",
            "Unit of value",
            FieldType::Text,
        )
        .note(
            "亿元、万元、元或个；不填按指标默认",
            "亿元, 万元, 元 or 个; the indicator's own where blank",
        ),
    ],
}];

const VALUE: ValueCodes = ValueCodes {
    wrong_unit: "plans.wrong_unit_of_value",
    negative: "plans.negative",
};
const YEAR_IMPOSSIBLE: &str = "plans.year_impossible";
const CODES: &[&str] = &[
    VALUE.wrong_unit,
    VALUE.negative,
    YEAR_IMPOSSIBLE,
    ALREADY_REVERSED,
];

/// Imports annual targets; wants the ledger's [`Books`](ledger::Books) installed in the
/// application.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlanImporter;

impl Importer for PlanImporter {
    fn kinds(&self) -> &'static [KindSpec] {
        KINDS
    }

    fn codes(&self) -> &'static [&'static str] {
        CODES
    }

    fn checker<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async move {
            let tree = orgs::ops::load_units(tx).await?;
            let years: BTreeSet<i32> = rows
                .iter()
                .filter_map(|row| i32::try_from(row.integer("year")?).ok())
                .collect();
            let years: Vec<i32> = years.into_iter().collect();
            let standing = ledger::plans(tx, &years)
                .await?
                .into_iter()
                .filter_map(|plan| {
                    let unit = tree.by_key(plan.unit)?.code.clone();
                    Some(((plan.year, plan.indicator, unit), plan.value))
                })
                .collect();
            let checker: Box<dyn Checker> = Box::new(PlanChecker {
                units: Units::of(tree),
                books: books_of(cx)?,
                open: cx.open_month,
                standing,
                seen: HashMap::new(),
            });
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
        Box::pin(take_back(tx, cx, kind, written))
    }

    fn export<'a>(
        &'a self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        _: &'static KindSpec,
        filters: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(async move {
            let years = years_of(filters)?;
            let tree = orgs::ops::load_units(tx).await?;
            let books = books_of(cx)?;
            let indicators: HashMap<&str, &Indicator> =
                super::planned_indicators(&books, cx.open_month)
                    .map(|indicator| (indicator.code.as_str(), indicator))
                    .collect();
            let text = |text: &str| Some(TypedValue::Text(text.to_owned()));
            let mut rows = Vec::new();
            for plan in ledger::plans(tx, &years).await? {
                let (Some(unit), Some(indicator)) = (
                    tree.by_key(plan.unit),
                    indicators.get(plan.indicator.as_str()),
                ) else {
                    continue;
                };
                if !cx.actor.scope.covers(plan.unit) {
                    continue;
                }
                let [value, unit_of_value] = cells(plan.value, is_money(indicator));
                rows.push(vec![
                    Some(TypedValue::Integer(i64::from(plan.year))),
                    text(&unit.name),
                    text(&indicator.name.zh),
                    value,
                    unit_of_value,
                ]);
            }
            Ok(rows)
        })
    }
}
