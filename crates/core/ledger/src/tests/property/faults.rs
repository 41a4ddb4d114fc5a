//! The property must be able to fail: each planted fault is found by the same random
//! histories that find nothing in sound books.

use super::live;
use super::steps::{Step, histories};
use crate::planted::{Fault, with};
use crate::tests::place::run;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};

/// Within this many histories a fault must show.
const HISTORIES: u32 = 200;

/// What the random histories find with `fault` planted.
fn found_with(fault: Fault) -> String {
    let config = Config {
        cases: HISTORIES,
        failure_persistence: None,
        max_shrink_iters: 0,
        ..Config::default()
    };
    // The same histories in every run: what is shown here must not depend on luck.
    let dice = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, dice);
    let result = runner.run(&histories(), |(first, steps): (i32, Vec<Step>)| {
        with(fault, || run(live(first, &steps)))
    });
    match result {
        Err(TestError::Fail(reason, _)) => reason.message().to_owned(),
        other => panic!("{fault:?} was not found: {other:?}"),
    }
}

#[test]
fn a_reversal_that_counts_where_it_is_booked_is_found() {
    let found = found_with(Fault::ReversalWhereBooked);
    assert!(found.contains("evaluator:"), "{found}");
}

#[test]
fn a_state_reversal_that_only_negates_is_found() {
    let found = found_with(Fault::NegatedState);
    assert!(found.contains("evaluator:"), "{found}");
}

#[test]
fn a_city_that_is_the_sum_of_its_children_is_found() {
    let found = found_with(Fault::SumOfChildren);
    assert!(found.contains("evaluator:"), "{found}");
}

#[test]
fn months_that_go_back_are_found() {
    let found = found_with(Fault::MonthGoesBack);
    assert!(
        found.contains("evaluator:") || found.contains("goes back"),
        "{found}"
    );
}
