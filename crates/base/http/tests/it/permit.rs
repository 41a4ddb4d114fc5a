//! Nobody, a stranger, and who may.

use crate::client::*;

#[tokio::test]
async fn nobody_is_asked_to_sign_in() {
    let (status, code, _) = refusal_of(get_request("/api/doors")).await;
    assert_eq!((status, code.as_str()), (401, "session.required"));
    let (status, code, _) = refusal_of(get_request("/api/me")).await;
    assert_eq!((status, code.as_str()), (401, "session.required"));
}

#[tokio::test]
async fn a_stranger_is_told_which_permission_is_missing() {
    let request = by(&["doors.read"], false, post_json("/api/doors", "{}"));
    let (status, code, body) = refusal_of(request).await;
    assert_eq!((status, code.as_str()), (403, "session.permission_missing"));
    assert_eq!(body["params"]["permission"], "doors.open");
}

#[tokio::test]
async fn who_holds_the_permission_comes_in() {
    let response = send(by(&["doors.read"], false, get_request("/api/doors"))).await;
    assert_eq!(body_of(response).await, "联系人 012");
}

#[tokio::test]
async fn a_held_account_may_only_look_after_its_session() {
    let (status, code, _) = refusal_of(by(&["doors.read"], true, get_request("/api/doors"))).await;
    assert_eq!(
        (status, code.as_str()),
        (403, "orgs.password_change_required")
    );
    let response = send(by(&["doors.read"], true, get_request("/api/me"))).await;
    assert_eq!(response.status(), 200);
}
