//! `POST /policy-documents`

use crate::TestApp;
use crate::city::{campaign_in, document_in, figure, figure_of, issue, set_up, with};
use serde_json::json;

#[tokio::test]
async fn a_document_counts_for_its_unit_and_an_offices_for_the_city() {
    let app = TestApp::new().await;
    set_up(&app, campaign_in("XD-1")).await;
    let of_district = json!({ "issuer": "张店区", "nature": "policy", "campaign": "XD-1" });
    let issued = issue(&app, with(document_in("张政办字〔2023〕1号"), of_district)).await;
    assert_eq!(issued["unit"]["code"], "370303");
    assert_eq!(issued["campaign"]["code"], "XD-1");
    let of_city = issue(&app, document_in("淄办发（2023）2号")).await;
    assert_eq!(of_city["number"], "淄办发〔2023〕2号");
    assert_eq!(of_city["issuer"], "市委办公室");
    assert_eq!(of_city["unit"]["code"], "370300");
    assert_eq!(figure(&app, "campaign_policy_documents").await, 2);
    let district = figure_of(&app, "campaign_policy_documents", "370303", "2023-06").await;
    assert_eq!(district, 1);
}

#[tokio::test]
async fn a_number_belongs_to_one_document_however_it_is_written() {
    let app = TestApp::new().await;
    issue(&app, document_in("淄办发〔2023〕2号")).await;
    let again = document_in("淄办发[2023] 2号");
    let refused = app.as_bureau().post("/policy-documents", again).await;
    let problem = refused.refused(409, "policy_documents.number_taken");
    assert_eq!(problem["params"]["number"], "淄办发〔2023〕2号");
}

#[tokio::test]
async fn what_is_wrong_is_refused() {
    let app = TestApp::new().await;
    let blank = with(document_in(" "), json!({ "name": "" }));
    let refused = app.as_bureau().post("/policy-documents", blank).await;
    refused.refused_fields(&[("number", "field.empty"), ("name", "field.empty")]);
    let unknown = with(document_in("1号"), json!({ "campaign": "XD-9" }));
    let refused = app.as_bureau().post("/policy-documents", unknown).await;
    refused.refused_fields(&[("campaign", "policy_documents.campaign_unknown")]);
    let later = with(document_in("1号"), json!({ "issued_on": "2023-07-01" }));
    let refused = app.as_bureau().post("/policy-documents", later).await;
    refused.refused(422, "ledger.date_in_future");
    let refused = app
        .as_reader()
        .post("/policy-documents", document_in("1号"))
        .await;
    refused.refused(403, "session.permission_missing");
}
