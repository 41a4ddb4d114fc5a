//! `GET /policy-documents/{id}`

use crate::TestApp;
use crate::city::{document_in, id_of, issue, with};
use serde_json::json;

#[tokio::test]
async fn a_district_sees_the_citys_documents_and_its_own_and_no_other_districts() {
    let app = TestApp::new().await;
    let of_city = issue(&app, document_in("1号")).await;
    let of_district = with(document_in("2号"), json!({ "issuer": "张店区" }));
    let of_district = issue(&app, of_district).await;
    let path = |document| format!("/policy-documents/{}", id_of(document));
    let zhangdian = app.as_district("370303");
    assert_eq!(
        zhangdian.get(&path(&of_city)).await.ok(200)["number"],
        "1号"
    );
    assert_eq!(
        zhangdian.get(&path(&of_district)).await.ok(200)["number"],
        "2号"
    );
    let zichuan = app.as_district("370302");
    zichuan.get(&path(&of_city)).await.ok(200);
    let stranger = zichuan.get(&path(&of_district)).await;
    stranger.refused(404, "policy_documents.unknown");
    let administrator = app.as_administrator().get(&path(&of_city)).await;
    administrator.refused(403, "session.permission_missing");
}
