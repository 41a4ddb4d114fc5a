//! Random histories: every figure of the books against the independent evaluator.

mod city;
mod compare;
mod driver;
mod faults;
mod kinds;
mod steps;
mod words;

use super::place::run;
use crate::{replay, verify};
use driver::Driver;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use steps::{Step, histories};

/// How many histories, unless `PROPTEST_CASES` says otherwise; a server takes longer for
/// each than a file.
const CASES_IN_FILES: u32 = 48;
const CASES_ON_SERVER: u32 = 10;

fn config() -> Config {
    Config {
        cases: std::env::var("PROPTEST_CASES")
            .ok()
            .and_then(|cases| cases.parse().ok())
            .unwrap_or(match std::env::var("TEST_DATABASE_URL") {
                Ok(_) => CASES_ON_SERVER,
                Err(_) => CASES_IN_FILES,
            }),
        failure_persistence: None,
        max_shrink_iters: 400,
        ..Config::default()
    }
}

/// Lives one history through and compares.
async fn live(first: i32, steps: &[Step]) -> Result<(), TestCaseError> {
    let mut driver = Driver::new(first).await;
    let found = lived(&mut driver, steps).await;
    driver.place.gone().await;
    found
}

async fn lived(driver: &mut Driver, steps: &[Step]) -> Result<(), TestCaseError> {
    let refused = |refused: driver::Refused| TestCaseError::fail(format!("{refused:?}"));
    for step in steps {
        driver.take(*step).await.map_err(refused)?;
    }
    driver.flush().await.map_err(refused)?;
    if let Some(difference) = compare::difference(driver).await {
        return Err(TestCaseError::fail(difference));
    }
    let verified = verify(driver.place.database.reader(), &driver.books)
        .await
        .map_err(|fault| TestCaseError::fail(format!("verify: {fault}")))?;
    if let Some(finding) = verified.findings.first() {
        return Err(TestCaseError::fail(format!("verify: {finding}")));
    }
    let replayed = replay(
        &driver.place.database,
        &driver.books,
        crate::tests::town::at(),
    )
    .await
    .map_err(|fault| TestCaseError::fail(format!("replay: {fault}")))?;
    if replayed.differed > 0 {
        return Err(TestCaseError::fail(format!("{replayed:?}")));
    }
    Ok(())
}

#[test]
fn every_figure_of_any_history_is_what_the_evaluator_says() {
    let mut runner = TestRunner::new(config());
    let result = runner.run(&histories(), |(first, steps)| run(live(first, &steps)));
    if let Err(failure) = result {
        panic!("{failure}");
    }
}
