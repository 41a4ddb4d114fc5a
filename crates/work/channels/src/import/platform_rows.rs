//! Judging rows of platforms and of the projects that they brought.

use super::checker::{ChannelChecker, Known, Plan, place_of};
use super::problem::{change, differs, no_open_month, place_only, problem, problems, refused};
use crate::model::{
    COMPONENTS, Components, NewPlatform, Platform, PlatformDraft, PlatformProjectRefusal,
    check_platform, fresh_platform, judge_bringing, judge_platform_closing,
};
use intake::{Change, RowIn, RowProblem, Verdict};
use kernel::Fields;

fn components_of(row: &RowIn) -> Components {
    let mut texts = COMPONENTS
        .iter()
        .map(|spec| row.text(spec.component).map(str::to_owned));
    Components::of(std::array::from_fn(|_| texts.next().flatten()))
}

fn owned(row: &RowIn, field: &str) -> String {
    row.text(field).unwrap_or_default().to_owned()
}

impl ChannelChecker {
    pub(super) fn check_platform(&mut self, row: &RowIn) -> Verdict {
        let Some(founded_on) = row.date("founded_on") else {
            return Verdict::Refused(Vec::new());
        };
        let code = owned(row, "code");
        let components = components_of(row);
        let new = NewPlatform {
            name: owned(row, "name"),
            unit: owned(row, "unit"),
            founded_on,
            components: match self.platforms.get(&code) {
                Some(known) => known.record.components.changed(&components),
                None => components,
            },
            code,
        };
        let mut wrong = Fields::default();
        let Some(draft) = check_platform(&mut wrong, &self.tree, &new) else {
            return problems(row, wrong);
        };
        if let Err(problem) = self.covered("unit", draft.unit) {
            return refused(problem);
        }
        if self.platforms.contains_key(&draft.code) {
            self.change_platform(row, new.unit, draft)
        } else {
            self.register_platform(row, new.unit, draft)
        }
    }

    fn register_platform(&mut self, row: &RowIn, unit: String, draft: PlatformDraft) -> Verdict {
        let Some(days) = self.days() else {
            return refused(no_open_month());
        };
        let founding = match days.judge(draft.founded_on) {
            Ok(opening) => opening,
            Err(refusal) => return refused(problem("founded_on", refusal)),
        };
        let mut record = fresh_platform(draft, &self.ids, self.at);
        let closing = match row.date("closed_on") {
            None => None,
            Some(day) => match judge_platform_closing(&record, day, days) {
                Ok(opening) => Some((day, opening)),
                Err(refusal) => return refused(problem("closed_on", refusal)),
            },
        };
        record.closed_on = row.date("closed_on");
        let plan = Plan::Platform {
            code: record.code.clone(),
            unit,
            founding: Some(founding),
            closing,
        };
        let known = Known {
            fresh: true,
            row: Some(place_only(row)),
            record,
        };
        self.platforms.insert(known.record.code.clone(), known);
        self.plans.insert(place_of(row), plan);
        Verdict::New
    }

    fn change_platform(&mut self, row: &RowIn, unit: String, draft: PlatformDraft) -> Verdict {
        let known = &self.platforms[&draft.code];
        let record = &known.record;
        if let Err(problem) = self.covered("code", record.unit) {
            return refused(problem);
        }
        let closed_on = row.date("closed_on");
        let mut wrong = Vec::new();
        if draft.unit != record.unit {
            wrong.push(differs("unit", &self.unit_name(record.unit)));
        }
        if draft.founded_on != record.founded_on {
            wrong.push(differs("founded_on", &record.founded_on.to_string()));
        }
        if let (Some(_), Some(known)) = (closed_on, record.closed_on)
            && closed_on != record.closed_on
        {
            wrong.push(differs("closed_on", &known.to_string()));
        }
        let mut changes = text_changes(record, &draft);
        let closes = closed_on.filter(|_| record.closed_on.is_none());
        let day = closes.map(|day| day.to_string());
        changes.extend(change("closed_on", None, day.as_deref()));
        if wrong.is_empty() && changes.is_empty() {
            return Verdict::Same;
        }
        if let Some(first) = &known.row {
            return refused(RowProblem::twice("code", first));
        }
        if !wrong.is_empty() {
            return Verdict::Refused(wrong);
        }
        let closing = match (closes, self.days()) {
            (None, _) => None,
            (Some(_), None) => return refused(no_open_month()),
            (Some(day), Some(days)) => match judge_platform_closing(record, day, days) {
                Ok(opening) => Some((day, opening)),
                Err(refusal) => return refused(problem("closed_on", refusal)),
            },
        };
        let plan = Plan::Platform {
            code: draft.code.clone(),
            unit,
            founding: None,
            closing,
        };
        let known = self.platforms.get_mut(&draft.code);
        let known = known.expect("it was found above");
        known.row = Some(place_only(row));
        known.record.name = draft.name;
        known.record.components = draft.components;
        known.record.closed_on = known.record.closed_on.or(closes);
        self.plans.insert(place_of(row), plan);
        Verdict::Changed(changes)
    }

    pub(super) fn check_platform_project(&mut self, row: &RowIn) -> Verdict {
        let (platform, project) = (owned(row, "platform"), owned(row, "project"));
        let Some(brought_on) = row.date("brought_on") else {
            return Verdict::Refused(Vec::new());
        };
        let Some(known) = self.platforms.get(&platform) else {
            return refused(RowProblem::unknown("platform", &platform));
        };
        let Some(found) = self.projects.get(&project) else {
            return refused(RowProblem::unknown("project", &project));
        };
        let lead = found
            .lead
            .map_or(Ok(()), |unit| self.covered("project", unit));
        if let Err(problem) = self.covered("platform", known.record.unit).and(lead) {
            return refused(problem);
        }
        match &found.brought {
            Some(brought) if *brought == (platform.clone(), brought_on) => return Verdict::Same,
            Some((other, day)) => {
                return refused(match &found.row {
                    Some(first) => RowProblem::twice("project", first),
                    None if *other == platform => differs("brought_on", &day.to_string()),
                    None => {
                        let platform = other.clone();
                        problem(
                            "project",
                            PlatformProjectRefusal::Taken { project, platform },
                        )
                    }
                });
            }
            None => {}
        }
        let Some(days) = self.days() else {
            return refused(no_open_month());
        };
        let opening = match judge_bringing(&known.record, brought_on, days) {
            Ok(opening) => opening,
            Err(refusal) => return refused(problem("brought_on", refusal)),
        };
        let found = self.projects.get_mut(&project);
        let found = found.expect("it was found above");
        found.brought = Some((platform.clone(), brought_on));
        found.row = Some(place_only(row));
        let plan = Plan::PlatformProject {
            platform,
            project,
            brought_on,
            opening,
        };
        self.plans.insert(place_of(row), plan);
        Verdict::New
    }
}

/// What a row changes that no fact carries.
fn text_changes(record: &Platform, draft: &PlatformDraft) -> Vec<Change> {
    let name = change("name", Some(&record.name), Some(&draft.name));
    let six = record.components.all().into_iter();
    let six = six.zip(draft.components.all()).zip(&COMPONENTS);
    let six =
        six.filter_map(|((from, to), spec)| change(spec.component, from.as_deref(), to.as_deref()));
    name.into_iter().chain(six).collect()
}
