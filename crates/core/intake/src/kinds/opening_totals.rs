//! 期初累计: totals from before the books, without records, each an `opening.total` fact
//! about a unit that names its document. A changed total is another fact, never an edit.

mod checker;

use super::unit_facts::{ALREADY_REVERSED, Units, books_of, take_back, years_of};
use super::value::{ValueCodes, cells, is_money};
use crate::importer::{Boxed, Checker, Context, Importer, Kept, WrittenRow};
use crate::kind::{FieldSpec, FieldType, KindSpec, Offers, Text};
use crate::row::{RowIn, TypedValue};
use checker::{Standing, TotalChecker};
use db::DatabaseTransaction;
use kernel::Outcome;
use ledger::Indicator;
use std::collections::{BTreeMap, HashMap};

const KINDS: &[KindSpec] = &[KindSpec {
    kind: "opening_totals",
    order: 90,
    name: Text {
        zh: "期初累计",
        en: "Opening totals",
    },
    hints: &["期初", "累计"],
    key: &["unit", "indicator", "until"],
    key_note: Text {
        zh: "单位、指标和截至月份",
        en: "Unit, indicator and month",
    },
    city_only: true,
    fields: &[
        FieldSpec::new("unit", "单位", "Unit", FieldType::Text)
            .required()
            .synonyms(&["责任单位", "区县", "填报单位", "单位名称"])
            .offers(Offers::Units)
            .note(
                "单位名称或代码；全市的累计填市的名称，不由各单位相加",
                "Name or code of the unit; the city has totals of its own, not the sum of its units'",
            ),
        FieldSpec::new("indicator", "指标", "Indicator", FieldType::Text)
            .required()
            .synonyms(&["指标名称"])
            .offers(Offers::TotalledIndicators)
            .note(
                "指标名称或代码；比率和双过半没有累计",
                "Name or code of the indicator; ratios and 双过半 have no totals",
            ),
        FieldSpec::new("until", "截至月份", "Until", FieldType::Month)
            .required()
            .synonyms(&["截至月", "截止月份", "累计截至", "月份"])
            .note(
                "账簿首月之前的月份，如 2022-12；首月里入库最好，以后入库的从入库的月份起才算数",
                "A month before the first of the books, such as 2022-12; best committed in the first month: a later one is known from its month on",
            ),
        FieldSpec::new("value", "累计值", "Total", FieldType::Raw)
            .required()
            .synonyms(&["累计", "累计数", "累计完成", "期初累计"])
            .note(
                "当年 1 月至截至月份的累计；存量指标填截至月底的存量。资金以亿元计，除非表头或计量单位另有说明；项目以个计",
                "January to that month; of a stock, what there is at its end. Money in CNY 100m unless header or unit say otherwise",
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
        FieldSpec::new("document", "依据文号", "Document number", FieldType::Text)
            .required()
            .synonyms(&["文号", "依据文件", "来源文号", "依据"])
            .note(
                "累计数出自哪份文件，如 淄招〔2023〕1号",
                "The document that the total comes from",
            ),
    ],
}];

const VALUE: ValueCodes = ValueCodes {
    wrong_unit: "opening_totals.wrong_unit_of_value",
    negative: "opening_totals.negative",
};
/// The indicator has no totals. Params: `indicator`.
const NOT_TOTALLED: &str = "opening_totals.not_totalled";
/// The books cover the month themselves. Params: `month`, `first_month`.
const MONTH_IN_BOOKS: &str = "opening_totals.month_in_books";
const CODES: &[&str] = &[
    VALUE.wrong_unit,
    VALUE.negative,
    NOT_TOTALLED,
    MONTH_IN_BOOKS,
    ALREADY_REVERSED,
];

/// Imports totals from before the books; wants the ledger's [`Books`](ledger::Books)
/// installed in the application.
#[derive(Debug, Clone, Copy, Default)]
pub struct OpeningTotalImporter;

impl Importer for OpeningTotalImporter {
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
        _: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async move {
            let tree = orgs::ops::load_units(tx).await?;
            let standing = ledger::opening_totals(tx)
                .await?
                .into_iter()
                .filter_map(|total| {
                    let unit = tree.by_key(total.unit)?.code.clone();
                    let standing = Standing {
                        value: total.value,
                        document: total.document,
                    };
                    Some(((unit, total.indicator, total.until), standing))
                })
                .collect();
            let checker: Box<dyn Checker> = Box::new(TotalChecker {
                units: Units::of(tree),
                books: books_of(cx)?,
                open: cx.open_month,
                first: cx.first_month,
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
                super::totalled_indicators(&books, cx.open_month)
                    .map(|indicator| (indicator.code.as_str(), indicator))
                    .collect();
            let text = |text: &str| Some(TypedValue::Text(text.to_owned()));
            let mut rows = Vec::new();
            for total in ledger::opening_totals(tx).await? {
                let is_wanted = years.is_empty() || years.contains(&total.until.year());
                let (Some(unit), Some(indicator), true) = (
                    tree.by_key(total.unit),
                    indicators.get(total.indicator.as_str()),
                    is_wanted && cx.actor.scope.covers(total.unit),
                ) else {
                    continue;
                };
                let [value, unit_of_value] = cells(total.value, is_money(indicator));
                rows.push(vec![
                    text(&unit.name),
                    text(&indicator.name.zh),
                    Some(TypedValue::Month(total.until)),
                    value,
                    unit_of_value,
                    text(&total.document),
                ]);
            }
            Ok(rows)
        })
    }
}
