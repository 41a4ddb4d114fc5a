//! A small city and its records, for the tests of the rules.

use super::activity::NewActivity;
use super::words::{ActivityKind, LeaderRank};
use orgs::{Unit, UnitKind, UnitTree};

/// The city with one district.
pub(super) fn tree() -> UnitTree {
    let unit = |key: i64, code: &str, name: &str, parent: Option<i64>| Unit {
        key,
        code: code.into(),
        name: name.into(),
        name_en: String::new(),
        kind: if parent.is_some() {
            UnitKind::Division
        } else {
            UnitKind::City
        },
        parent,
        division_code: Some(code.into()),
        ranked: parent.is_some(),
        tile: None,
    };
    let units = vec![
        unit(1, "370300", "淄博市", None),
        unit(2, "370303", "张店区", Some(1)),
    ];
    UnitTree::new(units).unwrap()
}

/// A trip to Suzhou on 5 June, led by the district's first leader.
pub(super) fn activity_in() -> NewActivity {
    NewActivity {
        code: "A-1".into(),
        kind: ActivityKind::Outbound,
        name: "赴苏州招商".into(),
        begins_on: "2023-06-05".parse().unwrap(),
        ends_on: None,
        places: vec!["320500".into()],
        organisers: vec!["370303".into()],
        leader: LeaderRank::CountyFirst,
        convener: None,
        campaign: None,
        chain: None,
    }
}
