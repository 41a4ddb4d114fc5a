//! The steps of the schema, of all slices, in one list.

use db::Migration;

/// Every step. Numbers are handed out globally: orgs 1 to 9, ledger 10 to 19, intake 20 to
/// 29, companies 30 to 39 and 90 to 99, projects 40 to 49 and 100 to 109, dispatch 60 to 69,
/// outreach 110 to 119, channels 120 to 129, care 130 to 139, desk 140 to 149.
pub fn migrations() -> Vec<Migration> {
    let mut steps = [
        orgs::MIGRATIONS,
        ledger::MIGRATIONS,
        intake::MIGRATIONS,
        companies::MIGRATIONS,
        projects::MIGRATIONS,
        dispatch::MIGRATIONS,
        outreach::MIGRATIONS,
        channels::MIGRATIONS,
        care::MIGRATIONS,
        desk::MIGRATIONS,
    ]
    .concat();
    steps.sort_by_key(|step| step.number);
    steps
}
