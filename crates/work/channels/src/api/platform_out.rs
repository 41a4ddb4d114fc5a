//! How replies show a platform.

use super::recognition_out::RecognitionOut;
use crate::model::{Components, Platform, PlatformId};
use crate::ops::{ListedPlatform, PlatformView};
use kernel::Instant;
use orgs::UnitRef;
use serde::Serialize;

/// A platform in a list.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct PlatformItem {
    /// Its id, `plf_…`.
    #[schema(value_type = String)]
    id: PlatformId,
    /// Its code.
    code: String,
    /// Its name.
    name: String,
    /// The responsible unit.
    unit: UnitRef,
    /// The day it was founded.
    founded_on: String,
    /// The day it was closed.
    closed_on: Option<String>,
    /// What it has of the six components (假定).
    components: Components,
    /// How many of the six it has.
    component_count: usize,
    /// How many projects it brought.
    projects: i64,
    /// When its record was last written.
    #[schema(value_type = String)]
    updated_at: Instant,
}

impl PlatformItem {
    fn of(platform: Platform, unit: UnitRef) -> Self {
        Self {
            id: platform.id,
            code: platform.code,
            name: platform.name,
            unit,
            founded_on: platform.founded_on.to_string(),
            closed_on: platform.closed_on.map(|day| day.to_string()),
            component_count: platform.components.count(),
            components: platform.components,
            projects: platform.projects,
            updated_at: platform.updated_at,
        }
    }
}

impl From<ListedPlatform> for PlatformItem {
    fn from(listed: ListedPlatform) -> Self {
        Self::of(listed.platform, listed.unit)
    }
}

/// A platform with what was recognised of it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
pub(super) struct PlatformOut {
    #[serde(flatten)]
    platform: PlatformItem,
    /// What was recognised, in the order of the journal; what was taken back is among it.
    recognitions: Vec<RecognitionOut>,
}

impl From<PlatformView> for PlatformOut {
    fn from(view: PlatformView) -> Self {
        let recognitions = view.recognitions.into_iter();
        Self {
            platform: PlatformItem::of(view.platform, view.unit),
            recognitions: recognitions.map(RecognitionOut::from).collect(),
        }
    }
}
