//! Names and references for lines of the journal.

use crate::TestApp;
use crate::city::{funds_in, project_in, recognise, record, register};
use ledger::{Source, Subject};
use projects::{FundId, MilestoneId, ProjectId, records_of};

fn source(kind: &str, id: i64) -> Source {
    Source {
        kind: kind.to_owned(),
        id,
    }
}

#[tokio::test]
async fn subjects_are_named_and_sources_lead_to_their_papers() {
    let app = TestApp::new().await;
    let id = register(&app, project_in("P-1")).await;
    let signed = recognise(&app, &id, "signed", "2023-06-02").await;
    let fund = record(&app, funds_in(&id, "PZ-1")).await;
    let fund: FundId = fund["id"].as_str().unwrap().parse().unwrap();
    let milestone = signed["milestones"][0]["id"].as_str().unwrap();
    let milestone: MilestoneId = milestone.parse().unwrap();
    let project: ProjectId = id.parse().unwrap();
    let subjects = [
        Subject::new("project", project.key()),
        Subject::new("unit", 1),
    ];
    let sources = [
        source("fund", fund.key()),
        source("milestone", milestone.key()),
        source("import", 5),
    ];
    let reader = app.app.database.reader();
    let records = records_of(reader, &subjects, &sources).await.unwrap();
    let named = records.project(&subjects[0]).unwrap();
    assert_eq!((named.id, named.code.as_str()), (project, "P-1"));
    assert_eq!(records.project(&subjects[1]), None);
    assert_eq!(records.reference("fund", fund.key()), Some("PZ-1"));
    assert_eq!(
        records.reference("milestone", milestone.key()),
        Some("HT-P-1")
    );
    assert_eq!(records.reference("import", 5), None);
}
