//! Who may sign in, and who says so.

use crate::TestApp;
use http_base::Permit;
use serde_json::{Value, json};

async fn id_of(app: &TestApp, login: &str) -> String {
    let accounts = app.as_administrator().get("/accounts").await.ok(200);
    let items = accounts["items"].as_array().unwrap();
    let found = items.iter().find(|account| account["login"] == login);
    found.unwrap()["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_administrator_makes_an_account_with_a_one_time_password() {
    let app = TestApp::new().await;
    let new = json!({
        "login": " Zhang.Dian ", "name": "张店区 联系人 012", "role": "district", "unit_code": "370303",
    });
    let made = app.as_administrator().post("/accounts", new).await.ok(201);
    assert_eq!(made["account"]["login"], "zhang.dian");
    assert_eq!(made["account"]["unit"]["code"], "370303");
    assert_eq!(made["account"]["must_change_password"], true);
    assert_eq!(made["one_time_password"].as_str().unwrap().len(), 23);
    let listed = app.as_administrator().get("/accounts").await.ok(200);
    assert!(
        listed["items"]
            .as_array()
            .unwrap()
            .contains(&made["account"])
    );
    assert!(!listed.to_string().contains("password_hash"));
}

#[tokio::test]
async fn a_new_account_is_refused_with_every_field_at_fault() {
    let app = TestApp::new().await;
    let refused = async |new: Value, fields: &[(&str, &str)]| {
        let answer = app.as_administrator().post("/accounts", new).await;
        answer.refused_fields(fields);
    };
    refused(
        json!({ "login": "有空 格", "name": "", "role": "district" }),
        &[
            ("login", "orgs.login_malformed"),
            ("name", "field.empty"),
            ("unit_code", "orgs.unit_required"),
        ],
    )
    .await;
    refused(
        json!({ "login": "x1", "name": "x".repeat(65), "role": "reader", "unit_code": "nowhere" }),
        &[
            ("name", "field.too_long"),
            ("unit_code", "orgs.unit_unknown"),
        ],
    )
    .await;
    refused(
        json!({ "login": "x1", "name": "x", "role": "bureau", "unit_code": "370303" }),
        &[("unit_code", "orgs.unit_not_allowed")],
    )
    .await;
    refused(
        json!({ "login": "ADMINISTRATOR", "name": "x", "role": "reader" }),
        &[("login", "orgs.login_taken")],
    )
    .await;
    refused(
        json!({ "login": "x1", "name": "x", "role": "king" }),
        &[("role", "field.malformed")],
    )
    .await;
}

#[tokio::test]
async fn an_account_changes_its_role_and_loses_the_unit_with_it() {
    let app = TestApp::new().await;
    app.as_district("370303").get("/session").await.ok(200);
    let path = format!("/accounts/{}", id_of(&app, "district-370303").await);
    let admin = app.as_administrator();
    let moved = admin
        .patch(&path, json!({ "unit_code": "370304" }))
        .await
        .ok(200);
    assert_eq!(moved["unit"]["code"], "370304");
    let promoted = admin
        .patch(&path, json!({ "role": "bureau", "name": "市局" }))
        .await
        .ok(200);
    assert_eq!(promoted["unit"], Value::Null);
    assert_eq!(promoted["name"], "市局");
    let session = app.as_district("370303").get("/session").await.ok(200);
    assert_eq!(
        session["account"]["role"], "bureau",
        "rights follow at once"
    );
    let back = admin.patch(&path, json!({ "role": "district" })).await;
    back.refused_fields(&[("unit_code", "orgs.unit_required")]);
    let empty = admin.patch(&path, json!({ "name": " " })).await;
    empty.refused_fields(&[("name", "field.empty")]);
}

#[tokio::test]
async fn the_last_administrator_and_oneself_keep_their_rights() {
    let app = TestApp::new().await;
    let admin = app.as_administrator();
    let own = format!("/accounts/{}", id_of(&app, "administrator").await);
    for change in [json!({ "disabled": true }), json!({ "role": "bureau" })] {
        admin
            .patch(&own, change)
            .await
            .refused(409, "orgs.own_account");
    }
    admin.patch(&own, json!({ "name": "管理员" })).await.ok(200);
    let reset = admin
        .post(&format!("{own}/one-time-password"), Value::Null)
        .await;
    reset.refused(409, "orgs.own_account");

    // From the command line it would be nobody's own: the last one is kept there too.
    let operator = kernel::Actor::operator([orgs::WriteAccounts::PERMISSION]);
    let operator = http_base::Allowed::check(operator.into()).unwrap();
    let id = id_of(&app, "administrator").await.parse().unwrap();
    let change = orgs::ops::AccountChange {
        disabled: Some(true),
        ..Default::default()
    };
    let refused = orgs::ops::update_account(&app.app, &operator, id, change).await;
    assert_eq!(refused.unwrap_err().code(), Some("orgs.last_administrator"));
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_and_the_lock_lifted() {
    let app = TestApp::new().await;
    app.as_bureau().get("/session").await.ok(200);
    for _ in 0..5 {
        let body = json!({ "login": "bureau", "password": "forgotten it is" });
        app.nobody().post("/session", body).await;
    }
    let path = format!(
        "/accounts/{}/one-time-password",
        id_of(&app, "bureau").await
    );
    let reset = app
        .as_administrator()
        .post(&path, Value::Null)
        .await
        .ok(200);
    app.as_bureau()
        .get("/session")
        .await
        .refused(401, "session.required");
    let body = json!({ "login": "bureau", "password": reset["one_time_password"] });
    let session = app.nobody().post("/session", body).await.ok(200);
    assert_eq!(session["must_change_password"], true);
}

#[tokio::test]
async fn an_account_that_does_not_exist_is_not_found() {
    let app = TestApp::new().await;
    let admin = app.as_administrator();
    for path in [
        "/accounts/acc_0000000000001",
        "/accounts/acc_0000000000001/one-time-password",
    ] {
        let answer = match path.ends_with("password") {
            true => admin.post(path, Value::Null).await,
            false => admin.patch(path, json!({})).await,
        };
        answer.refused(404, "orgs.account_not_found");
    }
    admin
        .patch("/accounts/prj_0000000000001", json!({}))
        .await
        .refused(404, "request.no_such_path");
}

#[tokio::test]
async fn only_the_administrator_sees_and_makes_accounts() {
    let app = TestApp::new().await;
    let id = "acc_0000000000001";
    let (one, reset) = (
        format!("/accounts/{id}"),
        format!("/accounts/{id}/one-time-password"),
    );
    for client in [app.as_bureau(), app.as_district("370303"), app.as_reader()] {
        for answer in [
            client.get("/accounts").await,
            client.post("/accounts", json!({})).await,
            client.patch(&one, json!({})).await,
            client.post(&reset, json!({})).await,
        ] {
            answer.refused(403, "session.permission_missing");
        }
    }
    for answer in [
        app.nobody().get("/accounts").await,
        app.nobody().post("/accounts", json!({})).await,
        app.nobody().patch(&one, json!({})).await,
        app.nobody().post(&reset, json!({})).await,
    ] {
        answer.refused(401, "session.required");
    }
}

#[tokio::test]
async fn accounts_come_in_pages() {
    let app = TestApp::new().await;
    let admin = app.as_administrator();
    for login in ["c1", "a1", "b1"] {
        let new = json!({ "login": login, "name": login, "role": "reader" });
        admin.post("/accounts", new).await.ok(201);
    }
    let first = admin.get("/accounts?limit=2").await.ok(200);
    assert_eq!(first["items"][0]["login"], "a1");
    assert_eq!(first["total"], 4);
    let next = first["next"].as_str().unwrap();
    let rest = admin
        .get(&format!("/accounts?limit=2&after={next}"))
        .await
        .ok(200);
    let logins: Vec<&str> = rest["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|account| account["login"].as_str().unwrap())
        .collect();
    assert_eq!(logins, ["b1", "c1"]);
    assert_eq!(rest["next"], Value::Null);
}

#[tokio::test]
async fn what_is_done_to_accounts_is_in_the_audit_log_and_stays_there() {
    #[derive(db::FromQueryResult)]
    struct Line {
        actor: String,
        action: String,
        subject: String,
    }
    let app = TestApp::new().await;
    let new = json!({ "login": "x1", "name": "x", "role": "reader" });
    app.as_administrator().post("/accounts", new).await.ok(201);
    let sql = "SELECT actor, action, subject FROM audit_log ORDER BY id DESC LIMIT 1";
    let reader = app.app.database.reader();
    let lines: Vec<Line> = db::fetch_all(reader, sql, []).await.unwrap();
    assert_eq!(lines[0].actor, "administrator");
    assert_eq!(lines[0].action, "account.created");
    assert_eq!(lines[0].subject, "x1");
    for statement in ["DELETE FROM audit_log", "UPDATE audit_log SET actor = 'x'"] {
        assert!(
            db::execute(reader, statement, []).await.is_err(),
            "{statement}"
        );
    }
}
