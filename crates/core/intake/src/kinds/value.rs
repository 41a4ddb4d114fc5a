//! A value with its 计量单位, as targets and totals have it: what the cell means depends on
//! the row's indicator.

use crate::importer::RowProblem;
use crate::row::{RowIn, TypedValue};
use ledger::{Indicator, UnitOfValue};
use serde_json::json;
use sheets::{Decimal, MoneyUnit, Unit, parse};

/// The unit of money where nothing names one.
const DEFAULT_UNIT: MoneyUnit = MoneyUnit::HundredMillionYuan;

/// The codes with which a kind refuses a value.
pub(super) struct ValueCodes {
    /// The unit does not fit the indicator. Params: `found`.
    pub wrong_unit: &'static str,
    /// The value is negative.
    pub negative: &'static str,
}

/// Whether the indicator's value is money.
pub(super) fn is_money(indicator: &Indicator) -> bool {
    indicator.unit == UnitOfValue::Money
}

/// The row's `value` in its `unit_of_value`: in fen for money, else a count.
pub(super) fn value_of(
    row: &RowIn,
    indicator: &Indicator,
    codes: &ValueCodes,
) -> Result<i64, RowProblem> {
    let Some(cell) = row.raw("value") else {
        return Err(RowProblem::empty("value"));
    };
    let named = row.text("unit_of_value");
    let wrong_unit = || {
        let found = named.unwrap_or_default();
        RowProblem::new("unit_of_value", codes.wrong_unit, json!({ "found": found }))
    };
    let parsed = if is_money(indicator) {
        let unit = match named {
            Some(text) => MoneyUnit::from_name(text).ok_or_else(wrong_unit)?,
            None => row
                .unit("value")
                .and_then(Unit::money)
                .unwrap_or(DEFAULT_UNIT),
        };
        parse::money(cell, unit)
    } else {
        if named.is_some_and(|text| MoneyUnit::from_name(text).is_some()) {
            return Err(wrong_unit());
        }
        parse::integer(cell)
    };
    let value = parsed.map_err(|error| RowProblem::cell("value", &error))?;
    if value < 0 {
        return Err(RowProblem::new("value", codes.negative, json!({})));
    }
    Ok(value)
}

/// A value as a person would write it: 亿元 without trailing zeros, or a count.
pub(super) fn shown(value: i64, is_money: bool) -> String {
    if is_money {
        format!("{}亿元", Decimal::new(value, 10))
    } else {
        value.to_string()
    }
}

/// The cells of `value` and `unit_of_value` that read back as this value.
pub(super) fn cells(value: i64, is_money: bool) -> [Option<TypedValue>; 2] {
    let (places, unit) = if is_money { (10, "亿元") } else { (0, "个") };
    let number = sheets::Cell::Number(Decimal::new(value, places));
    [
        Some(TypedValue::Raw(number)),
        Some(TypedValue::Text(unit.to_owned())),
    ]
}
