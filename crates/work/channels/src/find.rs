//! Platforms and opportunities among what can be found by name.

use crate::model::{OpportunityId, PlatformId};
use crate::permits::{ReadOpportunities, ReadPlatforms};
use desk::TableFinder;
use http_base::Permit;

/// Finds platforms and opportunities by name and code.
pub const FINDERS: [TableFinder; 2] = [
    TableFinder {
        kind: "platform",
        permission: ReadPlatforms::PERMISSION,
        id: |key| PlatformId::new(key).to_string(),
        columns: "id, code, name, '' AS aliases, code AS note, unit_id, \
                  CAST(NULL AS BIGINT) AS joint_unit_id",
        table: "platforms",
        gone: "removed_at",
    },
    TableFinder {
        kind: "opportunity",
        permission: ReadOpportunities::PERMISSION,
        id: |key| OpportunityId::new(key).to_string(),
        columns: "id, code, name, '' AS aliases, category AS note, unit_id, \
                  CAST(NULL AS BIGINT) AS joint_unit_id",
        table: "opportunities",
        gone: "removed_at",
    },
];
