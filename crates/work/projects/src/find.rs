//! Projects among what can be found by name.

use crate::model::ProjectId;
use crate::permits::ReadProjects;
use desk::TableFinder;
use http_base::Permit;

/// Finds projects by name, code and investors' names.
pub const FINDER: TableFinder = TableFinder {
    kind: "project",
    permission: ReadProjects::PERMISSION,
    id: |key| ProjectId::new(key).to_string(),
    columns: "id, code, name, investors_text AS aliases, stage AS note, \
              lead_unit_id AS unit_id, joint_unit_id",
    table: "projects",
    gone: "removed_at",
};
