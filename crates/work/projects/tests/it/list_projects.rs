//! `GET /projects`

use crate::TestApp;
use crate::city::{funds_in, project_in, recognise, record, register, with};
use serde_json::{Value, json};

async fn codes(app: &TestApp, query: &str) -> Vec<String> {
    let found = app
        .as_bureau()
        .get(&format!("/projects{query}"))
        .await
        .ok(200);
    codes_of(&found)
}

fn codes_of(found: &Value) -> Vec<String> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|item| item["code"].as_str().unwrap().to_owned())
        .collect()
}

async fn three(app: &TestApp) -> Vec<String> {
    let mut ids = Vec::new();
    for (code, unit, planned) in [
        ("P-1", "370303", "300000000.00"),
        ("P-2", "370302", "100000000.00"),
        ("P-3", "370303", "200000000.00"),
    ] {
        let body = with(
            project_in(code),
            json!({ "unit": unit, "planned_investment": planned }),
        );
        ids.push(register(app, body).await);
        app.move_clock(app.clock_now(), 60);
    }
    ids
}

#[tokio::test]
async fn filters_and_orders_work_together() {
    let app = TestApp::new().await;
    let ids = three(&app).await;
    recognise(&app, &ids[1], "signed", "2023-06-02").await;
    record(&app, funds_in(&ids[2], "PZ-1")).await;
    assert_eq!(codes(&app, "?sort=code").await, ["P-1", "P-2", "P-3"]);
    assert_eq!(codes(&app, "?sort=planned").await, ["P-1", "P-3", "P-2"]);
    assert_eq!(codes(&app, "?sort=arrived&limit=1").await, ["P-3"]);
    assert_eq!(codes(&app, "?unit=370303&sort=code").await, ["P-1", "P-3"]);
    assert_eq!(codes(&app, "?unit=370300&sort=code").await.len(), 3);
    assert_eq!(codes(&app, "?unit=nowhere").await, [""; 0]);
    assert_eq!(codes(&app, "?stage=signed").await, ["P-2"]);
    assert_eq!(codes(&app, "?q=p-3").await, ["P-3"]);
    assert_eq!(codes(&app, "?q=苏州甲&sort=code").await.len(), 3);
    assert_eq!(codes(&app, "?q=%25").await, [""; 0]);
}

#[tokio::test]
async fn pages_follow_one_another_in_every_order() {
    let app = TestApp::new().await;
    three(&app).await;
    for sort in ["updated", "planned", "arrived", "code"] {
        let whole = codes(&app, &format!("?sort={sort}")).await;
        let mut paged = Vec::new();
        let mut after = String::new();
        loop {
            let path = format!("/projects?sort={sort}&limit=1{after}");
            let page = app.as_bureau().get(&path).await.ok(200);
            assert_eq!(page["total"], 3);
            paged.extend(codes_of(&page));
            match page["next"].as_str() {
                Some(next) => after = format!("&after={}", next.replace('~', "%7E")),
                None => break,
            }
        }
        assert_eq!(paged, whole, "{sort}");
    }
    app.as_bureau()
        .get("/projects?after=nonsense")
        .await
        .refused(422, "projects.wrong_cursor");
}

#[tokio::test]
async fn a_district_sees_what_it_leads_or_shares_and_nothing_else() {
    let app = TestApp::new().await;
    three(&app).await;
    let shared = json!({ "unit": "370304", "joint_unit": "370303", "credit_mode": "double" });
    register(&app, with(project_in("P-4"), shared)).await;
    let seen = |unit: &'static str| {
        let app = &app;
        async move {
            let found = app
                .as_district(unit)
                .get("/projects?sort=code")
                .await
                .ok(200);
            (codes_of(&found), found["total"].clone())
        }
    };
    let zhangdian = seen("370303").await;
    assert_eq!(zhangdian.0, ["P-1", "P-3", "P-4"]);
    assert_eq!(zhangdian.1, 3);
    assert_eq!(seen("370302").await.0, ["P-2"]);
    assert_eq!(seen("370306").await.0, [""; 0]);
}

/// All codes that `who` is given, two by two, and the total that each page says.
async fn paged(app: &TestApp, unit: Option<&str>, query: &str) -> (Vec<String>, Vec<u64>) {
    let (mut found, mut totals, mut after) = (Vec::new(), Vec::new(), String::new());
    loop {
        let path = format!("/projects?limit=2{query}{after}");
        let who = unit.map_or_else(|| app.as_bureau(), |unit| app.as_district(unit));
        let page = who.get(&path).await.ok(200);
        found.extend(codes_of(&page));
        totals.push(page["total"].as_u64().unwrap());
        match page["next"].as_str() {
            Some(next) => after = format!("&after={}", next.replace('~', "%7E")),
            None => return (found, totals),
        }
    }
}

/// Lists of a unit walk other indexes than the list of all, which is the measure here.
#[tokio::test]
async fn every_filter_of_every_caller_is_the_list_of_all_without_the_others() {
    let app = TestApp::new().await;
    let units = ["370302", "370303", "370304"];
    let mut led = Vec::new();
    for n in 0..10 {
        let (lead, other) = (units[n % 3], units[(n + 1) % 3]);
        let planned = format!("{}00000000.00", n * 7 % 5 + 1);
        let mut body = with(
            project_in(&format!("P-{n}")),
            json!({ "unit": lead, "planned_investment": planned }),
        );
        if n % 4 == 1 {
            body = with(
                body,
                json!({ "joint_unit": other, "credit_mode": "double" }),
            );
        }
        let id = register(&app, body).await;
        if n % 2 == 0 {
            recognise(&app, &id, "signed", "2023-06-02").await;
        }
        app.move_clock(app.clock_now(), 60);
        let of = if n % 4 == 1 {
            vec![lead, other]
        } else {
            vec![lead]
        };
        led.push((format!("P-{n}"), of, n % 2 == 0));
    }
    let of = |code: &String| led.iter().find(|(known, ..)| known == code).unwrap();
    for sort in ["updated", "planned", "arrived", "code"] {
        let all = codes(&app, &format!("?limit=200&sort={sort}")).await;
        assert_eq!(all.len(), led.len());
        for caller in [None, Some("370302"), Some("370303"), Some("370305")] {
            for unit in [None, Some("370303"), Some("370304"), Some("370305")] {
                for stage in [None, Some("signed"), Some("pre_signing")] {
                    let wanted: Vec<String> = all
                        .iter()
                        .filter(|code| {
                            let (_, units, is_signed) = of(code);
                            caller.is_none_or(|caller| units.contains(&caller))
                                && unit.is_none_or(|unit| units.contains(&unit))
                                && stage.is_none_or(|stage| (stage == "signed") == *is_signed)
                        })
                        .cloned()
                        .collect();
                    let unit = unit.map_or_else(String::new, |unit| format!("&unit={unit}"));
                    let stage = stage.map_or_else(String::new, |stage| format!("&stage={stage}"));
                    let query = format!("&sort={sort}{unit}{stage}");
                    let (found, totals) = paged(&app, caller, &query).await;
                    assert_eq!(found, wanted, "{caller:?} {query}");
                    let total = u64::try_from(wanted.len()).unwrap();
                    assert!(totals.iter().all(|said| *said == total), "{query}");
                }
            }
        }
    }
}
