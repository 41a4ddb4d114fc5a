//! Judging rows of campaigns and of their goals.

use super::checker::{Known, OutreachChecker, Plan};
use super::problem::{problems, refused};
use super::row::{campaign_of, place_of, place_only};
use crate::model::{
    GoalDraft, GoalMeasure, GoalRefusal, GoalUnit, campaign_differences, check_campaign,
    judge_until, unit_of,
};
use crate::ops::indicator_named;
use intake::{Change, RowIn, RowProblem, Verdict};
use kernel::Fields;
use serde_json::json;
use sheets::parse::{self, PercentScale};
use sheets::{Decimal, MoneyUnit, Unit};

/// The unit of money where neither cell nor header nor table names one.
const DEFAULT_UNIT: MoneyUnit = MoneyUnit::HundredMillionYuan;

fn changes(found: Vec<(&'static str, Option<String>, Option<String>)>) -> Verdict {
    let changes = found.into_iter().map(|(field, from, to)| Change {
        field: field.to_owned(),
        from,
        to,
    });
    Verdict::Changed(changes.collect())
}

fn problem_of(refusal: GoalRefusal) -> RowProblem {
    RowProblem::new(refusal.field, refusal.code, refusal.params)
}

/// The row's `value`, in `unit`: in fen, in tenths of a percent, or a whole number.
fn goal_value(row: &RowIn, unit: GoalUnit) -> Result<i64, RowProblem> {
    let empty = || {
        RowProblem::new(
            "value",
            "cell.empty",
            json!({ "expected": "any", "found": "" }),
        )
    };
    let cell = row.raw("value").ok_or_else(empty)?;
    let parsed = match unit {
        GoalUnit::Money => {
            let unit = row.unit("value").and_then(Unit::money);
            parse::money(cell, unit.unwrap_or(DEFAULT_UNIT))
        }
        GoalUnit::Count => parse::integer(cell),
        GoalUnit::Percent => parse::percent(cell, PercentScale::Points),
    };
    let value = parsed.map_err(|error| RowProblem::cell("value", &error))?;
    let malformed = || {
        let found = json!({ "found": cell.to_string() });
        RowProblem::new("value", "campaigns.goal_malformed", found)
    };
    match unit {
        _ if value < 0 => Err(malformed()),
        // Basis points: figures have one decimal.
        GoalUnit::Percent if value % 10 != 0 => Err(malformed()),
        GoalUnit::Percent => Ok(value / 10),
        GoalUnit::Money | GoalUnit::Count => Ok(value),
    }
}

/// A goal's value as a person would write it into a cell.
fn shown(draft: &GoalDraft) -> String {
    match draft.unit {
        GoalUnit::Money => format!("{}亿元", Decimal::new(draft.value, 10)),
        GoalUnit::Percent => format!("{}%", draft.value_text()),
        GoalUnit::Count => draft.value_text(),
    }
}

impl OutreachChecker {
    pub(super) fn check_campaign_row(&mut self, row: &RowIn) -> Verdict {
        let known = row.text("code").and_then(|code| self.campaigns.get(code));
        let Some(new) = campaign_of(row, known.map(|known| &known.record)) else {
            return Verdict::Refused(Vec::new());
        };
        let mut wrong = Fields::default();
        let Some(record) = check_campaign(&mut wrong, &new) else {
            return Verdict::Refused(problems(row, wrong));
        };
        let code = record.code.clone();
        let verdict = match self.campaigns.get_mut(&code) {
            None => {
                let known = Known {
                    stored: None,
                    record: record.clone(),
                    row: Some(place_only(row)),
                };
                self.campaigns.insert(code, known);
                Verdict::New
            }
            Some(known) => {
                let found = campaign_differences(&known.record, &record);
                if found.is_empty() {
                    return Verdict::Same;
                }
                if let Some(first) = &known.row {
                    return refused(RowProblem::twice("code", first));
                }
                let early = self.goals.iter().find(|((campaign, _), goal)| {
                    *campaign == code && judge_until(record.from, goal.record.until).is_err()
                });
                if early.is_some() {
                    let params = json!({ "from": record.from });
                    let code = "campaigns.goal_before_campaign";
                    return refused(RowProblem::new("from", code, params));
                }
                known.row = Some(place_only(row));
                known.record = record.clone();
                changes(found)
            }
        };
        self.plans.insert(place_of(row), Plan::Campaign(record));
        verdict
    }

    /// The goal of a row, or everything that is wrong with it.
    fn goal_of(&self, row: &RowIn) -> Result<(String, GoalDraft), Vec<RowProblem>> {
        let mut found = Vec::new();
        let code = row.text("campaign").unwrap_or_default();
        let campaign = self.campaigns.get(code);
        if campaign.is_none() {
            found.push(RowProblem::unknown("campaign", code));
        }
        let text = row.text("indicator").unwrap_or_default();
        let indicator = indicator_named(&self.books, self.open, text);
        if indicator.is_none() {
            found.push(RowProblem::unknown("indicator", text));
        }
        let measure = row.choice("measure").and_then(GoalMeasure::from_word);
        let until = row.month("until");
        if let (Some(campaign), Some(until)) = (campaign, until)
            && let Err(refusal) = judge_until(campaign.record.from, until)
        {
            found.push(problem_of(refusal));
        }
        let mut value = None;
        if let (Some(indicator), Some(measure)) = (indicator, measure) {
            let unit = unit_of(indicator, measure).map_err(problem_of);
            match unit.and_then(|unit| Ok((unit, goal_value(row, unit)?))) {
                Ok(known) => value = Some((indicator, measure, known)),
                Err(problem) => found.push(problem),
            }
        }
        match (value, until) {
            (Some((indicator, measure, (unit, value))), Some(until)) if found.is_empty() => {
                let draft = GoalDraft {
                    indicator: indicator.code.clone(),
                    measure,
                    unit,
                    value,
                    until,
                };
                Ok((code.to_owned(), draft))
            }
            _ => Err(found),
        }
    }

    pub(super) fn check_goal_row(&mut self, row: &RowIn) -> Verdict {
        let (campaign, draft) = match self.goal_of(row) {
            Ok(goal) => goal,
            Err(problems) => return Verdict::Refused(problems),
        };
        let key = (draft.indicator.clone(), draft.measure);
        let key = (campaign.clone(), key);
        let verdict = match self.goals.get_mut(&key) {
            None => {
                let known = Known {
                    stored: None,
                    record: draft.clone(),
                    row: Some(place_only(row)),
                };
                self.goals.insert(key, known);
                Verdict::New
            }
            Some(known) if known.record == draft => return Verdict::Same,
            Some(known) => {
                if let Some(first) = &known.row {
                    return refused(RowProblem::twice("indicator", first));
                }
                let before = std::mem::replace(&mut known.record, draft.clone());
                known.row = Some(place_only(row));
                let texts = |draft: &GoalDraft| (shown(draft), draft.until.to_string());
                let (from, to) = (texts(&before), texts(&draft));
                let fields = [("value", from.0, to.0), ("until", from.1, to.1)];
                let fields = fields.into_iter().filter(|(_, from, to)| from != to);
                changes(
                    fields
                        .map(|(field, from, to)| (field, Some(from), Some(to)))
                        .collect(),
                )
            }
        };
        self.plans
            .insert(place_of(row), Plan::Goal { campaign, draft });
        verdict
    }
}
