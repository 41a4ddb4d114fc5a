//! Activities, campaigns and policy documents among what can be found by name.

use crate::model::{ActivityId, CampaignId, PolicyDocumentId};
use crate::permits::{ReadActivities, ReadCampaigns, ReadPolicyDocuments};
use desk::TableFinder;
use http_base::Permit;

/// Finds activities, campaigns and policy documents by name and code or number. Of an
/// activity with many organisers the first two find it.
pub const FINDERS: [TableFinder; 3] = [
    TableFinder {
        kind: "activity",
        permission: ReadActivities::PERMISSION,
        id: |key| ActivityId::new(key).to_string(),
        columns: "id, code, name, '' AS aliases, kind AS note, \
                  (SELECT o.unit_id FROM activity_organisers o \
                   WHERE o.activity_id = activities.id AND o.n = 1) AS unit_id, \
                  (SELECT o.unit_id FROM activity_organisers o \
                   WHERE o.activity_id = activities.id AND o.n = 2) AS joint_unit_id",
        table: "activities",
        gone: "reversed_by",
    },
    TableFinder {
        kind: "campaign",
        permission: ReadCampaigns::PERMISSION,
        id: |key| CampaignId::new(key).to_string(),
        columns: "id, code, name, '' AS aliases, code AS note, \
                  CAST(NULL AS BIGINT) AS unit_id, CAST(NULL AS BIGINT) AS joint_unit_id",
        table: "campaigns",
        gone: "removed_at",
    },
    TableFinder {
        kind: "policy_document",
        permission: ReadPolicyDocuments::PERMISSION,
        id: |key| PolicyDocumentId::new(key).to_string(),
        columns: "id, number AS code, name, '' AS aliases, number AS note, unit_id, \
                  CAST(NULL AS BIGINT) AS joint_unit_id",
        table: "policy_documents",
        gone: "reversed_by",
    },
];
