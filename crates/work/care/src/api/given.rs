//! Telling a field that is null from one that is absent.

use serde::{Deserialize, Deserializer};

/// What is there, be it null, is given.
pub(super) fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}
