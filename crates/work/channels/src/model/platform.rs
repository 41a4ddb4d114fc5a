//! A platform as the register holds it, and as it is typed.

use super::checks::{LONGEST_NAME, code, required, unit};
use super::component::Components;
use chrono::NaiveDate;
use kernel::{Entity, Fields, Id, Ids, Instant};
use orgs::UnitTree;

/// The key of a [`Platform`].
pub type PlatformId = Id<Platform>;

/// A “六个一” platform as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Platform {
    /// Its key; also its subject's in the journal.
    pub id: PlatformId,
    /// The code that people and workbooks use, unique.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The unit that is responsible for it and has its credit.
    pub unit: i64,
    /// The day it was founded.
    pub founded_on: NaiveDate,
    /// The day it was closed, if it was.
    pub closed_on: Option<NaiveDate>,
    /// What it has of the six components.
    pub components: Components,
    /// How many projects it brought that were not taken back.
    pub projects: i64,
    /// The last day on which it brought one of them.
    pub brought_until: Option<NaiveDate>,
    /// How often its record was written, from 1: tells an undo whether it has changed since.
    pub revision: i32,
    /// When its record was last written.
    pub updated_at: Instant,
}

impl Entity for Platform {
    const PREFIX: &'static str = "plf";
}

/// A platform as typed, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlatform {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The responsible unit, by code or name.
    pub unit: String,
    /// The day it was founded.
    pub founded_on: NaiveDate,
    /// Its components.
    pub components: Components,
}

/// What is to change of a platform; what is absent stays. Unit and founding day stand in
/// the journal and are not among it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlatformChange {
    /// Its name.
    pub name: Option<String>,
    /// Its components; an empty text takes one away.
    pub components: Components,
}

/// A platform that passed the checks of its own fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlatformDraft {
    pub code: String,
    pub name: String,
    pub unit: i64,
    pub founded_on: NaiveDate,
    pub components: Components,
}

/// Checks a typed platform; every wrong field is noted in `wrong`.
pub(crate) fn check_platform(
    wrong: &mut Fields,
    tree: &UnitTree,
    new: &NewPlatform,
) -> Option<PlatformDraft> {
    let code = code(wrong, &new.code);
    let name = required(wrong, "name", &new.name, LONGEST_NAME);
    let unit = unit(wrong, tree, &new.unit);
    let components = new.components.checked(wrong);
    let unit = unit.filter(|_| wrong.is_clean())?;
    Some(PlatformDraft {
        code,
        name,
        unit,
        founded_on: new.founded_on,
        components,
    })
}

/// A new platform's record.
pub(crate) fn fresh_platform(draft: PlatformDraft, ids: &Ids, at: Instant) -> Platform {
    Platform {
        id: ids.id(),
        code: draft.code,
        name: draft.name,
        unit: draft.unit,
        founded_on: draft.founded_on,
        closed_on: None,
        components: draft.components,
        projects: 0,
        brought_until: None,
        revision: 1,
        updated_at: at,
    }
}

impl Platform {
    /// The record as it is written now.
    #[must_use]
    pub(crate) fn written(self, at: Instant) -> Self {
        Self {
            revision: self.revision + 1,
            updated_at: at,
            ..self
        }
    }

    /// As it would be typed anew, its unit by code.
    pub(crate) fn typed(&self, tree: &UnitTree) -> NewPlatform {
        let unit = tree.by_key(self.unit);
        NewPlatform {
            code: self.code.clone(),
            name: self.name.clone(),
            unit: unit.map_or_else(String::new, |unit| unit.code.clone()),
            founded_on: self.founded_on,
            components: self.components.clone(),
        }
    }
}
