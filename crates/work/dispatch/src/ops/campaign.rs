//! The campaign that a text speaks of.

use super::bulletin_text::BulletinRefusal;
use http_base::App;
use kernel::Outcome;
use ledger::Books;
pub(super) async fn campaign_named(_: &App, _: &Books, code: &str) -> Outcome<serde_json::Value> {
    Err(BulletinRefusal::UnknownCampaign {
        campaign: code.to_owned(),
    }
    .into())
}
