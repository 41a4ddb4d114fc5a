//! The endpoints, one per file.

mod activity_out;
mod booked_out;
mod campaign_out;
mod create_activity;
mod create_campaign;
mod create_meeting;
mod create_policy_document;
mod delete_campaign;
mod document_out;
mod get_activity;
mod get_campaign;
mod get_policy_document;
mod goal_in;
mod list_activities;
mod list_campaigns;
mod list_meetings;
mod list_policy_documents;
mod meeting_out;
mod reverse_activity;
mod reverse_meeting;
mod reverse_policy_document;
mod update_activity;
mod update_campaign;
mod update_policy_document;

use http_base::App;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The endpoints of activities, meetings, campaigns and policy documents.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(
            list_activities::list_activities,
            create_activity::create_activity
        ))
        .routes(routes!(
            get_activity::get_activity,
            update_activity::update_activity
        ))
        .routes(routes!(reverse_activity::reverse_activity))
        .routes(routes!(create_meeting::create_meeting))
        .routes(routes!(list_meetings::list_meetings))
        .routes(routes!(reverse_meeting::reverse_meeting))
        .routes(routes!(
            list_campaigns::list_campaigns,
            create_campaign::create_campaign
        ))
        .routes(routes!(
            get_campaign::get_campaign,
            update_campaign::update_campaign,
            delete_campaign::delete_campaign
        ))
        .routes(routes!(
            list_policy_documents::list_policy_documents,
            create_policy_document::create_policy_document
        ))
        .routes(routes!(
            get_policy_document::get_policy_document,
            update_policy_document::update_policy_document
        ))
        .routes(routes!(reverse_policy_document::reverse_policy_document))
}
