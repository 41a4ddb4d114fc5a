//! All that is served: the API of every slice, its document, the web client, and what a
//! supervisor asks.

use crate::{open, schema, web};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use http_base::{App, Drain, document, edge};
use kernel::Permission;
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::{Config, SwaggerUi};

/// The endpoints of every slice.
pub fn slices() -> OpenApiRouter<App> {
    OpenApiRouter::default()
        .merge(orgs::routes())
        .merge(intake::routes())
        .merge(desk::routes())
        .merge(companies::routes())
        .merge(projects::routes())
        .merge(outreach::routes())
        .merge(channels::routes())
        .merge(care::routes())
        .merge(dispatch::routes())
}

/// Every permission that any slice asks for.
pub fn permissions() -> Vec<Permission> {
    [
        orgs::PERMISSIONS,
        intake::PERMISSIONS,
        desk::PERMISSIONS,
        companies::PERMISSIONS,
        projects::PERMISSIONS,
        outreach::PERMISSIONS,
        channels::PERMISSIONS,
        care::PERMISSIONS,
        dispatch::PERMISSIONS,
    ]
    .concat()
}

/// Every code that anything can refuse with, for the list that the client translates.
pub fn codes() -> Vec<&'static str> {
    let mut codes = [
        http_base::codes(),
        orgs::codes(),
        intake::codes(),
        desk::codes(),
        companies::codes(),
        projects::codes(),
        outreach::codes(),
        channels::codes(),
        care::codes(),
        dispatch::codes(),
        open::importers().codes(),
    ]
    .concat();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The OpenAPI document of the whole API.
pub fn api_document() -> OpenApi {
    api().1
}

/// Everything, with the edge around it. `drain` knows the writes under way.
pub fn router(app: &App, drain: &Drain) -> Router {
    let (routes, api) = api();
    let docs = SwaggerUi::new("/api/docs")
        .config(Config::default().validator_url("none"))
        .url("/api/openapi.json", api);
    let routes = routes
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .fallback(web::serve)
        .with_state(app.clone())
        .merge(docs);
    let routes = routes.layer(from_fn_with_state(app.clone(), intake::courtesy));
    edge(app, drain, orgs::sessions(app, routes))
}

fn api() -> (Router<App>, OpenApi) {
    let info = InfoBuilder::new()
        .title("Zhaoyin 招引")
        .description(Some(
            "Investment promotion of a city, and the records behind each of its figures.",
        ))
        .version(env!("CARGO_PKG_VERSION"))
        .build();
    let about = OpenApiBuilder::new().info(info).build();
    let (routes, api) = OpenApiRouter::with_openapi(about)
        .nest("/api/v1", slices())
        .split_for_parts();
    let mut api = document(api);
    let codes = utoipa::openapi::extensions::ExtensionsBuilder::new()
        .add("x-problem-codes", codes())
        .build();
    api.extensions = Some(codes);
    (routes, api)
}

/// Whether the database answers and has this binary's schema.
async fn ready(State(app): State<App>) -> StatusCode {
    let newest = schema::migrations().last().map_or(0, |step| step.number);
    match db::schema_number(&app.database).await {
        Ok(number) if number == newest => StatusCode::OK,
        Ok(_) => StatusCode::SERVICE_UNAVAILABLE,
        Err(error) => {
            tracing::error!(%error, "not ready");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
