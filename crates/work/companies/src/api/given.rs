//! Fields of a patch that null takes away: what is there, be it null, is given.

use serde::{Deserialize, Deserializer};

/// Reads a field that is there; with `#[serde(default)]` an absent one stays `None`.
pub(super) fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
