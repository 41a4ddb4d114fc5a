//! Figure calls of a bulletin, answered by figures of the ledger.

use super::approximate::{near, over};
use super::window::window;
use documents::{Figure as Answer, FigureCall};
use kernel::Month;
use ledger::{Figure, Light, Value, Window};

/// What a template may ask of an indicator.
/// `over` and `near` are the value as prose says it: 1300余, 近1000.
pub(crate) const MEASURES: [&str; 11] = [
    "value",
    "over",
    "near",
    "yoy",
    "completion",
    "light",
    "plan",
    "last_year",
    "rank",
    "numerator",
    "denominator",
];

/// A call with what it left out filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resolved {
    pub window: Window,
    pub unit_code: String,
}

/// Fills in what `call` leaves out: the bulletin's month, the city, the year to date.
pub(crate) fn resolve(call: &FigureCall, month: Month, city: &str) -> Option<Resolved> {
    let parse = |text: &Option<String>| text.as_deref().map(str::parse::<Month>).transpose().ok();
    let month = parse(&call.month)?.unwrap_or(month);
    let from = parse(&call.from)?;
    Some(Resolved {
        window: window(month, from).ok()?,
        unit_code: call.unit.clone().unwrap_or_else(|| city.to_owned()),
    })
}

/// The answer to `call`: what is printed, the exact value, and the door's address.
pub(crate) fn answer(call: &FigureCall, place: &Resolved, figure: &Figure) -> Answer {
    let percent = |percent: Option<kernel::Percent>| {
        let text = percent.map(|percent| percent.to_string());
        (
            text.as_ref()
                .map_or_else(|| "—".to_owned(), |text| format!("{text}%")),
            text,
        )
    };
    let plain = |value: Option<Value>| {
        let sign = if matches!(value, Some(Value::Ratio { .. })) {
            "%"
        } else {
            ""
        };
        let display = value.map_or_else(
            || "—".to_owned(),
            |value| format!("{}{sign}", value.display()),
        );
        (
            display,
            value.and_then(|value| {
                value
                    .json()
                    .as_str()
                    .map(str::to_owned)
                    .or(Some(value.display()))
            }),
        )
    };
    let same_measure = |number: i64| match figure.value {
        Some(Value::Money(_)) => Value::Money(kernel::Money::from_fen(number)),
        _ => Value::Count(number),
    };
    let (display, value) = match (call.measure.as_str(), figure.value) {
        // A rate changes by points, not by percent of itself.
        ("yoy", Some(Value::Ratio { .. })) => {
            let (display, value) = percent(figure.yoy);
            (display.replace('%', "个百分点"), value)
        }
        ("yoy", _) => percent(figure.yoy),
        // The value stays the word that templates compare with.
        ("value", Some(Value::Truth(truth))) => {
            let (word, value) = if truth {
                ("是", "true")
            } else {
                ("否", "false")
            };
            (word.to_owned(), Some(value.to_owned()))
        }
        ("over", Some(Value::Count(count))) => (over(count), Some(count.to_string())),
        ("near", Some(Value::Count(count))) => (near(count), Some(count.to_string())),
        ("light", _) => light(figure.light),
        ("completion", _) => percent(figure.completion),
        ("plan", _) => plain(figure.plan.map(same_measure)),
        ("last_year", _) => plain(figure.last_year),
        ("rank", _) => plain(figure.rank.map(|rank| Value::Count(rank.into()))),
        ("numerator", Some(Value::Ratio { numerator, .. })) => plain(Some(Value::Count(numerator))),
        ("denominator", Some(Value::Ratio { denominator, .. })) => {
            plain(Some(Value::Count(denominator)))
        }
        ("numerator" | "denominator", _) => plain(None),
        (_, value) => plain(value),
    };
    // In print a minus is a minus, not a hyphen.
    let display = display.replace('-', "−");
    Answer {
        display,
        value,
        address: address(call, place),
    }
}

/// A light in its word; the value is what templates compare with.
fn light(light: Option<Light>) -> (String, Option<String>) {
    let (display, value) = match light {
        Some(Light::Normal) => ("正常", "normal"),
        Some(Light::Slow) => ("偏慢", "slow"),
        Some(Light::Behind) => ("滞后", "behind"),
        None => return ("—".to_owned(), None),
    };
    (display.to_owned(), Some(value.to_owned()))
}

/// The door's address: `indicator:month:from:unit:measure`.
fn address(call: &FigureCall, place: &Resolved) -> String {
    format!(
        "{}:{}:{}:{}:{}",
        call.code, place.window.month, place.window.from, place.unit_code, call.measure
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_takes_the_bulletins_month_and_the_city() {
        let month: Month = "2023-06".parse().expect("valid");
        let place = resolve(&FigureCall::value("funds_arrived"), month, "370300").expect("fits");
        assert_eq!(place.unit_code, "370300");
        assert_eq!(place.window, Window::year_to_date(month));
        let mut call = FigureCall::value("funds_arrived");
        call.month = Some("2023-13".into());
        assert_eq!(resolve(&call, month, "370300"), None);
    }
}
