//! The part of an address after the question mark.

use super::place;
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// The query, as a struct. A list takes two, `Query<FundQuery>` and `Query<PageQuery>`,
/// because flattening one into the other loses numbers.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match axum::extract::Query::from_request_parts(parts, state).await {
            Ok(axum::extract::Query(value)) => Ok(Self(value)),
            Err(rejection) => {
                let text = rejection.body_text();
                // "Failed to deserialize query string: limit: invalid digit found in string"
                let rest = text
                    .split_once(": ")
                    .map_or(text.as_str(), |(_, rest)| rest);
                Err(match rest.split_once(": ") {
                    Some((path, message)) if !path.contains(' ') => place::misshapen(path, message),
                    _ => place::misshapen("", rest),
                })
            }
        }
    }
}
