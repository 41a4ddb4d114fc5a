//! Names for lines of the journal.

use crate::TestApp;
use crate::city::{create, opportunity_in, platform_in};
use channels::records_of;
use ledger::Subject;
use serde_json::json;

#[tokio::test]
async fn subjects_are_named_also_when_they_were_taken_back() {
    let app = TestApp::new().await;
    let platform = create(&app, "/platforms", platform_in("PT-1")).await;
    let opportunity = create(&app, "/opportunities", opportunity_in("CB-1")).await;
    let whole = json!({ "step": "founded", "reason": "误登" });
    let path = format!("/platforms/{platform}/reversal");
    app.as_bureau().post(&path, whole).await.ok(200);
    let subjects = [
        Subject::new(
            "platform",
            platform.parse::<channels::PlatformId>().unwrap().key(),
        ),
        Subject::new(
            "opportunity",
            opportunity
                .parse::<channels::OpportunityId>()
                .unwrap()
                .key(),
        ),
        Subject::new("project", 1),
    ];
    let records = records_of(app.app.database.reader(), &subjects)
        .await
        .unwrap();
    let name = records.name(&subjects[0]).unwrap();
    assert_eq!((&name.id, name.code.as_str()), (&platform, "PT-1"));
    assert_eq!(records.name(&subjects[1]).unwrap().id, opportunity);
    assert_eq!(records.name(&subjects[2]), None);
}
