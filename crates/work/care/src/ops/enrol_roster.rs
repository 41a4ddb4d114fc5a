//! Putting a company or project on the roster.

use super::book_rosters::{Enrolling, book_rosters};
use super::party_of::party_of;
use super::shown::{Shown, unit_in};
use crate::model::{LONGEST_OFFICER, LONGEST_RULE, Roster, judge_enrolment, one_party, required};
use crate::permits::WriteRosters;
use crate::store;
use chrono::NaiveDate;
use companies::CompanyId;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome};
use projects::ProjectId;

/// A company or project that is to be escorted.
#[derive(Debug, Clone)]
pub struct NewRoster {
    /// The company.
    pub company: Option<CompanyId>,
    /// The project, where it is no company.
    pub project: Option<ProjectId>,
    /// The unit that answers for it, by code or name.
    pub unit: String,
    /// The day.
    pub enrolled_on: NaiveDate,
    /// The rule that chose it.
    pub rule: String,
    /// Who escorts it: a role, never a person's name.
    pub officer: String,
}

/// Puts a company or project on the roster: a fact of the open month.
///
/// # Errors
/// `request.invalid` with every wrong field; an unknown company or project; a day in the
/// future; [`RosterRefusal`](crate::RosterRefusal).
pub async fn enrol_roster(
    app: &App,
    actor: &Allowed<WriteRosters>,
    new: NewRoster,
) -> Outcome<Shown<Roster>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut wrong = Fields::default();
    let unit = unit_in(&setting.tree, &actor.scope, &mut wrong, &new.unit);
    let rule = required(&mut wrong, "rule", &new.rule, LONGEST_RULE);
    let officer = required(&mut wrong, "officer", &new.officer, LONGEST_OFFICER);
    wrong.done()?;
    let party = party_of(&tx, &actor.scope, new.company, new.project).await?;
    one_party(&party)?;
    let keys = |key: Option<i64>| Vec::from_iter(key);
    let (company, project) = (keys(party.company_key()), keys(party.project_key()));
    let others = store::rosters_of(&tx, &company, &project).await?;
    let enrolling = Enrolling {
        id: app.ids.id(),
        party,
        unit,
        enrolled_on: new.enrolled_on,
        opening: judge_enrolment(&others, new.enrolled_on, setting.days)?,
        rule,
        officer,
        released: None,
    };
    let booked = book_rosters(&tx, &setting, &app.ids, actor, vec![enrolling]).await?;
    tx.commit().await?;
    let roster = booked.into_iter().next().expect("one entry was booked");
    Shown::of(&setting.tree, unit, roster)
}
