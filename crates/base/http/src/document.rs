//! What the API document says of every operation, so that no endpoint repeats it.

use crate::problem::Problem;
use utoipa::PartialSchema;
use utoipa::ToSchema;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::{Components, Content, OpenApi, PathItem, Ref, RefOr, Response};

/// The name of the cookie that carries a session, and of the security scheme.
pub const SESSION_COOKIE: &str = "zhaoyin_session";

/// Completes a document collected from endpoints: how one signs in, and that every
/// operation may answer with a problem. Which permission an operation needs stands in its
/// own `security`, as the scope of `session`.
pub fn document(mut api: OpenApi) -> OpenApi {
    let components = api.components.get_or_insert_with(Components::new);
    components.security_schemes.insert(
        "session".to_owned(),
        RefOr::T(SecurityScheme::ApiKey(ApiKey::Cookie(
            ApiKeyValue::with_description(
                SESSION_COOKIE,
                "The scope names the permission that the account's role must hold.",
            ),
        ))),
    );
    let mut schemas = vec![(Problem::name().into_owned(), Problem::schema())];
    Problem::schemas(&mut schemas);
    components.schemas.extend(schemas);
    for item in api.paths.paths.values_mut() {
        for operation in operations(item) {
            operation
                .responses
                .responses
                .insert("default".to_owned(), RefOr::T(refused()));
        }
    }
    api
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut item.get,
        &mut item.put,
        &mut item.post,
        &mut item.delete,
        &mut item.patch,
    ]
    .into_iter()
    .flatten()
}

fn refused() -> Response {
    let content = Content::new(Some(Ref::from_schema_name(Problem::name())));
    let mut response = Response::new("Refused, with a code");
    response
        .content
        .insert("application/problem+json".to_owned(), RefOr::T(content));
    response
}
