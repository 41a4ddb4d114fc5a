//! The campaign that a record names by its code.

use crate::store;
use db::ConnectionTrait;
use kernel::{Fields, Outcome};
use serde_json::json;
use std::collections::HashMap;

/// The key of the campaign `code`, by code; one that does not exist is refused with
/// `refusal` in the field `campaign`.
pub(super) async fn known_campaign<C: ConnectionTrait>(
    connection: &C,
    wrong: &mut Fields,
    code: Option<&str>,
    refusal: &str,
) -> Outcome<HashMap<String, i64>> {
    let keys = store::campaign_keys(connection, code).await?;
    if let Some(code) = code.filter(|code| !keys.contains_key(*code)) {
        wrong.refuse("campaign", refusal, json!({ "campaign": code }));
    }
    Ok(keys)
}
