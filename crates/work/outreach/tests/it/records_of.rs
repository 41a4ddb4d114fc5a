//! `outreach::records_of`

use crate::TestApp;
use crate::city::{activity_in, document_in, hold, id_of, issue, meet, meeting_in};
use ledger::{Source, Subject};
use outreach::{ActivityId, MeetingId, PolicyDocumentId};
use serde_json::json;

#[tokio::test]
async fn lines_of_the_journal_are_named_also_after_they_were_taken_back() {
    let app = TestApp::new().await;
    let trip = hold(&app, activity_in("A-1")).await;
    let met = meet(&app, id_of(&trip), meeting_in("苏州甲有限公司")).await;
    let issued = issue(&app, document_in("1号")).await;
    let back = format!("/activities/{}/reversal", id_of(&trip));
    let reason = json!({ "reason": "误登记", "with_meetings": true });
    app.as_bureau().post(&back, reason).await.ok(200);
    let activity = id_of(&trip).parse::<ActivityId>().unwrap().key();
    let meeting = id_of(&met).parse::<MeetingId>().unwrap().key();
    let document = id_of(&issued).parse::<PolicyDocumentId>().unwrap().key();
    let subjects = [
        Subject::new("activity", activity),
        Subject::new("document", document),
        Subject::new("project", activity),
    ];
    let source = |kind: &str, id: i64| Source {
        kind: kind.to_owned(),
        id,
    };
    let sources = [
        source("activity", activity),
        source("meeting", meeting),
        source("policy_document", document),
        source("fund", activity),
    ];
    let reader = app.app.database.reader();
    let records = outreach::records_of(reader, &subjects, &sources)
        .await
        .unwrap();
    let name = records.name(&subjects[0]).unwrap();
    assert_eq!(
        (name.id.as_str(), name.code.as_str()),
        (id_of(&trip), "A-1")
    );
    assert_eq!(records.name(&subjects[1]).unwrap().name, "招商引资激励办法");
    assert_eq!(records.name(&subjects[2]), None);
    assert_eq!(records.reference("activity", activity), Some("A-1"));
    assert_eq!(records.reference("meeting", meeting), Some("A-1"));
    assert_eq!(records.reference("policy_document", document), Some("1号"));
    assert_eq!(records.reference("fund", activity), None);
}
