//! What comes in: JSON, the query, the path, a file's bytes. Each refuses with a
//! [`Problem`](crate::Problem) that names the place.

mod body;
mod json;
mod path;
mod place;
mod query;
mod upload;

pub use json::{JSON_LIMIT, Json};
pub use path::FromPath;
pub use query::Query;
pub use upload::{UPLOAD_LIMIT, Upload};

pub(crate) use place::FIELD_CODES;
