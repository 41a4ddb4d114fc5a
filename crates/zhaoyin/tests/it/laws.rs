//! Laws over every operation: each names its permission, and means it.

use crate::TestApp;
use axum::http::Method;
use orgs::Role;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use testkit::Client;
use zhaoyin::router::{api_document, permissions};

/// Operations that ask for nothing. Reviewed: each must be safe for anybody on the net.
const OPEN: [&str; 1] = ["post /session"];

/// Operations for whoever is signed in. Reviewed: each must touch one's own session only.
const SESSION_ONLY: [&str; 3] = ["get /session", "delete /session", "post /session/password"];

struct Operation {
    method: Method,
    /// Below `/api/v1`, with something in the place of every parameter.
    path: String,
    /// `post /session`.
    name: String,
    /// What its document says: none is open, empty is for whoever is signed in.
    permission: Option<String>,
}

fn operations() -> Vec<Operation> {
    let api = serde_json::to_value(api_document()).unwrap();
    let mut found = Vec::new();
    for (path, item) in api["paths"].as_object().unwrap() {
        let path = path
            .strip_prefix("/api/v1")
            .expect("all lies under /api/v1");
        for (method, operation) in item.as_object().unwrap() {
            let Ok(method_of) = method.to_uppercase().parse::<Method>() else {
                continue;
            };
            if !["get", "post", "put", "patch", "delete"].contains(&method.as_str()) {
                continue;
            }
            let permission = operation.get("security").map(|security| {
                let scopes = security[0]["session"]
                    .as_array()
                    .expect("the scheme is session");
                assert!(
                    scopes.len() <= 1,
                    "{method} {path} names several permissions"
                );
                scopes
                    .first()
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            });
            found.push(Operation {
                method: method_of,
                path: filled(path),
                name: format!("{method} {path}"),
                permission,
            });
        }
    }
    found
}

/// `/units/{code}` becomes `/units/1`.
fn filled(path: &str) -> String {
    let parts = path
        .split('/')
        .map(|part| if part.starts_with('{') { "1" } else { part });
    parts.collect::<Vec<_>>().join("/")
}

async fn call<C: testkit::City>(client: &Client<'_, C>, operation: &Operation) -> testkit::Answer {
    let body = (operation.method != Method::GET).then(|| json!({}));
    client
        .call(operation.method.clone(), &operation.path, body)
        .await
}

#[test]
fn every_operation_says_what_it_asks_for() {
    let named = |wanted: Option<&str>| -> BTreeSet<String> {
        operations()
            .into_iter()
            .filter(|operation| operation.permission.as_deref() == wanted)
            .map(|operation| operation.name)
            .collect()
    };
    assert_eq!(named(None), OPEN.map(str::to_owned).into());
    assert_eq!(named(Some("")), SESSION_ONLY.map(str::to_owned).into());
}

#[tokio::test]
async fn nobody_is_let_into_any_operation() {
    let app = TestApp::new().await;
    for operation in operations()
        .iter()
        .filter(|operation| operation.permission.is_some())
    {
        let answer = call(&app.nobody(), operation).await;
        assert_eq!(answer.status, 401, "{}: {answer}", operation.name);
        answer.refused(401, "session.required");
    }
}

#[tokio::test]
async fn every_operation_asks_each_role_for_the_permission_that_it_names() {
    let app = TestApp::new().await;
    let clients = [
        (Role::Administrator, app.as_administrator()),
        (Role::Bureau, app.as_bureau()),
        (Role::District, app.as_district("370303")),
        (Role::Reader, app.as_reader()),
    ];
    for operation in operations() {
        let Some(permission) = operation
            .permission
            .as_deref()
            .filter(|text| !text.is_empty())
        else {
            continue;
        };
        for (role, client) in &clients {
            let answer = call(client, &operation).await;
            if role.permissions().any(|held| held.0 == permission) {
                let is_missing =
                    answer.status == 403 && answer.json()["code"] == "session.permission_missing";
                assert!(!is_missing, "{role:?} {}: {answer}", operation.name);
                assert_ne!(answer.status, 401, "{role:?} {}: {answer}", operation.name);
                assert_ne!(answer.status, 500, "{role:?} {}: {answer}", operation.name);
            } else {
                let problem = answer.refused(403, "session.permission_missing");
                assert_eq!(
                    problem["params"]["permission"], permission,
                    "{} asks for another permission than it names",
                    operation.name
                );
            }
        }
    }
}

#[test]
fn every_permission_is_held_by_a_role_and_asked_for_by_an_operation() {
    let declared: BTreeSet<&str> = permissions()
        .iter()
        .map(|permission| permission.0)
        .collect();
    let asked: BTreeSet<String> = operations()
        .into_iter()
        .filter_map(|operation| operation.permission)
        .filter(|permission| !permission.is_empty())
        .collect();
    let asked: BTreeSet<&str> = asked.iter().map(String::as_str).collect();
    assert_eq!(
        declared, asked,
        "declared by slices, asked for by operations"
    );
    let held: BTreeSet<&str> = orgs::permission_names().collect();
    let unheld: Vec<&&str> = declared.difference(&held).collect();
    assert!(unheld.is_empty(), "no role holds {unheld:?}");
}

#[test]
fn the_administrator_of_accounts_sees_no_business_data() {
    let held: BTreeSet<&str> = Role::Administrator
        .permissions()
        .map(|held| held.0)
        .collect();
    let expected = [
        "accounts.read",
        "accounts.write",
        "divisions.read",
        "units.read",
    ];
    assert_eq!(held, expected.into());
}

#[test]
fn operations_are_called_verb_and_resource_and_no_two_alike() {
    let api = serde_json::to_value(api_document()).unwrap();
    let mut names = BTreeSet::new();
    for item in api["paths"].as_object().unwrap().values() {
        for operation in item.as_object().unwrap().values() {
            if let Some(name) = operation["operationId"].as_str() {
                assert!(name.contains('_'), "{name}");
                assert!(names.insert(name.to_owned()), "{name} occurs twice");
                assert!(operation["tags"][0].is_string(), "{name} has no tag");
                assert!(operation["summary"].is_string(), "{name} is not described");
            }
        }
    }
}

#[test]
fn the_committed_document_is_fresh() {
    let committed = include_str!("../../../../docs/api/openapi.json");
    let fresh = api_document().to_pretty_json().unwrap();
    assert!(
        committed.trim_end() == fresh,
        "docs/api/openapi.json is stale: `make gen` writes it anew"
    );
}
