//! Rules of an activity's own fields.

use super::super::difference::activity_differences;
use super::super::samples::{activity_in, tree};
use super::*;

fn refused(new: &NewActivity) -> Vec<(String, String)> {
    let mut wrong = Fields::default();
    assert_eq!(check_activity(&mut wrong, &tree(), new), None);
    let refusal = wrong.done().unwrap_err();
    refusal
        .fields
        .into_iter()
        .map(|field| (field.field, field.code))
        .collect()
}

fn checked(new: &NewActivity) -> ActivityRecord {
    check_activity(&mut Fields::default(), &tree(), new).unwrap()
}

#[test]
fn places_and_organisers_are_found_by_code_or_name_in_their_order() {
    let new = NewActivity {
        places: vec!["江苏省苏州市".into(), "310000".into()],
        organisers: vec!["张店".into(), "370300".into()],
        ends_on: Some("2023-06-06".parse().unwrap()),
        ..activity_in()
    };
    let record = checked(&new);
    assert_eq!(record.places, ["320500", "310000"]);
    assert_eq!(record.organisers, [2, 1]);
    assert_eq!(record.typed(&tree()).organisers, ["370303", "370300"]);
}

#[test]
fn everything_wrong_is_named_at_once() {
    let new = NewActivity {
        code: " ".into(),
        name: "长".repeat(129),
        ends_on: Some("2023-06-04".parse().unwrap()),
        places: vec!["320500".into(), "苏州市".into(), "无此地".into()],
        organisers: vec!["张店区".into(), "370303".into(), "无此单位".into()],
        ..activity_in()
    };
    let wanted = [
        ("places", "activities.place_twice"),
        ("places", "orgs.division_unknown"),
        ("organisers", "activities.organiser_twice"),
        ("organisers", "orgs.unit_unknown"),
        ("ends_on", "activities.ends_before_begin"),
        ("code", "field.empty"),
        ("name", "field.too_long"),
    ];
    let wanted = wanted.map(|(field, code)| (field.to_owned(), code.to_owned()));
    assert_eq!(refused(&new), wanted);
}

#[test]
fn an_activity_needs_a_place_and_an_organiser() {
    let new = NewActivity {
        places: Vec::new(),
        organisers: Vec::new(),
        ..activity_in()
    };
    let codes: Vec<String> = refused(&new).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["field.empty", "field.empty"]);
}

#[test]
fn a_last_day_that_is_the_first_says_nothing() {
    let same = NewActivity {
        ends_on: Some(activity_in().begins_on),
        ..activity_in()
    };
    assert_eq!(checked(&same).ends_on, None);
}

#[test]
fn an_empty_text_takes_away_and_what_is_absent_stays() {
    let before = NewActivity {
        convener: Some("市投资促进局".into()),
        chain: Some("新材料".into()),
        ..activity_in()
    };
    let change = ActivityChange {
        convener: Some(String::new()),
        name: Some("新名".into()),
        ..ActivityChange::default()
    };
    let after = checked(&change.onto(before));
    assert_eq!(after.convener, None);
    assert_eq!(after.name, "新名");
    assert_eq!(after.chain.as_deref(), Some("新材料"));
}

#[test]
fn kind_day_leader_and_organisers_are_recognised_and_the_rest_is_not() {
    let before = checked(&activity_in());
    let after = ActivityRecord {
        kind: ActivityKind::Joint,
        name: "另名".into(),
        begins_on: "2023-06-07".parse().unwrap(),
        organisers: vec![1],
        leader: LeaderRank::None,
        campaign: Some("X-1".into()),
        ..before.clone()
    };
    let found = activity_differences(&tree(), &before, &after);
    let of = |recognised: bool| -> Vec<&str> {
        let fields = found.iter().filter(|d| d.recognised == recognised);
        fields.map(|difference| difference.field).collect()
    };
    assert_eq!(of(true), ["kind", "begins_on", "organisers", "leader"]);
    assert_eq!(of(false), ["name", "campaign"]);
    assert_eq!(activity_differences(&tree(), &before, &before), []);
}
