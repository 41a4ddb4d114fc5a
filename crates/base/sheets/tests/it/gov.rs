//! Workbooks that ministries and yearbooks published. They are not part of the
//! repository; without them these tests say so and pass. What is expected was
//! written down from looking at each workbook with other readers (openpyxl,
//! xlrd), cell by cell; of the data themselves only numbers and
//! hashes stand here.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sha2::{Digest, Sha256};
use sheets::{Cell, MoneyUnit, Sheet, SheetNote, Table, Unit, Unreadable, Workbook, read};

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

/// The first 16 digits of a text's SHA-256.
fn hash(text: &str) -> String {
    let digits = Sha256::digest(text.as_bytes());
    let first: [u8; 8] = std::array::from_fn(|at| digits[at]);
    format!("{:016x}", u64::from_be_bytes(first))
}

/// The sheet's name, the header, the rows and the dropped rows, in numbers and
/// hashes.
fn summary(sheet: &Sheet, table: &Table) -> String {
    let headers: Vec<String> = table
        .columns
        .iter()
        .map(|c| c.raw.chars().filter(|c| !c.is_whitespace()).collect())
        .collect();
    let row = |row: Option<&sheets::Row>| {
        let row = row.expect("a table with rows");
        let cells: Vec<String> = row.cells.iter().map(Cell::to_string).collect();
        format!("{} {}", row.number, hash(&cells.join("\u{1f}")))
    };
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for dropped in &table.dropped {
        let reason = format!("{:?}", dropped.reason).to_lowercase();
        *reasons.entry(reason).or_default() += 1;
    }
    let mut reasons: Vec<String> = reasons.iter().map(|(r, n)| format!("{r} {n}")).collect();
    if reasons.is_empty() {
        reasons.push("none".to_owned());
    }
    format!(
        "{} header {}-{} {}, {} columns, {} rows, {} to {}, dropped {}",
        hash(&sheet.name),
        table.header_rows.start(),
        table.header_rows.end(),
        hash(&headers.join("\u{1f}")),
        table.columns.len(),
        table.rows.len(),
        row(table.rows.first()),
        row(table.rows.last()),
        reasons.join(" "),
    )
}

#[test]
fn each_readable_workbook_gives_its_tables() {
    let expected: [(&str, &[&str]); 9] = [
        (
            "livestock-yearbook__02-breeding__raw-2012-2.xlsx",
            &[
                "6b86b273ff34fce1 header 2-6 95d6e82488bfe0ca, 13 columns, 31 rows, 9 c9578f4473a33da3 to 39 aa716d7fa42e6c7a, dropped total 1",
            ],
        ),
        (
            "nation-yearbook__part07-finance__02-public-budget__raw-2023.xlsx",
            &[
                "412a4789b02cad19 header 5-5 1de0b832e8d90e8c, 10 columns, 31 rows, 7 8dbc1bb5aed0c778 to 37 b480e1c8fe0512e3, dropped footnote 2 total 1",
                "412a4789b02cad19 header 46-46 2d50785cc46f939c, 10 columns, 31 rows, 48 164bfdd1a0fd9d6b to 78 3fde352baf2e7724, dropped total 1",
                "4e07408562bedb8b header 5-5 2dea3f7e83c64863, 11 columns, 31 rows, 7 81273befec95da9f to 37 7552c74cb9d0868a, dropped total 1",
            ],
        ),
        (
            "public-site__WTO-rats__xlsx__WTO-AllRTAs.xlsx",
            &[
                "acaf32c28f9c1690 header 1-1 a44519e09f8daccc, 28 columns, 611 rows, 2 fb396a65b20af42f to 612 b1110d23a8268a17, dropped none",
                "01c066bfb11eb3e0 header 1-1 5c7850b6230cc328, 8 columns, 317 rows, 2 4d3f885d28707adf to 318 c3f1e087a59e4008, dropped none",
            ],
        ),
        (
            "public-site__moa-firm-leader__xlsx__list-full-year-2025.xlsx",
            &[
                "8f73fe122de3ac92 header 1-1 fbc865525f46d7a4, 5 columns, 2250 rows, 2 0a8f9e84b55bf31b to 2251 8cc91d0248a25631, dropped none",
            ],
        ),
        (
            "public-site__moa-industry-convergence__html__town-setup-year-2018.xlsx",
            &[
                "2799d36e414d8c41 header 3-3 26384164ddd400ae, 4 columns, 34 rows, 4 9061bc64565af55d to 37 b69dbb0418ef4e8f, dropped total 1",
            ],
        ),
        (
            "public-site__torch-innocom__xlsx__tbl-smry-year-2024.xlsx",
            &[
                "8f73fe122de3ac92 header 1-1 fe89f73d24d614e3, 4 columns, 31 rows, 2 26ed5d5e5ee9dc52 to 32 130d707019cdb951, dropped none",
            ],
        ),
        (
            "tech-yearbook__part01-over__02-spend-intense__raw-2021.xls",
            &[
                "c24aa5341413f545 header 5-5 eaec64dec2fb84da, 12 columns, 31 rows, 10 85c6c2e4e56f88f9 to 45 7b684952e3a3ea52, dropped footnote 2 total 1",
            ],
        ),
        (
            "varsList.xlsx",
            &[
                "8f73fe122de3ac92 header 1-1 96131a62d853238e, 16 columns, 657 rows, 2 76ecd0298dd5dcce to 658 c91074d80e66182d, dropped none",
            ],
        ),
        (
            "全国普通高等学校名单_2017.xls",
            &[
                "179124229d09c762 header 3-3 0bbc13368c917e16, 7 columns, 2631 rows, 5 12881410fc737e7b to 2665 617c71b9a13243b8, dropped group 31",
            ],
        ),
    ];
    for (name, tables) in expected {
        let Some(book) = book(name) else { continue };
        let found: Vec<String> = book
            .visible_tables()
            .map(|(sheet, table)| summary(sheet, table))
            .collect();
        assert_eq!(found, tables, "{name}");
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
fn titles_units_and_what_is_hidden_are_those_a_person_sees() {
    let title = |table: &Table| hash(table.title.as_deref().unwrap_or_default());
    if let Some(book) = book("nation-yearbook__part07-finance__02-public-budget__raw-2023.xlsx") {
        let tables: Vec<&Table> = book.visible_tables().map(|(_, table)| table).collect();
        assert_eq!(title(tables[0]), "ae5c43edc0d1e3b7");
        for table in tables {
            assert_eq!(table.unit, Some(Unit::Money(MoneyUnit::HundredMillionYuan)));
        }
    }
    if let Some(book) = book("livestock-yearbook__02-breeding__raw-2012-2.xlsx") {
        assert_eq!(title(&book.sheets[0].tables[0]), "4a7e3684ecd14aa6");
        assert!(book.sheets[1].hidden && book.sheets[1].tables.is_empty());
    }
    if let Some(book) =
        book("public-site__moa-industry-convergence__html__town-setup-year-2018.xlsx")
    {
        let table = &book.sheets[0].tables[0];
        assert_eq!(title(table), "5165cb6c65865ab7");
        assert_eq!(table.sequence, Some(0));
    }
    if let Some(book) = book("varsList.xlsx") {
        assert_eq!(book.sheets[0].notes, [SheetNote::HiddenColumns]);
        let hidden = book.sheets[0].tables[0].columns.iter().filter(|c| c.hidden);
        let hidden: Vec<&str> = hidden.map(|c| c.letter.as_str()).collect();
        assert_eq!(hidden, ["N"]);
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
