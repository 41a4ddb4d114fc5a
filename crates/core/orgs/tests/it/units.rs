//! The tree of units.

use crate::TestApp;
use orgs::{Unit, UnitKind, UnitTree, UnitTreeFault};
use serde_json::json;

fn unit(key: i64, parent: Option<i64>, name: &str) -> Unit {
    Unit {
        key,
        code: format!("u{key}"),
        name: name.to_owned(),
        name_en: name.to_owned(),
        kind: if parent.is_none() {
            UnitKind::City
        } else {
            UnitKind::Zone
        },
        parent,
        division_code: None,
        ranked: parent == Some(1),
        tile: None,
    }
}

fn tree() -> UnitTree {
    UnitTree::new(vec![
        unit(1, None, "淄博市"),
        unit(2, Some(1), "张店区"),
        unit(3, Some(1), "高新区"),
        unit(4, Some(2), "科技园"),
        unit(5, Some(4), "孵化器"),
    ])
    .unwrap()
}

#[test]
fn a_tree_answers_what_lies_above_and_below() {
    let tree = tree();
    assert_eq!(*tree.subtree(2), [2, 4, 5]);
    assert_eq!(*tree.subtree(1), [1, 2, 3, 4, 5]);
    assert!(tree.subtree(9).is_empty());
    let path: Vec<i64> = tree.path(5).iter().map(|unit| unit.key).collect();
    assert_eq!(path, [1, 2, 4, 5]);
    assert_eq!(
        tree.children(1).map(|unit| unit.key).collect::<Vec<_>>(),
        [2, 3]
    );
    assert_eq!(
        tree.ranked().map(|unit| unit.key).collect::<Vec<_>>(),
        [2, 3]
    );
    assert_eq!(tree.city().map(|unit| unit.key), Some(1));
}

#[test]
fn a_workbook_may_name_a_unit_in_its_own_way() {
    let tree = tree();
    for (text, key) in [
        ("u2", Some(2)),
        ("张店区", Some(2)),
        ("张店", Some(2)),
        ("淄博市张店区", Some(2)),
        ("淄博高新区", Some(3)),
        (" 淄博市 ", Some(1)),
        ("青岛", None),
        ("", None),
    ] {
        assert_eq!(tree.by_name(text).map(|unit| unit.key), key, "{text}");
    }
}

#[test]
fn what_is_no_tree_is_refused() {
    let refused = |units| UnitTree::new(units).unwrap_err();
    assert_eq!(
        refused(vec![unit(1, Some(9), "a")]),
        UnitTreeFault::LostParent(1)
    );
    assert_eq!(
        refused(vec![unit(1, None, "a"), unit(2, None, "b")]),
        UnitTreeFault::TwoRoots(1, 2)
    );
    assert_eq!(
        refused(vec![unit(1, Some(2), "a"), unit(2, Some(1), "b")]),
        UnitTreeFault::Cycle(1)
    );
}

#[tokio::test]
async fn everybody_who_is_signed_in_sees_all_units() {
    let app = TestApp::new().await;
    let units = app.as_district("370303").get("/units").await.ok(200);
    assert_eq!(units["items"].as_array().unwrap().len(), 13);
    let expected = json!({
        "code": "370303", "name": "张店区", "name_en": "Zhangdian", "kind": "division",
        "parent_code": "370300", "division_code": "370303", "ranked": true, "tile": null,
    });
    assert_eq!(units["items"][3], expected);
    assert_eq!(app.as_administrator().get("/units").await.status, 200);
    app.nobody()
        .get("/units")
        .await
        .refused(401, "session.required");
}

fn park() -> serde_json::Value {
    json!({
        "code": "park-1", "name": "科技园", "name_en": "Science Park", "kind": "zone",
        "parent_code": "370303", "ranked": false, "tile": { "row": 1, "column": 2 },
    })
}

#[tokio::test]
async fn the_bureau_makes_a_unit_and_changes_it() {
    let app = TestApp::new().await;
    let made = app.as_bureau().post("/units", park()).await.ok(201);
    assert_eq!(made["parent_code"], "370303");
    let change = json!({ "name": "新科技园", "parent_code": "370304", "ranked": true });
    let changed = app.as_bureau().patch("/units/park-1", change).await.ok(200);
    assert_eq!(changed["name"], "新科技园");
    assert_eq!(changed["parent_code"], "370304");
    assert_eq!(changed["tile"], json!({ "row": 1, "column": 2 }));
    let units = app.as_bureau().get("/units").await.ok(200);
    assert_eq!(units["items"][13], changed);
}

