//! The endpoints and imports of this crate, on whichever engine the tests run.
#![expect(clippy::unwrap_used, reason = "a failing test says where")]

mod campaign_with_goals;
mod city;
mod create_activity;
mod create_campaign;
mod create_meeting;
mod create_policy_document;
mod delete_campaign;
mod get_activity;
mod get_campaign;
mod get_policy_document;
mod import_activities;
mod import_campaign_goals;
mod import_campaigns;
mod import_meetings;
mod import_policy_documents;
mod list_activities;
mod list_campaigns;
mod list_meetings;
mod list_policy_documents;
mod records_of;
mod reverse_activity;
mod reverse_meeting;
mod reverse_policy_document;
mod undo_import;
mod update_activity;
mod update_campaign;
mod update_policy_document;
mod workbooks;

pub(crate) use city::TestApp;
