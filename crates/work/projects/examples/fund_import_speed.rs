//! How long a workbook of many funds takes: reading it bare, its dry run, its commit, its
//! undo. `cargo run --profile fast -p projects --example fund_import_speed [ROWS] [DATABASE] [--undo]`
#![expect(clippy::unwrap_used, reason = "a measurement that fails says where")]

use db::{Database, migrate};
use http_base::{Allowed, App, Permit};
use intake::{Importers, WriteImports, ops};
use kernel::{Actor, FixedClock, Instant, Scope};
use ledger::Definitions;
use sheets::{CellOut, ColumnKind, ColumnOut, MoneyUnit, SheetOut, write};
use std::sync::Arc;
use std::time::Instant as Moment;

/// How many projects the funds go to.
const PROJECTS: usize = 2_000;

fn text(text: String) -> CellOut {
    CellOut::Text(text)
}

fn sheet(name: &str, headers: &[&str], rows: Vec<Vec<CellOut>>) -> SheetOut {
    SheetOut {
        name: name.to_owned(),
        columns: headers
            .iter()
            .map(|header| ColumnOut::new(*header, ColumnKind::Text))
            .collect(),
        rows,
        ..SheetOut::default()
    }
}

fn projects() -> SheetOut {
    let headers = [
        "项目编号",
        "项目名称",
        "责任单位",
        "所在地区划代码",
        "投资方",
        "投资方注册地",
        "合同编号",
        "合同类型",
        "合同日期",
        "计划总投资",
    ];
    let rows = (0..PROJECTS).map(|n| {
        [
            format!("P-{n}"),
            format!("项目{n}"),
            "张店区".to_owned(),
            "370303".to_owned(),
            format!("公司{n}"),
            "320505".to_owned(),
            format!("HT-{n}"),
            "正式合同".to_owned(),
            "2023-06-01".to_owned(),
            "100000".to_owned(),
        ]
        .map(text)
        .to_vec()
    });
    sheet("项目", &headers, rows.collect())
}

fn funds(rows: usize) -> SheetOut {
    let headers = [
        "凭证号",
        "项目编号",
        "到账日期",
        "到账金额",
        "资金类别",
        "付款方",
        "凭证类型",
    ];
    let rows = (0..rows).map(|n| {
        vec![
            text(format!("PZ-2023-{n:08}")),
            text(format!("P-{}", n % PROJECTS)),
            text(format!("2023-06-{:02}", n % 28 + 1)),
            CellOut::Money {
                fen: 100_000_000,
                unit: MoneyUnit::TenThousandYuan,
            },
            text("设备".to_owned()),
            text(format!("公司{}", n % PROJECTS)),
            text("银行回单".to_owned()),
        ]
    });
    sheet("到位资金", &headers, rows.collect())
}

async fn open(address: &str) -> App {
    let database = Database::open(address, 8).await.unwrap();
    let mut steps = [
        orgs::MIGRATIONS,
        ledger::MIGRATIONS,
        intake::MIGRATIONS,
        companies::MIGRATIONS,
        projects::MIGRATIONS,
    ]
    .concat();
    steps.sort_by_key(|step| step.number);
    migrate(&database, &steps).await.unwrap();
    let clock = FixedClock::at(Instant::parse("2023-07-03T02:00:00Z").unwrap());
    let app = App::new(database, clock, 7, false);
    orgs::testing::furnish(&app).await.unwrap();
    let tx = app.database.begin_write().await.unwrap();
    let june = "2023-06".parse().unwrap();
    ledger::open_month(&tx, &Actor::operator([]), app.now(), june)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../indicators");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
    let definitions = Definitions::parse(&read("kinds.toml"), &[&read("investment.toml")]).unwrap();
    let books = ledger::install(&app.database, definitions, app.now())
        .await
        .unwrap();
    app.with(books).with(Importers::new(vec![
        Arc::new(companies::CompanyImporter),
        Arc::new(projects::ProjectImporter),
    ]))
}

async fn import(app: &App, what: &str, bytes: Vec<u8>, take_back: bool) {
    let actor = Actor {
        scope: Scope::Everything,
        ..Actor::operator([WriteImports::PERMISSION])
    };
    let actor = Allowed::<WriteImports>::check(Arc::new(actor)).unwrap();
    let upload = ops::Upload {
        file_name: "funds.xlsx".to_owned(),
        bytes,
        kind: None,
    };
    let begun = Moment::now();
    let batch = ops::stage(app, &actor, upload).await.unwrap();
    println!("{what}: dry run {:?} {:?}", begun.elapsed(), batch.counts);
    let begun = Moment::now();
    ops::commit(app, &actor, batch.id).await.unwrap();
    println!("{what}: commit {:?}", begun.elapsed());
    if take_back {
        let begun = Moment::now();
        ops::undo(app, &actor, batch.id).await.unwrap();
        println!("{what}: undo {:?}", begun.elapsed());
    }
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--undo");
    let rows = arguments
        .next()
        .map_or(100_000, |rows| rows.parse().unwrap());
    let folder = std::env::temp_dir().join(format!("fund-import-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = format!("sqlite:{}?mode=rwc", folder.join("city.sqlite").display());
    let app = open(&arguments.next().unwrap_or(file)).await;
    import(&app, "projects", write(&[projects()]).unwrap(), false).await;
    let book = write(&[funds(rows)]).unwrap();
    let begun = Moment::now();
    let read = sheets::read("funds.xlsx", &book).unwrap();
    println!("funds: bare reading {:?}", begun.elapsed());
    drop(read);
    // Taking 100,000 back is measured on request only.
    let take_back = std::env::args().any(|argument| argument == "--undo");
    import(&app, "funds", book, take_back).await;
    std::fs::remove_dir_all(&folder).unwrap();
}
