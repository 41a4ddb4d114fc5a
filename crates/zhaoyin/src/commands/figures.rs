//! `zhaoyin figures`.

use super::operator::{month, operator};
use super::table::{Side, lines};
use crate::config::Config;
use crate::open::{faulty, open};
use crate::words::{Words, words};
use clap::Args;
use dispatch::ops::{FiguresIn, UnitChoice, list_figures};
use dispatch::{FigureOut, FiguresOut};
use documents::Language;
use kernel::{Money, Month, SystemClock, round_half_up};
use ledger::{Books, Light, Months, UnitOfValue};
use orgs::UnitTree;
use serde_json::Value;
use std::process::ExitCode;
use std::sync::Arc;

#[derive(Debug, Args)]
pub(super) struct Figures {
    /// The last month, YYYY-MM; figures are as at its end.
    #[arg(long, value_parser = month)]
    month: Month,
    /// The first month; January when absent.
    #[arg(long, value_parser = month)]
    from: Option<Month>,
    /// A unit's code or name, or `all`; the city when absent.
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// One indicator's code; all when absent.
    #[arg(long, value_name = "CODE")]
    indicator: Option<String>,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
}

impl Figures {
    pub(super) async fn run(self, config: &Config) -> anyhow::Result<ExitCode> {
        let app = open(config, Arc::new(SystemClock)).await?;
        let input = FiguresIn {
            month: self.month,
            from: self.from,
            unit: UnitChoice::of(self.unit),
            indicator: self.indicator,
        };
        let figures = list_figures(&app, &operator()?, input)
            .await
            .map_err(faulty)?;
        let reader = app.database.reader();
        if let Some(open) = Months::load(reader).await?.open()
            && self.month > open
        {
            eprintln!(
                "zhaoyin: {} comes after the open month {open}: it has no figures of its own yet",
                self.month
            );
        }
        if self.json {
            println!("{}", serde_json::to_string_pretty(&figures)?);
            return Ok(ExitCode::SUCCESS);
        }
        let units = orgs::ops::load_units(reader).await.map_err(faulty)?;
        let books = crate::books::of(&app)?;
        println!("{} … {}", figures.from, figures.month);
        for line in table(words(), &books, &units, &figures) {
            println!("{line}");
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// What is printed where there is no value.
const NO_DATA: &str = "—";

/// The figures as columns, every value with its unit of measure.
fn table(words: &Words, books: &Books, units: &UnitTree, figures: &FiguresOut) -> Vec<String> {
    let head = [
        (words.term("figures.unit_filter"), Side::Left),
        (words.term("figures.indicator"), Side::Left),
        (words.term("figures.value"), Side::Right),
        (words.term("figures.last_year"), Side::Right),
        (words.term("figures.yoy"), Side::Right),
        (words.term("figures.plan"), Side::Right),
        (words.term("figures.completion"), Side::Right),
        (words.term("figures.schedule"), Side::Left),
        (words.pick("灯", "Light"), Side::Left),
        (words.term("figures.rank"), Side::Right),
        (words.pick("代码", "Code"), Side::Left),
    ];
    let rows: Vec<Vec<String>> = figures
        .figures
        .iter()
        .map(|figure| {
            let unit = units
                .by_code(&figure.unit_code)
                .map_or("", |unit| words.pick(&unit.name, &unit.name_en));
            let indicator = books.indicator(&figure.indicator, figures.month);
            let (name, measure) = indicator.map_or((figure.indicator.as_str(), ""), |known| {
                (
                    words.pick(&known.name.zh, &known.name.en),
                    words.pick(&known.count_unit.zh, &known.count_unit.en),
                )
            });
            row(words, figure, unit, name, measure)
        })
        .collect();
    lines(&head, &rows)
}

fn row(words: &Words, figure: &FigureOut, unit: &str, name: &str, measure: &str) -> Vec<String> {
    let value = |value: &Value| valued(words, figure.unit, value, measure);
    let or_none = |text: Option<String>| text.unwrap_or_else(|| NO_DATA.to_owned());
    let points = match figure.unit {
        UnitOfValue::Percent => format!(" {}", words.term("figures.points")),
        _ => "%".to_owned(),
    };
    vec![
        unit.to_owned(),
        name.to_owned(),
        value(&figure.value),
        value(&figure.last_year),
        or_none(figure.yoy.as_deref().map(|yoy| signed(yoy) + &points)),
        value(&figure.plan),
        or_none(figure.completion.as_ref().map(|done| format!("{done}%"))),
        or_none(figure.schedule.map(|on| {
            let term = if on {
                "figures.on_schedule"
            } else {
                "figures.off_schedule"
            };
            words.term(term).to_owned()
        })),
        or_none(
            figure
                .light
                .map(|light| light_name(words, light).to_owned()),
        ),
        or_none(figure.rank.map(|rank| rank.to_string())),
        figure.indicator.clone(),
    ]
}

/// A value as a headline prints it, with its unit: money in 亿元, in English in CNY bn.
fn valued(words: &Words, unit: UnitOfValue, value: &Value, measure: &str) -> String {
    let number = match value {
        Value::Null => return NO_DATA.to_owned(),
        Value::Bool(true) => return words.term("figures.true_value").to_owned(),
        Value::Bool(false) => return words.term("figures.false_value").to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match unit {
        UnitOfValue::Percent => format!("{number}%"),
        UnitOfValue::Money => {
            let money: Money = number.parse().unwrap_or_default();
            format!("{} {measure}", headline(words.language, money))
        }
        UnitOfValue::Count | UnitOfValue::Boolean => format!("{number} {measure}"),
    }
}

/// Money in 亿元 with one decimal, or in billions with two: the same precision.
fn headline(language: Language, money: Money) -> String {
    match language {
        Language::Zh => money.in_yi(),
        Language::En => {
            let hundredths = round_half_up(i128::from(money.fen()), 1_000_000_000);
            let sign = if hundredths < 0 { "-" } else { "" };
            let magnitude = hundredths.abs();
            format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100)
        }
    }
}

fn light_name(words: &Words, light: Light) -> &str {
    words.term(match light {
        Light::Normal => "light.normal",
        Light::Slow => "light.slow",
        Light::Behind => "light.behind",
    })
}

/// A change with its sign.
fn signed(change: &str) -> String {
    let is_nothing = change.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let plus = if change.starts_with('-') || is_nothing {
        ""
    } else {
        "+"
    };
    format!("{plus}{change}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words_in;
    use serde_json::json;

    fn one(unit: UnitOfValue, value: Value) -> FigureOut {
        FigureOut {
            indicator: "x".into(),
            unit_code: "370300".into(),
            value: value.clone(),
            unit,
            display: String::new(),
            last_year: value.clone(),
            last_year_known_now: Value::Null,
            yoy: Some("3.0".into()),
            plan: value,
            completion: Some("54.2".into()),
            schedule: Some(true),
            light: Some(Light::Slow),
            rank: Some(2),
            facts: 1,
            subjects: None,
            definition_version: 1,
        }
    }

    #[test]
    fn money_says_its_unit_in_the_language_of_the_reader() {
        let figure = one(UnitOfValue::Money, json!("35230200000.00"));
        let zh = row(
            words_in(Language::Zh),
            &figure,
            "淄博市",
            "到位省外资金",
            "亿元",
        );
        assert_eq!(
            zh[2..10],
            [
                "352.3 亿元",
                "352.3 亿元",
                "+3.0%",
                "352.3 亿元",
                "54.2%",
                "达序时",
                "偏慢",
                "2"
            ]
        );
        let en = row(words_in(Language::En), &figure, "Zibo", "Funds", "CNY bn");
        assert_eq!(en[2], "35.23 CNY bn");
        assert_eq!(en[7..9], ["On schedule", "Slow"]);
    }

    #[test]
    fn a_ratio_changes_by_points_and_what_is_not_there_is_a_dash() {
        let words = words_in(Language::Zh);
        let rate = one(UnitOfValue::Percent, json!("97.6"));
        let cells = row(words, &rate, "", "开工率", "%");
        assert_eq!(cells[2..5], ["97.6%", "97.6%", "+3.0 百分点"]);
        let none = FigureOut {
            rank: None,
            yoy: Some("-0.5".into()),
            ..one(UnitOfValue::Count, Value::Null)
        };
        let cells = row(words, &none, "", "项目", "个");
        assert_eq!((&*cells[2], &*cells[4], &*cells[9]), ("—", "-0.5%", "—"));
        let truth = one(UnitOfValue::Boolean, json!(false));
        assert_eq!(row(words, &truth, "", "双过半", "")[2], "否");
    }
}
