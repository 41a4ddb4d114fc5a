//! From a cell to a typed value and back.

use crate::codes;
use crate::importer::RowProblem;
use crate::kind::{Choice, FieldSpec, FieldType};
use crate::row::TypedValue;
use kernel::Money;
use serde_json::json;
use sheets::parse::{self, CellError, PercentScale};
use sheets::{Cell, CellOut, MoneyUnit, Unit, normal_text};

/// The most characters of a text.
const LONGEST_TEXT: usize = 500;
/// The most characters of a code.
const LONGEST_CODE: usize = 100;

/// The value of `cell`, or none where it is blank.
///
/// # Errors
/// What is wrong with it, for the row's list.
pub(crate) fn parse_cell(
    spec: &FieldSpec,
    cell: &Cell,
    unit: Option<&Unit>,
) -> Result<Option<TypedValue>, RowProblem> {
    if parse::is_blank(cell) {
        return Ok(None);
    }
    let of_cell = |error: CellError| RowProblem::cell(spec.field, &error);
    let value = match spec.field_type {
        FieldType::Text => TypedValue::Text(text(spec, cell)?),
        FieldType::Code => TypedValue::Text(code(spec, cell)?),
        FieldType::Integer => TypedValue::Integer(parse::integer(cell).map_err(of_cell)?),
        FieldType::Date => TypedValue::Date(parse::date(cell).map_err(of_cell)?),
        FieldType::Month => TypedValue::Month(parse::month(cell).map_err(of_cell)?),
        FieldType::Money(default) => {
            let unit = money_unit(spec, cell, unit, default)?;
            TypedValue::Money(Money::from_fen(parse::money(cell, unit).map_err(of_cell)?))
        }
        FieldType::Percent => {
            TypedValue::Percent(parse::percent(cell, PercentScale::Points).map_err(of_cell)?)
        }
        FieldType::YesNo => TypedValue::YesNo(parse::yes_no(cell).map_err(of_cell)?),
        FieldType::Choice(choices) => choice(spec, choices, cell)?,
        FieldType::List => return list(spec, cell),
        FieldType::Percents => TypedValue::Percents(percents(spec, cell)?),
        FieldType::Raw => TypedValue::Raw(cell.clone()),
    };
    Ok(Some(value))
}

impl RowProblem {
    /// A cell that does not give what `field` needs.
    pub fn cell(field: &'static str, error: &CellError) -> Self {
        Self::new(
            field,
            error.code(),
            json!({ "expected": error.expected, "found": error.found }),
        )
    }

    /// A required cell that holds nothing.
    pub(crate) fn empty(field: &'static str) -> Self {
        Self::new(
            field,
            "cell.empty",
            json!({ "expected": "any", "found": "" }),
        )
    }
}

fn text(spec: &FieldSpec, cell: &Cell) -> Result<String, RowProblem> {
    let text = parse::text(cell).map_err(|error| RowProblem::cell(spec.field, &error))?;
    at_most(spec, text, LONGEST_TEXT)
}

fn code(spec: &FieldSpec, cell: &Cell) -> Result<String, RowProblem> {
    let text = parse::text(cell).map_err(|error| RowProblem::cell(spec.field, &error))?;
    let text = normal_text(&text).replace(' ', "");
    at_most(spec, text, LONGEST_CODE)
}

fn at_most(spec: &FieldSpec, text: String, max: usize) -> Result<String, RowProblem> {
    if text.len() <= max || text.chars().count() <= max {
        Ok(text)
    } else {
        Err(RowProblem::new(
            spec.field,
            codes::TEXT_TOO_LONG,
            json!({ "max": max }),
        ))
    }
}

/// The unit of a bare number: the column's, else the table's, else the field's own.
fn money_unit(
    spec: &FieldSpec,
    cell: &Cell,
    unit: Option<&Unit>,
    default: MoneyUnit,
) -> Result<MoneyUnit, RowProblem> {
    match unit {
        Some(Unit::Money(unit)) => Ok(*unit),
        Some(Unit::Foreign(currency)) => Err(RowProblem::new(
            spec.field,
            "cell.foreign_currency",
            json!({ "expected": "money", "found": format!("{cell} {currency}") }),
        )),
        _ => Ok(default),
    }
}

