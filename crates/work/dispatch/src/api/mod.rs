//! One endpoint per file.

pub(crate) mod close_month;
pub(crate) mod create_bulletin;
pub(crate) mod create_bulletin_template;
pub(crate) mod delete_bulletin_template;
pub(crate) mod get_board;
pub(crate) mod get_bulletin;
pub(crate) mod get_bulletin_document;
pub(crate) mod get_bulletin_print;
pub(crate) mod get_campaign_progress;
pub(crate) mod get_fact;
pub(crate) mod get_forecast;
pub(crate) mod get_series;
pub(crate) mod list_bulletin_templates;
pub(crate) mod list_bulletins;
pub(crate) mod list_entries;
pub(crate) mod list_figures;
pub(crate) mod list_indicators;
pub(crate) mod list_months;
pub(crate) mod list_plans;
pub(crate) mod open_month;
pub(crate) mod preview_bulletin;
pub(crate) mod reopen_month;
pub(crate) mod set_plan;
pub(crate) mod update_bulletin_template;

mod bulletin_out;
mod month_out;
mod template_out;
