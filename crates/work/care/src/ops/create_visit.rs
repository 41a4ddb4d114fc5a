//! Recording a visit.

use super::book_visits::{Visiting, book_visits};
use super::party_of::party_of;
use super::shown::{Shown, unit_in};
use crate::model::{
    LONGEST_CODE, LONGEST_NOTE, LONGEST_OFFICER, Mode, Purpose, Visit, VisitRefusal, code_of,
    optional, required,
};
use crate::permits::WriteVisits;
use crate::store;
use chrono::NaiveDate;
use companies::CompanyId;
use http_base::{Allowed, App};
use intake::Setting;
use kernel::{Fields, Outcome};
use projects::ProjectId;

/// A visit as it was typed.
#[derive(Debug, Clone)]
pub struct NewVisit {
    /// Its code.
    pub code: String,
    /// How one met.
    pub mode: Mode,
    /// What it was for.
    pub purpose: Purpose,
    /// The day.
    pub visited_on: NaiveDate,
    /// The unit that made it, by code or name.
    pub unit: String,
    /// Who made it: a role, never a person's name.
    pub officer: String,
    /// The company.
    pub company: Option<CompanyId>,
    /// The project.
    pub project: Option<ProjectId>,
    /// What was learnt of the progress.
    pub progress: String,
    /// What is needed.
    pub needs: String,
}

/// Records a visit: a fact of the open month.
///
/// # Errors
/// `request.invalid` with every wrong field; an unknown company or project; a day in the
/// future; [`VisitRefusal`].
pub async fn create_visit(
    app: &App,
    actor: &Allowed<WriteVisits>,
    new: NewVisit,
) -> Outcome<Shown<Visit>> {
    let tx = app.database.begin_write().await?;
    ledger::lock_journal(&tx).await?;
    let setting = Setting::load(&tx, app, app.now()).await?;
    let mut wrong = Fields::default();
    let code = required(&mut wrong, "code", &code_of(&new.code), LONGEST_CODE);
    let unit = unit_in(&setting.tree, &actor.scope, &mut wrong, &new.unit);
    let officer = required(&mut wrong, "officer", &new.officer, LONGEST_OFFICER);
    let progress = optional(&mut wrong, "progress", &new.progress, LONGEST_NOTE);
    let needs = optional(&mut wrong, "needs", &new.needs, LONGEST_NOTE);
    wrong.done()?;
    let party = party_of(&tx, &actor.scope, new.company, new.project).await?;
    if party.is_nobody() {
        return Err(VisitRefusal::NobodyVisited.into());
    }
    let opening = setting.days.judge(new.visited_on)?;
    if !store::visits_by_codes(&tx, std::slice::from_ref(&code))
        .await?
        .is_empty()
    {
        return Err(VisitRefusal::CodeTaken { code }.into());
    }
    let visiting = Visiting {
        id: app.ids.id(),
        code,
        mode: new.mode,
        purpose: new.purpose,
        visited_on: new.visited_on,
        opening,
        unit,
        officer,
        party,
        progress,
        needs,
    };
    let booked = book_visits(&tx, &setting, actor, vec![visiting]).await?;
    tx.commit().await?;
    let visit = booked.into_iter().next().expect("one visit was booked");
    Shown::of(&setting.tree, unit, visit)
}
