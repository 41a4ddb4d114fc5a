//! Workbooks that ministries and yearbooks published. They are not part of the
//! repository; without them these tests say so and pass.

use std::path::PathBuf;

use sheets::{Cell, MoneyUnit, Table, Unit, Unreadable, Workbook, read};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data/gov-workbooks")
}

/// The bytes of a file of the collection, None where there is no collection.
fn file(name: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(folder().join(name)).ok();
    if bytes.is_none() {
        println!("skipped: ../shared/data/gov-workbooks/{name} is not here");
    }
    bytes
}

fn book(name: &str) -> Option<Workbook> {
    file(name).map(|bytes| read(name, &bytes).expect(name))
}

/// Header rows, columns, rows with first and last, and how many were dropped.
fn summary(table: &Table) -> String {
    let mut reasons: Vec<String> = table
        .dropped
        .iter()
        .map(|d| format!("{:?}", d.reason))
        .collect();
    reasons.dedup();
    format!(
        "header {}-{}, {} columns, {} rows {}-{}, {} dropped {}",
        table.header_rows.start(),
        table.header_rows.end(),
        table.columns.len(),
        table.rows.len(),
        table.rows.first().map_or(0, |r| r.number),
        table.rows.last().map_or(0, |r| r.number),
        table.dropped.len(),
        reasons.join(" "),
    )
}

/// The summaries of all visible tables.
fn summaries(name: &str) -> Option<Vec<String>> {
    Some(
        book(name)?
            .visible_tables()
            .map(|(_, table)| summary(table))
            .collect(),
    )
}

#[test]
fn each_readable_workbook_gives_its_tables() {
    let expected: [(&str, &[&str]); 9] = [
        (
            "livestock-yearbook__02-breeding__raw-2012-2.xlsx",
            &["header 2-6, 13 columns, 32 rows 7-39, 0 dropped "],
        ),
        (
            "nation-yearbook__part07-finance__02-public-budget__raw-2023.xlsx",
            &[
                "header 5-5, 10 columns, 31 rows 7-37, 3 dropped Total Footnote",
                "header 46-46, 10 columns, 31 rows 48-78, 1 dropped Total",
                "header 5-5, 11 columns, 31 rows 7-37, 1 dropped Total",
            ],
        ),
        (
            "public-site__WTO-rats__xlsx__WTO-AllRTAs.xlsx",
            &[
                "header 1-1, 28 columns, 611 rows 2-612, 0 dropped ",
                "header 1-1, 8 columns, 317 rows 2-318, 0 dropped ",
            ],
        ),
        (
            "public-site__moa-firm-leader__xlsx__list-full-year-2025.xlsx",
            &["header 1-1, 5 columns, 2250 rows 2-2251, 0 dropped "],
        ),
        (
            "public-site__moa-industry-convergence__html__town-setup-year-2018.xlsx",
            &["header 3-3, 4 columns, 34 rows 4-37, 1 dropped Total"],
        ),
        (
            "public-site__torch-innocom__xlsx__tbl-smry-year-2024.xlsx",
            &["header 1-1, 4 columns, 31 rows 2-32, 0 dropped "],
        ),
        (
            "tech-yearbook__part01-over__02-spend-intense__raw-2021.xls",
            &["header 5-5, 12 columns, 32 rows 8-45, 2 dropped Footnote"],
        ),
        (
            "varsList.xlsx",
            &["header 1-1, 16 columns, 657 rows 2-658, 0 dropped "],
        ),
        (
            "全国普通高等学校名单_2017.xls",
            &["header 3-3, 7 columns, 2631 rows 5-2665, 31 dropped Group"],
        ),
    ];
    for (name, tables) in expected {
        if let Some(found) = summaries(name) {
            assert_eq!(found, tables, "{name}");
        }
    }
}

#[test]
fn each_other_file_is_told_as_what_it_is() {
    for (name, error) in [
        (
            "agrimachine-yearbook__machine-service__raw-2023.xls",
            Unreadable::Encrypted,
        ),
        (
            "tech-yearbook__part05-industry__01-operation__raw-2022.xls",
            Unreadable::Encrypted,
        ),
        (
            "rural-yearbook__part03-agri-produce__01-machine__raw-2020-2021-01.xls",
            Unreadable::Html,
        ),
        (
            "public-site__moa-industry-convergence__html__town-setup-year-2019.html",
            Unreadable::Html,
        ),
        ("~$list-full-year-2025.xlsx", Unreadable::LockFile),
    ] {
        if let Some(bytes) = file(name) {
            assert_eq!(read(name, &bytes), Err(error), "{name}");
        }
    }
}

#[test]
fn titles_units_and_headers_are_those_a_person_sees() {
    if let Some(book) = book("nation-yearbook__part07-finance__02-public-budget__raw-2023.xlsx") {
        let table = &book.sheets[0].tables[0];
        assert_eq!(
            table.title.as_deref(),
            Some("7-6 分地区一般公共预算支出(2023年)")
        );
        assert_eq!(table.unit, Some(Unit::Money(MoneyUnit::HundredMillionYuan)));
        assert_eq!(table.columns[0].header, "地区");
    }
    if let Some(book) = book("livestock-yearbook__02-breeding__raw-2012-2.xlsx") {
        let table = &book.sheets[0].tables[0];
        assert_eq!(table.columns[3].header, "种畜禽场/祖代蛋鸡场");
        assert!(book.sheets[1].hidden);
    }
    if let Some(book) =
        book("public-site__moa-industry-convergence__html__town-setup-year-2018.xlsx")
    {
        let table = &book.sheets[0].tables[0];
        assert_eq!(table.title.as_deref(), Some("农业产业强镇示范建设名单"));
        assert_eq!(table.sequence, Some(0));
        assert_eq!(table.columns[2].header, "示范镇(乡)名单");
    }
    if let Some(book) = book("public-site__WTO-rats__xlsx__WTO-AllRTAs.xlsx") {
        let last = book.sheets[0].tables[0].rows.last().expect("611 rows");
        assert_eq!(
            last.cells[6],
            Cell::Date("1969-07-29".parse().expect("a day"))
        );
    }
}

#[test]
fn damaged_copies_of_real_workbooks_never_panic() {
    let Ok(entries) = std::fs::read_dir(folder()) else {
        println!("skipped: ../shared/data/gov-workbooks is not here");
        return;
    };
    let mut state = 1_u64;
    let mut next = move || {
        // A small generator of even numbers is enough to place damage.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0)
    };
    for entry in entries.flatten() {
        let bytes = std::fs::read(entry.path()).expect("listed");
        // Large ones take long in an unoptimised build.
        if bytes.len() > 100_000 || bytes.is_empty() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        for _ in 0..12 {
            let mut damaged = bytes.clone();
            for _ in 0..=next() % 8 {
                let at = next() % damaged.len();
                damaged[at] = u8::try_from(next() % 256).unwrap_or(0);
            }
            damaged.truncate(damaged.len() - next() % (damaged.len() / 4 + 1) * (next() % 2));
            let _ = read(&name, &damaged);
        }
    }
}
