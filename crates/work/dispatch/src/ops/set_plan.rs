//! Setting an annual target: a fact of the open month, never an edit.

use super::books;
use super::list_figures::FigureRefusal;
use crate::permits::WritePlans;
use http_base::{Allowed, App};
use kernel::{Money, Outcome, local_date};
use ledger::{
    Credit, CreditMode, NewFact, PLAN_SET, Payload, Source, Subject, UnitOfValue, record,
};

kernel::refusals! {
    /// Why a target was not set.
    pub enum PlanRefusal {
        /// The indicator has no annual targets.
        NotPlanned { indicator: String } = (Invalid, "plans.not_planned"),
        /// Money is a decimal number of yuan, a count a whole number; neither is negative.
        WrongValue { value: String } = (Invalid, "plans.wrong_value"),
        /// The year lies outside what the books can hold.
        WrongYear { year: i32 } = (Invalid, "plans.wrong_year"),
    }
}

/// A target that is to be set.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// The year.
    pub year: i32,
    /// The unit's code.
    pub unit_code: String,
    /// The indicator's code.
    pub indicator: String,
    /// Yuan for money, else a whole number.
    pub value: String,
}

/// Sets a target from the open month on; closed months keep the one they had.
///
/// # Errors
/// [`PlanRefusal`], [`FigureRefusal::UnknownUnit`], [`ledger::RecordRefusal`].
pub async fn set_plan(app: &App, actor: &Allowed<WritePlans>, new: NewPlan) -> Outcome<()> {
    let books = books(app)?;
    if !(1990..=2100).contains(&new.year) {
        return Err(PlanRefusal::WrongYear { year: new.year }.into());
    }
    let newest = books.versions(&new.indicator).into_iter().next_back();
    let indicator = newest
        .filter(|indicator| indicator.planned)
        .ok_or_else(|| PlanRefusal::NotPlanned {
            indicator: new.indicator.clone(),
        })?;
    let value = match indicator.unit {
        UnitOfValue::Money => new.value.parse::<Money>().ok().map(Money::fen),
        _ => new.value.parse::<i64>().ok(),
    };
    let value = value
        .filter(|value| *value >= 0)
        .ok_or_else(|| PlanRefusal::WrongValue {
            value: new.value.clone(),
        })?;
    let tree = orgs::ops::load_units(app.database.reader()).await?;
    let unit = tree
        .by_code(&new.unit_code)
        .ok_or_else(|| FigureRefusal::UnknownUnit {
            unit: new.unit_code.clone(),
        })?;
    let mut above: Vec<i64> = tree
        .path(unit.key)
        .iter()
        .rev()
        .map(|unit| unit.key)
        .collect();
    above.remove(0);
    let now = app.now();
    let fact = NewFact {
        kind: PLAN_SET.to_owned(),
        subject: Subject::new("unit", unit.key),
        occurred_on: local_date(now),
        opening: false,
        amount: Money::ZERO,
        credits: vec![Credit {
            unit: unit.key,
            above,
            basis_points: 10_000,
            mode: CreditMode::Exclusive,
        }],
        payload: Payload::from([
            ("indicator".to_owned(), new.indicator.as_str().into()),
            ("year".to_owned(), i64::from(new.year).into()),
            ("value".to_owned(), value.into()),
        ]),
        refs: Vec::new(),
        correction: None,
        source: Source {
            kind: "account".to_owned(),
            id: actor.account,
        },
    };
    let tx = app.database.begin_write().await?;
    record(&tx, &books, actor, now, vec![fact]).await?;
    tx.commit().await?;
    Ok(())
}