#[tokio::test]
async fn a_new_unit_reaches_the_scope_of_whoever_is_above() {
    let app = TestApp::new().await;
    app.as_bureau().post("/units", park()).await.ok(201);
    let tree = orgs::ops::load_units(app.app.database.reader())
        .await
        .unwrap();
    let park = tree.by_code("park-1").unwrap().key;
    let district = tree.by_code("370303").unwrap().key;
    assert!(tree.subtree(district).contains(&park));
}

#[tokio::test]
async fn only_the_bureau_writes_units() {
    let app = TestApp::new().await;
    for client in [
        app.as_administrator(),
        app.as_district("370303"),
        app.as_reader(),
    ] {
        let answer = client.post("/units", park()).await;
        let problem = answer.refused(403, "session.permission_missing");
        assert_eq!(problem["params"]["permission"], "units.write");
        let answer = client.patch("/units/370303", json!({})).await;
        answer.refused(403, "session.permission_missing");
    }
    app.nobody()
        .post("/units", park())
        .await
        .refused(401, "session.required");
    app.nobody()
        .patch("/units/370303", json!({}))
        .await
        .refused(401, "session.required");
}

#[tokio::test]
async fn a_new_unit_is_refused_with_every_field_at_fault() {
    let app = TestApp::new().await;
    let bureau = app.as_bureau();
    let refused = async |change: serde_json::Value, fields: &[(&str, &str)]| {
        let mut unit = park();
        for (name, value) in change.as_object().unwrap() {
            unit[name] = value.clone();
        }
        bureau.post("/units", unit).await.refused_fields(fields);
    };
    refused(
        json!({ "code": "空格 x", "name": " ", "parent_code": "nowhere", "division_code": "999999" }),
        &[
            ("code", "orgs.code_malformed"),
            ("name", "field.empty"),
            ("parent_code", "orgs.unit_unknown"),
            ("division_code", "orgs.division_unknown"),
        ],
    )
    .await;
    refused(
        json!({ "code": "370303", "name": "张店区", "name_en": "x".repeat(65) }),
        &[
            ("code", "orgs.unit_code_taken"),
            ("name", "orgs.unit_name_taken"),
            ("name_en", "field.too_long"),
        ],
    )
    .await;
    refused(
        json!({ "kind": "division" }),
        &[("division_code", "orgs.division_required")],
    )
    .await;
    refused(
        json!({ "kind": "city", "division_code": "370300" }),
        &[
            ("parent_code", "orgs.parent_not_allowed"),
            ("kind", "orgs.city_exists"),
        ],
    )
    .await;
    refused(json!({ "kind": "village" }), &[("kind", "field.malformed")]).await;
    let units = bureau.get("/units").await.ok(200);
    assert_eq!(
        units["items"].as_array().unwrap().len(),
        13,
        "nothing was half done"
    );
}

#[tokio::test]
async fn a_unit_cannot_be_moved_below_itself() {
    let app = TestApp::new().await;
    let bureau = app.as_bureau();
    bureau.post("/units", park()).await.ok(201);
    let below = bureau
        .patch("/units/370303", json!({ "parent_code": "park-1" }))
        .await;
    below.refused_fields(&[("parent_code", "orgs.unit_below_itself")]);
    let itself = bureau
        .patch("/units/370303", json!({ "parent_code": "370303" }))
        .await;
    itself.refused_fields(&[("parent_code", "orgs.unit_below_itself")]);
}

#[tokio::test]
async fn a_change_is_refused_like_a_new_unit() {
    let app = TestApp::new().await;
    let bureau = app.as_bureau();
    bureau
        .patch("/units/nowhere", json!({}))
        .await
        .refused(404, "orgs.unit_not_found");
    let wrong = json!({ "name": "博山区", "division_code": "1", "parent_code": "nowhere" });
    bureau.patch("/units/370303", wrong).await.refused_fields(&[
        ("name", "orgs.unit_name_taken"),
        ("division_code", "orgs.division_unknown"),
        ("parent_code", "orgs.unit_unknown"),
    ]);
    let code = bureau.patch("/units/370303", json!({ "code": "x" })).await;
    code.refused_fields(&[("code", "field.unknown")]);
    let root = bureau
        .patch("/units/370300", json!({ "parent_code": "370303" }))
        .await;
    root.refused_fields(&[("parent_code", "orgs.parent_not_allowed")]);
}
