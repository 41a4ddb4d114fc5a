//! A campaign for whoever computes what it has reached.

use super::CampaignRefusal;
use crate::model::Campaign;
use crate::store::{self, CampaignKey};
use db::ConnectionTrait;
use kernel::Outcome;

/// The campaign with this code and its goals, for the command line and for slices that
/// compute the values reached. It belongs to no unit, so no scope is asked for.
///
/// # Errors
/// [`CampaignRefusal::Unknown`].
pub async fn campaign_with_goals<C: ConnectionTrait>(
    connection: &C,
    code: &str,
) -> Outcome<Campaign> {
    let key = CampaignKey::Codes(vec![code.to_owned()]);
    let found = store::load_campaigns(connection, &key).await?.pop();
    Ok(found.ok_or(CampaignRefusal::Unknown)?)
}
