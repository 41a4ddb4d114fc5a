//! `zhaoyin import`, started as an operator starts it.

use crate::command::{Folder, told};
use serde_json::Value;

fn json(output: &std::process::Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// How many imports the database knows.
async fn imports(folder: &Folder) -> i64 {
    #[derive(db::FromQueryResult)]
    struct Count {
        count: i64,
    }
    let address = format!("sqlite:{}", folder.0.join("zhaoyin.sqlite").display());
    let database = db::Database::open(&address, 1).await.unwrap();
    let sql = "SELECT COUNT(*) AS count FROM intake_batches";
    let row: Option<Count> = db::fetch_one(database.reader(), sql, []).await.unwrap();
    database.close().await.unwrap();
    row.unwrap().count
}

#[tokio::test]
async fn a_dry_run_leaves_nothing_behind() {
    let folder = Folder::new("dry-run");
    folder.make();
    let units = folder.units();
    let dry = folder.run(&["import", "--dry-run", "--json", &units]);
    assert_eq!(dry.status.code(), Some(0), "{}", told(&dry));
    let report = &json(&dry)["files"][0];
    assert_eq!(report["counts"]["new"], 2, "{report}");
    assert_eq!(
        (&report["batch"], &report["dry_run"]),
        (&Value::Null, &true.into())
    );
    let garbage = folder.0.join("garbage.xlsx");
    std::fs::write(&garbage, b"PKgarbage").unwrap();
    let failed = folder.run(&["import", "--dry-run", &garbage.display().to_string()]);
    assert_eq!(failed.status.code(), Some(1));
    assert_eq!(imports(&folder).await, 0);
    let written = folder.run(&["import", "--json", &units]);
    let report = &json(&written)["files"][0];
    assert_eq!(
        (&report["state"], &report["counts"]["new"]),
        (&"committed".into(), &2.into())
    );
    assert_eq!(imports(&folder).await, 1);
}

#[test]
fn a_file_in_which_nothing_is_recognised_has_failed() {
    let folder = Folder::new("unrecognised");
    folder.make();
    let strange = folder.0.join("strange.csv").display().to_string();
    std::fs::write(&strange, "a,b\n1,2\n").unwrap();
    let failed = folder.run(&["import", &strange]);
    assert_eq!(failed.status.code(), Some(1));
    assert!(told(&failed).contains("strange.csv: no table in it was recognised"));
    // A table of another kind than the one that is named.
    let named = folder.run(&["import", "companies", &folder.units()]);
    assert_eq!(named.status.code(), Some(1));
    assert!(told(&named).contains("no table in it has the columns of companies"));
    let unknown = folder.run(&["import", "fundz", &strange]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(told(&unknown).contains("fundz is neither a file nor a kind (units, "));
}

#[test]
fn every_file_is_tried_and_the_worst_decides() {
    let folder = Folder::new("several");
    folder.make();
    let units = folder.units();
    let missing = folder.0.join("missing.csv").display().to_string();
    let tried = folder.run(&["import", "--json", &missing, &units]);
    assert_eq!(tried.status.code(), Some(1));
    let files = &json(&tried)["files"];
    let error = files[0]["error"].as_str().unwrap();
    assert!(error.contains("cannot be read"), "{error}");
    assert_eq!(files[1]["state"], "committed");

    // Refused rows are 2, unless a file fails as well; a capped list says so.
    let rows: Vec<String> = (0..205)
        .map(|n| format!("99{n},单位{n},王国,370300,370303"))
        .collect();
    let rows = rows.join("\n");
    let many = folder.0.join("many.csv").display().to_string();
    std::fs::write(
        &many,
        format!("单位代码,单位名称,单位类型,上级单位,行政区划代码\n{rows}"),
    )
    .unwrap();
    let refused = folder.run(&["import", "--json", &units, &many]);
    assert_eq!(refused.status.code(), Some(2), "{}", told(&refused));
    let report = &json(&refused)["files"][1];
    let listed = report["refused"].as_array().unwrap().len();
    assert_eq!((listed, &report["refused_listed"]), (200, &200.into()));
    assert_eq!(report["refused_in_all"], 205);
    let both = folder.run(&["import", &many, &missing]);
    assert_eq!(both.status.code(), Some(1));
    let printed = String::from_utf8_lossy(&both.stdout).into_owned();
    assert!(
        printed.contains("“王国” is not one of the choices"),
        "{printed}"
    );
    assert!(
        printed.contains("200 of 205 refused rows are listed"),
        "{printed}"
    );
}
