//! When an opportunity may be published, and when it may leave the stock.

use super::opportunity::{Closing, Opportunity, OutcomeKind};
use chrono::NaiveDate;
use kernel::Refusal;
use ledger::Days;

kernel::refusals! {
    /// Why something was not done with an opportunity.
    pub enum OpportunityRefusal {
        /// There is no such opportunity, or it is none of the caller's.
        Unknown = (NotFound, "opportunities.unknown"),
        /// Another opportunity has this code.
        CodeTaken { code: String } = (Conflict, "opportunities.code_taken"),
        /// The caller may not record for this unit.
        ForeignUnit { unit: String } = (Forbidden, "opportunities.foreign_unit"),
        /// What is taken back is taken back for a reason.
        NoReason = (Invalid, "opportunities.no_reason"),
        /// The opportunity was not in stock on that day yet.
        BeforeReserved { reserved_on: NaiveDate } = (Invalid, "opportunities.before_reserved"),
        /// The opportunity has left the stock.
        Closed { closed_on: NaiveDate } = (Conflict, "opportunities.closed"),
        /// The opportunity is in stock: there is no closing to take back.
        NotClosed = (Conflict, "opportunities.not_closed"),
        /// The opportunity was published after the day on which it is to leave the stock.
        PublishedLater { published_on: NaiveDate } = (Conflict, "opportunities.published_later"),
        /// A matched opportunity names the project that it became.
        NoProject = (Invalid, "opportunities.no_project"),
        /// Only a matched opportunity names a project.
        ProjectNotMatched = (Invalid, "opportunities.project_not_matched"),
    }
}

kernel::refusals! {
    /// Why something was not done with a publication.
    pub enum PublicationRefusal {
        /// There is no such publication of the opportunity, or it was taken back.
        Unknown = (NotFound, "publications.unknown"),
        /// It was published there on that day already.
        Twice { channel: String, published_on: NaiveDate } = (Conflict, "publications.twice"),
    }
}

/// Whether `opportunity` may be published on `day`; answers whether that is 期初.
///
/// # Errors
/// A day before it was planned or after it left the stock; a day that cannot be recorded.
pub(crate) fn judge_publishing(
    opportunity: &Opportunity,
    day: NaiveDate,
    days: Days,
) -> Result<bool, Refusal> {
    let opening = days.judge(day)?;
    let reserved_on = opportunity.reserved_on;
    if day < reserved_on {
        return Err(OpportunityRefusal::BeforeReserved { reserved_on }.into());
    }
    match opportunity.closing.map(|closing| closing.on) {
        Some(closed_on) if day > closed_on => Err(OpportunityRefusal::Closed { closed_on }.into()),
        _ => Ok(opening),
    }
}

/// Whether `opportunity` may leave the stock so; answers whether that is 期初. A matched one
/// need not name its project here: registers from before do not; the form asks for it.
///
/// # Errors
/// It has left; a day before it was planned or published; a project of one that was given
/// up; a day that cannot be recorded.
pub(crate) fn judge_closing(
    opportunity: &Opportunity,
    closing: Closing,
    days: Days,
) -> Result<bool, Refusal> {
    if let Some(closing) = opportunity.closing {
        let closed_on = closing.on;
        return Err(OpportunityRefusal::Closed { closed_on }.into());
    }
    let opening = days.judge(closing.on)?;
    let reserved_on = opportunity.reserved_on;
    if closing.on < reserved_on {
        return Err(OpportunityRefusal::BeforeReserved { reserved_on }.into());
    }
    if closing.outcome == OutcomeKind::Withdrawn && closing.project.is_some() {
        return Err(OpportunityRefusal::ProjectNotMatched.into());
    }
    match opportunity.published_until {
        Some(published_on) if published_on > closing.on => {
            Err(OpportunityRefusal::PublishedLater { published_on }.into())
        }
        _ => Ok(opening),
    }
}

#[cfg(test)]
mod tests {
    use super::super::opportunity::{Category, OpportunityId};
    use super::*;
    use kernel::Instant;
    use projects::ProjectId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days() -> Days {
        Days {
            first: "2023-01".parse().unwrap(),
            open: "2023-06".parse().unwrap(),
            today: day("2023-06-20"),
        }
    }

    fn opportunity() -> Opportunity {
        Opportunity {
            id: OpportunityId::new(1),
            code: "CB-1".into(),
            name: "高端聚烯烃项目".into(),
            category: Category::FourStrong,
            unit: 3,
            chain: None,
            investment: None,
            reserved_on: day("2023-03-01"),
            content: None,
            closing: None,
            published_on: Some(day("2023-04-01")),
            published_until: Some(day("2023-05-01")),
            revision: 1,
            updated_at: Instant::parse("2023-06-20T02:00:00.000000Z").unwrap(),
        }
    }

    fn closing(on: &str, outcome: OutcomeKind, project: Option<i64>) -> Closing {
        Closing {
            on: day(on),
            outcome,
            project: project.map(ProjectId::new),
        }
    }

    fn code(judged: Result<bool, Refusal>) -> &'static str {
        judged.expect_err("refused").code
    }

    #[test]
    fn an_opportunity_is_published_while_it_is_in_stock() {
        let gone = Opportunity {
            closing: Some(closing("2023-06-01", OutcomeKind::Withdrawn, None)),
            ..opportunity()
        };
        let publish = |day_of: &str| judge_publishing(&gone, day(day_of), days());
        assert_eq!(publish("2023-06-01"), Ok(false));
        assert_eq!(code(publish("2023-06-02")), "opportunities.closed");
        assert_eq!(code(publish("2023-02-28")), "opportunities.before_reserved");
        assert_eq!(code(publish("2023-06-21")), "ledger.date_in_future");
    }

    #[test]
    fn an_opportunity_leaves_the_stock_once_and_after_its_publications() {
        let close = |closing| judge_closing(&opportunity(), closing, days());
        let matched = OutcomeKind::Matched;
        assert_eq!(close(closing("2023-06-10", matched, Some(7))), Ok(false));
        assert_eq!(close(closing("2023-06-10", matched, None)), Ok(false));
        assert_eq!(
            code(close(closing("2023-04-30", matched, None))),
            "opportunities.published_later"
        );
        assert_eq!(
            code(close(closing("2023-02-28", matched, None))),
            "opportunities.before_reserved"
        );
        assert_eq!(
            code(close(closing(
                "2023-06-10",
                OutcomeKind::Withdrawn,
                Some(7)
            ))),
            "opportunities.project_not_matched"
        );
        let gone = Opportunity {
            closing: Some(closing("2023-06-01", matched, None)),
            ..opportunity()
        };
        let again = judge_closing(&gone, closing("2023-06-10", matched, None), days());
        assert_eq!(code(again), "opportunities.closed");
    }
}
