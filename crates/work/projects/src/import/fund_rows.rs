//! Judging rows of funds.

use super::checker::{Plan, ProjectChecker};
use super::problem::{place_only, problem, problems};
use super::row::{funds_of, place_of};
use crate::model::{Fund, NewFund, Plan as Limits, check_fund, judge_fund};
use intake::{RowIn, RowProblem, Verdict};
use kernel::{Fields, Money};
use serde_json::json;

impl ProjectChecker {
    pub(super) fn check_funds(&mut self, row: &RowIn) -> Verdict {
        let refused = |problem| Verdict::Refused(vec![problem]);
        let mut wrong = Fields::default();
        let checked = funds_of(row).and_then(|typed| check_fund(&mut wrong, typed));
        let Some(draft) = checked else {
            return Verdict::Refused(problems(row, wrong));
        };
        let funds = draft.0;
        let code = row.text("project").unwrap_or_default();
        if let Some(verdict) = self.known_voucher(row, code, &funds) {
            return verdict;
        }
        let known = match self.named(row) {
            Ok(known) => known,
            Err(problem) => return refused(problem),
        };
        let Some(days) = self.days() else {
            return refused(RowProblem::of_row("ledger.no_open_month", json!({})));
        };
        let project = &known.project;
        let limits = Limits {
            planned: project.planned,
            arrived: project.arrived,
        };
        let opening = match judge_fund(project, limits, &funds, days) {
            Ok(opening) => opening,
            Err(wrong) => {
                let found = wrong.into_iter().map(|refusal| problem(row, refusal));
                return Verdict::Refused(found.collect());
            }
        };
        let known = self.projects.get_mut(code).expect("it was found above");
        let arrived = known.project.arrived.checked_add(funds.amount);
        known.project.arrived = arrived.expect("no more than the plan");
        let here = (place_only(row), funds.clone(), code.to_owned());
        self.vouchers_here.insert(funds.voucher.clone(), here);
        let plan = Plan::Funds {
            project: code.to_owned(),
            funds,
            opening,
        };
        self.plans.insert(place_of(row), plan);
        Verdict::New
    }

    /// What a voucher that stands in the books, or in an earlier row, makes of the row.
    fn known_voucher(&self, row: &RowIn, code: &str, funds: &NewFund) -> Option<Verdict> {
        if let Some((first, known, project)) = self.vouchers_here.get(&funds.voucher) {
            let same = project == code && known == funds;
            return Some(if same {
                Verdict::Same
            } else {
                Verdict::Refused(vec![RowProblem::twice("voucher", first)])
            });
        }
        let standing = self.vouchers.get(&funds.voucher)?;
        let known = self.projects.get(code);
        if known.is_none_or(|known| known.project.id != standing.project) {
            let refusal = self.first_uses.get(&funds.voucher).cloned();
            let problem = refusal.map_or_else(
                || RowProblem::unknown("project", code),
                |refusal| problem(row, refusal.into()),
            );
            return Some(Verdict::Refused(vec![problem]));
        }
        Some(match differs(standing, funds) {
            None => Verdict::Same,
            Some((field, recognised)) => Verdict::Refused(vec![RowProblem::new(
                field,
                "projects.recognised_row_differs",
                json!({ "field": field, "recognised": recognised }),
            )]),
        })
    }
}

/// The field in which a row differs from what is recognised, and what that is.
fn differs(standing: &Fund, row: &NewFund) -> Option<(&'static str, String)> {
    let yuan = |money: Money| money.to_string();
    let payer = companies::normal_name(&standing.payer) != companies::normal_name(&row.payer);
    let evidence = row.evidence_kind.is_some() && row.evidence_kind != standing.evidence_kind;
    let proof = standing
        .evidence_kind
        .map_or("", crate::model::EvidenceKind::word);
    if standing.amount != row.amount {
        Some(("amount", yuan(standing.amount)))
    } else if standing.arrived_on != row.arrived_on {
        Some(("arrived_on", standing.arrived_on.to_string()))
    } else if standing.kind != row.kind {
        Some(("kind", standing.kind.word().to_owned()))
    } else if payer {
        Some(("payer", standing.payer.clone()))
    } else if evidence {
        Some(("evidence_kind", proof.to_owned()))
    } else {
        None
    }
}
