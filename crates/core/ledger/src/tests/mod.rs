//! The ledger's tests: each rule as examples, all of them together as histories that are
//! compared with the independent evaluator, and what the tamperer leaves behind.

mod place;
mod property;
mod rules;
mod tampering;
mod town;