fn choice(
    spec: &FieldSpec,
    choices: &'static [Choice],
    cell: &Cell,
) -> Result<TypedValue, RowProblem> {
    let found = parse::text(cell).map_err(|error| RowProblem::cell(spec.field, &error))?;
    let wanted = choice_key(&found);
    choices
        .iter()
        .find(|choice| {
            [choice.word, choice.name.zh, choice.name.en]
                .iter()
                .chain(choice.synonyms)
                .any(|name| choice_key(name) == wanted)
        })
        .map(|choice| TypedValue::Choice(choice.word))
        .ok_or_else(|| {
            let names: Vec<&str> = choices.iter().map(|choice| choice.name.zh).collect();
            RowProblem::new(
                spec.field,
                codes::NOT_A_CHOICE,
                json!({ "found": found, "choices": names.join("、") }),
            )
        })
}

fn choice_key(text: &str) -> String {
    normal_text(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '_')
        .flat_map(char::to_lowercase)
        .collect()
}

/// The entries of a cell that holds several: parted by ；, 、 or a line break. A comma does
/// not part them, since companies abroad have commas in their names.
fn entries(text: &str) -> impl Iterator<Item = &str> {
    text.split(['；', ';', '、', '\n'])
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

fn list(spec: &FieldSpec, cell: &Cell) -> Result<Option<TypedValue>, RowProblem> {
    let text = parse::text(cell).map_err(|error| RowProblem::cell(spec.field, &error))?;
    let texts = entries(&text)
        .map(|entry| at_most(spec, entry.to_owned(), LONGEST_TEXT))
        .collect::<Result<Vec<String>, RowProblem>>()?;
    Ok((!texts.is_empty()).then_some(TypedValue::List(texts)))
}

fn percents(spec: &FieldSpec, cell: &Cell) -> Result<Vec<i64>, RowProblem> {
    let of_cell = |error: CellError| RowProblem::cell(spec.field, &error);
    match cell {
        Cell::Text(text) => entries(text)
            .map(|entry| {
                parse::percent(&Cell::Text(entry.to_owned()), PercentScale::Points).map_err(of_cell)
            })
            .collect(),
        _ => Ok(vec![
            parse::percent(cell, PercentScale::Points).map_err(of_cell)?,
        ]),
    }
}

/// A percentage of basis points as a person writes it: `33.33%`.
fn points_text(points: i64) -> String {
    format!("{}%", sheets::Decimal::new(points, 2))
}

/// The cell that reads back as `value`.
pub(crate) fn cell_out(spec: &FieldSpec, value: &TypedValue) -> CellOut {
    match value {
        TypedValue::Text(text) => CellOut::Text(text.clone()),
        TypedValue::Integer(number) => CellOut::Int(*number),
        TypedValue::Date(day) => CellOut::Date(*day),
        TypedValue::Month(month) => CellOut::Text(month.to_string()),
        TypedValue::Money(money) => CellOut::Money {
            fen: money.fen(),
            unit: match spec.field_type {
                FieldType::Money(unit) => unit,
                _ => MoneyUnit::TenThousandYuan,
            },
        },
        TypedValue::Percent(points) => CellOut::Percent(*points),
        TypedValue::YesNo(value) => CellOut::Text(if *value { "是" } else { "否" }.to_owned()),
        TypedValue::Choice(word) => CellOut::Text(choice_name(spec, word).to_owned()),
        TypedValue::List(texts) => CellOut::Text(texts.join("；")),
        TypedValue::Percents(shares) => {
            let shares: Vec<String> = shares.iter().map(|&share| points_text(share)).collect();
            CellOut::Text(shares.join("；"))
        }
        TypedValue::Raw(cell) => match cell {
            Cell::Empty => CellOut::Empty,
            Cell::Number(number) => CellOut::Number(*number),
            Cell::Date(day) => CellOut::Date(*day),
            other => CellOut::Text(other.to_string()),
        },
    }
}

fn choice_name(spec: &FieldSpec, word: &'static str) -> &'static str {
    match spec.field_type {
        FieldType::Choice(choices) => choices
            .iter()
            .find(|choice| choice.word == word)
            .map_or(word, |choice| choice.name.zh),
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sheets::Decimal;

    const KINDS: &[Choice] = &[
        Choice::new("paid_in_capital", "实缴注册资本", "Paid-in capital").synonyms(&["实缴资本"]),
        Choice::new("construction", "建安", "Construction"),
    ];

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    fn parse(field_type: FieldType, cell: &Cell) -> Result<Option<TypedValue>, RowProblem> {
        parse_cell(&FieldSpec::new("x", "甲", "X", field_type), cell, None)
    }

    #[test]
    fn a_choice_is_known_by_name_word_and_synonym() {
        for spelling in [
            "实缴注册资本",
            "实缴 资本",
            "PAID_IN_CAPITAL",
            "Ｐaid-in capital",
        ] {
            assert_eq!(
                parse(FieldType::Choice(KINDS), &text(spelling)),
                Ok(Some(TypedValue::Choice("paid_in_capital"))),
                "{spelling}"
            );
        }
        let refused = parse(FieldType::Choice(KINDS), &text("贷款")).expect_err("no choice");
        assert_eq!(refused.code, codes::NOT_A_CHOICE);
        assert_eq!(refused.params["choices"], "实缴注册资本、建安");
    }

    #[test]
    fn money_is_in_the_unit_of_cell_then_column_then_field() {
        let spec = FieldSpec::new("x", "甲", "X", FieldType::Money(MoneyUnit::TenThousandYuan));
        let yuan = Unit::Money(MoneyUnit::Yuan);
        let fen = |cell: &Cell, unit: Option<&Unit>| parse_cell(&spec, cell, unit).expect("money");
        let money = |fen| Some(TypedValue::Money(Money::from_fen(fen)));
        let number = Cell::Number(Decimal::new(125, 1));
        assert_eq!(fen(&number, None), money(12_500_000));
        assert_eq!(fen(&number, Some(&yuan)), money(1_250));
        assert_eq!(fen(&text("1.5亿元"), Some(&yuan)), money(15_000_000_000));
        assert_eq!(fen(&text("1,250.5"), None), money(1_250_500_000));
        let dollars = Unit::Foreign("万美元".into());
        let refused = parse_cell(&spec, &number, Some(&dollars)).expect_err("dollars");
        assert_eq!(refused.code, "cell.foreign_currency");
    }

    #[test]
    fn lists_part_at_semicolons_and_lines_but_not_at_commas() {
        assert_eq!(
            parse(FieldType::List, &text("甲公司；乙公司;\nBranch Co., Ltd.")),
            Ok(Some(TypedValue::List(vec![
                "甲公司".into(),
                "乙公司".into(),
                "Branch Co., Ltd.".into()
            ])))
        );
        assert_eq!(parse(FieldType::List, &text("；")), Ok(None));
        assert_eq!(
            parse(FieldType::Percents, &text("60%；40")),
            Ok(Some(TypedValue::Percents(vec![6_000, 4_000])))
        );
        assert_eq!(
            parse(FieldType::Percents, &Cell::Percent(Decimal::new(100, 0))),
            Ok(Some(TypedValue::Percents(vec![10_000])))
        );
    }

    #[test]
    fn codes_lose_spaces_and_width_and_keep_zeros() {
        assert_eq!(
            parse(FieldType::Code, &text(" ００７ - Ａ ")),
            Ok(Some(TypedValue::Text("007-A".into())))
        );
    }

    #[test]
    fn strokes_are_nothing_and_long_texts_are_refused() {
        assert_eq!(parse(FieldType::Date, &text("——")), Ok(None));
        let refused = parse(FieldType::Text, &text(&"长".repeat(501))).expect_err("too long");
        assert_eq!(refused.params["max"], 500);
    }

    #[test]
    fn what_is_written_reads_back() {
        assert_eq!(points_text(3_333), "33.33%");
        let spec = FieldSpec::new("x", "甲", "X", FieldType::Choice(KINDS));
        assert_eq!(
            cell_out(&spec, &TypedValue::Choice("construction")),
            CellOut::Text("建安".into())
        );
    }
}
