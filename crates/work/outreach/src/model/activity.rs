//! An activity: typed, checked, and as the register holds it.

use super::booked::{Booked, Reversal};
use super::text;
use super::words::{ActivityKind, LeaderRank};
use chrono::NaiveDate;
use kernel::{Entity, Fields, Id, Instant};
use orgs::UnitTree;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of an [`Activity`].
pub type ActivityId = Id<Activity>;

/// An activity as typed into a form or a workbook, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewActivity {
    /// Its code.
    pub code: String,
    /// Its sort.
    pub kind: ActivityKind,
    /// Its name.
    pub name: String,
    /// Its first day.
    pub begins_on: NaiveDate,
    /// Its last day, where it took several.
    pub ends_on: Option<NaiveDate>,
    /// Where it was held: divisions, by code or name.
    pub places: Vec<String>,
    /// Who held it: units, by code or name; the first leads.
    pub organisers: Vec<String>,
    /// The rank of who led it.
    pub leader: LeaderRank,
    /// Who called it: an office, never a person.
    pub convener: Option<String>,
    /// The campaign it belongs to, by code.
    pub campaign: Option<String>,
    /// The industrial chain it was about, as given.
    pub chain: Option<String>,
}

/// An activity that passed the checks of its own fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityRecord {
    /// The code that people and workbooks use, unique among those that stand.
    pub code: String,
    /// Its sort.
    pub kind: ActivityKind,
    /// Its name.
    pub name: String,
    /// Its first day, on which it counts.
    pub begins_on: NaiveDate,
    /// Its last day, where it took several.
    pub ends_on: Option<NaiveDate>,
    /// The codes of the divisions where it was held.
    pub places: Vec<String>,
    /// The units that held it; the first leads. They share one record.
    pub organisers: Vec<i64>,
    /// The rank of who led it.
    pub leader: LeaderRank,
    /// Who called it.
    pub convener: Option<String>,
    /// The code of the campaign it belongs to.
    pub campaign: Option<String>,
    /// The industrial chain it was about, as given.
    pub chain: Option<String>,
}

/// An activity as it stands now, or stood before it was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Its key; also its subject's in the journal.
    pub id: ActivityId,
    /// What it was.
    pub record: ActivityRecord,
    /// Its place in the books.
    pub booked: Booked,
    /// How it was taken back, if it was.
    pub reversal: Option<Reversal>,
    /// How often its record was written, from 1.
    pub revision: i32,
    /// When its record was last written.
    pub updated_at: Instant,
}

impl Entity for Activity {
    const PREFIX: &'static str = "act";
}

/// What is to change of an activity; what is absent stays. Only what no fact carries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivityChange {
    /// Its name.
    pub name: Option<String>,
    /// Its last day; none takes it away.
    pub ends_on: Option<Option<NaiveDate>>,
    /// Where it was held.
    pub places: Option<Vec<String>>,
    /// Who called it; an empty text takes it away.
    pub convener: Option<String>,
    /// The campaign it belongs to, by code; an empty text takes it away.
    pub campaign: Option<String>,
    /// The industrial chain; an empty text takes it away.
    pub chain: Option<String>,
}

/// The codes of fields that checking an activity refuses.
pub(crate) const FIELD_CODES: &[&str] = &[
    "activities.campaign_unknown",
    "activities.ends_before_begin",
    "activities.organiser_twice",
    "activities.place_twice",
    "field.empty",
    "field.too_long",
    "field.too_many",
    "orgs.division_ambiguous",
    "orgs.division_unknown",
    "orgs.unit_unknown",
];

/// The most places or organisers of one activity.
const MOST: usize = 30;

/// Checks a typed activity against the city's units; that its campaign exists is the
/// caller's to check.
pub(crate) fn check_activity(
    wrong: &mut Fields,
    tree: &UnitTree,
    new: &NewActivity,
) -> Option<ActivityRecord> {
    text::counted(wrong, "places", &new.places, MOST);
    text::counted(wrong, "organisers", &new.organisers, MOST);
    let mut places = Vec::new();
    for place in new.places.iter().take(MOST) {
        match text::division(wrong, "places", place) {
            Some(code) if places.contains(&code) => {
                wrong.refuse("places", "activities.place_twice", json!({ "name": place }));
            }
            Some(code) => places.push(code),
            None => {}
        }
    }
    let mut organisers = Vec::new();
    for organiser in new.organisers.iter().take(MOST) {
        match text::unit(wrong, tree, "organisers", organiser) {
            Some(unit) if organisers.contains(&unit) => wrong.refuse(
                "organisers",
                "activities.organiser_twice",
                json!({ "name": organiser }),
            ),
            Some(unit) => organisers.push(unit),
            None => {}
        }
    }
    if new.ends_on.is_some_and(|last| last < new.begins_on) {
        wrong.refuse("ends_on", "activities.ends_before_begin", json!({}));
    }
    let campaign = new
        .campaign
        .as_deref()
        .filter(|text| !text.trim().is_empty());
    let record = ActivityRecord {
        code: text::code(wrong, "code", &new.code),
        kind: new.kind,
        name: text::name(wrong, "name", &new.name),
        begins_on: new.begins_on,
        ends_on: new.ends_on.filter(|last| *last != new.begins_on),
        places,
        organisers,
        leader: new.leader,
        convener: text::optional(wrong, "convener", new.convener.as_deref()),
        campaign: campaign.map(|code| text::code(wrong, "campaign", code)),
        chain: text::optional(wrong, "chain", new.chain.as_deref()),
    };
    wrong.is_clean().then_some(record)
}

impl ActivityRecord {
    /// As it would be typed anew.
    pub fn typed(&self, tree: &UnitTree) -> NewActivity {
        let unit = |key: &i64| tree.by_key(*key).map(|unit| unit.code.clone());
        NewActivity {
            code: self.code.clone(),
            kind: self.kind,
            name: self.name.clone(),
            begins_on: self.begins_on,
            ends_on: self.ends_on,
            places: self.places.clone(),
            organisers: self.organisers.iter().filter_map(unit).collect(),
            leader: self.leader,
            convener: self.convener.clone(),
            campaign: self.campaign.clone(),
            chain: self.chain.clone(),
        }
    }
}

impl ActivityChange {
    /// `typed` with this change made.
    pub(crate) fn onto(self, typed: NewActivity) -> NewActivity {
        NewActivity {
            name: self.name.unwrap_or(typed.name),
            ends_on: self.ends_on.unwrap_or(typed.ends_on),
            places: self.places.unwrap_or(typed.places),
            convener: self.convener.or(typed.convener),
            campaign: self.campaign.or(typed.campaign),
            chain: self.chain.or(typed.chain),
            ..typed
        }
    }
}

#[cfg(test)]
mod tests;
