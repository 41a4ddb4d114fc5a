//! Takes in a workbook of 100,000 rows by 12 columns and writes it, with a slice that
//! checks and keeps next to nothing, and prints the times beside those of the bare reader.
//! `cargo run --profile fast --example import_speed -p intake`

use calamine::{Reader, Xlsx};
use db::{Database, DatabaseTransaction, Engine, Migration, Rows, append_rows, migrate};
use http_base::{Allowed, App, Permit};
use intake::{
    Boxed, Checker, Context, FieldSpec, FieldType, Importer, Importers, Kept, KindSpec, RowIn,
    Text, TypedValue, Verdict, WriteImports, Written, WrittenRow, ops,
};
use kernel::{Actor, Outcome, SystemClock};
use sheets::{CellOut, ColumnKind, ColumnOut, MoneyUnit, SheetOut, Stream};
use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const ROWS: i64 = 100_000;
const WAN: MoneyUnit = MoneyUnit::TenThousandYuan;

const KINDS: &[KindSpec] = &[KindSpec {
    kind: "speed",
    order: 5,
    name: Text {
        zh: "资金",
        en: "Funds",
    },
    hints: &[],
    key: &["voucher"],
    key_note: Text { zh: "", en: "" },
    city_only: false,
    fields: &[
        FieldSpec::new("voucher", "凭证号", "Voucher", FieldType::Code).required(),
        FieldSpec::new("contract", "合同编号", "Contract", FieldType::Code).required(),
        FieldSpec::new("project", "项目名称", "Project", FieldType::Text).required(),
        FieldSpec::new("unit", "填报单位", "Unit", FieldType::Text),
        FieldSpec::new("investor", "投资方", "Investor", FieldType::Text),
        FieldSpec::new("arrived_on", "到位日期", "Arrived on", FieldType::Date).required(),
        FieldSpec::new("amount", "到位金额", "Amount", FieldType::Money(WAN)).required(),
        FieldSpec::new("outside", "其中省外", "Outside", FieldType::Money(WAN)),
        FieldSpec::new("share", "省外占比", "Share", FieldType::Percent),
        FieldSpec::new("sort", "资金类别", "Sort", FieldType::Text),
        FieldSpec::new("number", "序次", "Number", FieldType::Integer),
        FieldSpec::new("note", "备注", "Note", FieldType::Text),
    ],
}];

const MIGRATIONS: &[Migration] = &[Migration {
    number: 90,
    name: "speed",
    statements: |engine: Engine| {
        vec![engine.ddl("CREATE TABLE speed (id {id}, voucher TEXT NOT NULL, fen BIGINT NOT NULL)")]
    },
}];

struct Speed;

#[derive(Default)]
struct SpeedChecker(HashMap<String, u32>);

impl Checker for SpeedChecker {
    fn check(&mut self, row: &RowIn) -> Verdict {
        let voucher = row.text("voucher").expect("required").to_owned();
        self.0.insert(voucher, row.row_number);
        Verdict::New
    }

    fn commit<'a>(
        &'a mut self,
        tx: &'a DatabaseTransaction,
        cx: &'a Context,
        _: &'static KindSpec,
        rows: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Vec<Written>>> {
        Box::pin(async move {
            let mut bulk = Rows::new("speed", &["id", "voucher", "fen"], "");
            let mut written = Vec::with_capacity(rows.len());
            for (at, row) in rows.iter().enumerate() {
                let id = cx.app.ids.key();
                let fen = row.money("amount").expect("required").fen();
                bulk.push([id.into(), row.text("voucher").into(), fen.into()]);
                written.push(Written {
                    row: at,
                    record_kind: "speed",
                    record_id: id,
                    fact_seqs: vec![id],
                    created: true,
                    before: None,
                });
            }
            append_rows(tx, bulk).await?;
            Ok(written)
        })
    }
}

impl Importer for Speed {
    fn kinds(&self) -> &'static [KindSpec] {
        KINDS
    }

    fn codes(&self) -> &'static [&'static str] {
        &[]
    }

    fn checker<'a>(
        &'a self,
        _: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'a [&'a RowIn],
    ) -> Boxed<'a, Outcome<Box<dyn Checker>>> {
        Box::pin(async { Ok(Box::new(SpeedChecker::default()) as Box<dyn Checker>) })
    }

    fn undo<'a>(
        &'a self,
        _: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'static KindSpec,
        _: &'a [WrittenRow],
    ) -> Boxed<'a, Outcome<Vec<Kept>>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn export<'a>(
        &'a self,
        _: &'a DatabaseTransaction,
        _: &'a Context,
        _: &'static KindSpec,
        _: &'a BTreeMap<String, String>,
    ) -> Boxed<'a, Outcome<Vec<Vec<Option<TypedValue>>>>> {
        Box::pin(async { Ok(Vec::new()) })
    }
}

#[tokio::main]
async fn main() {
    let folder = std::env::temp_dir().join(format!("import-speed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let address = format!("sqlite:{}/x.db?mode=rwc", folder.display());
    let database = Database::open(&address, 8).await.expect("a database");
    let steps = [
        orgs::MIGRATIONS,
        ledger::MIGRATIONS,
        intake::MIGRATIONS,
        MIGRATIONS,
    ]
    .concat();
    migrate(&database, &steps).await.expect("a schema");
    let app = App::new(database, Arc::new(SystemClock), 7, false);
    let app = app.with(Importers::new(vec![Arc::new(Speed)]));
    let actor = Arc::new(Actor::operator([WriteImports::PERMISSION]));
    let actor = Allowed::<WriteImports>::check(actor).expect("held");
    let bytes = workbook();
    println!("{} bytes", bytes.len());
    for round in 0..3 {
        let started = Instant::now();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
        let range = book.worksheet_range("资金").expect("its sheet");
        let bare = started.elapsed();
        let started = Instant::now();
        sheets::read("x.xlsx", &bytes).expect("a workbook");
        let read = started.elapsed();
        let started = Instant::now();
        let upload = ops::Upload {
            file_name: "x.xlsx".to_owned(),
            bytes: bytes.clone(),
            kind: None,
        };
        let batch = ops::stage(&app, &actor, upload).await.expect("a report");
        let staged = started.elapsed();
        let reads = tokio::spawn(reads(app.clone()));
        let started = Instant::now();
        ops::commit(&app, &actor, batch.id).await.expect("written");
        let written = started.elapsed();
        reads.abort();
        println!(
            "round {round}: {} rows, bare {bare:?}, sheets {read:?}, report {staged:?} ({} %), \
             commit {written:?}, reads beside it: 95 % within {:?}",
            range.height(),
            staged.as_millis() * 100 / bare.as_millis().max(1),
            slowest_but_one_in_twenty(),
        );
    }
    std::fs::remove_dir_all(folder).expect("its own folder");
}

/// How long other people's reads took since the last look.
static READS: Mutex<Vec<Duration>> = Mutex::new(Vec::new());

/// Reads pages of the history, one after another, until it is stopped.
async fn reads(app: App) {
    let actor = Actor::operator([]);
    loop {
        let started = Instant::now();
        let page = ops::list_batches(&app, &actor, &kernel::PageQuery::default()).await;
        page.expect("a page");
        READS
            .lock()
            .expect("nobody panics holding it")
            .push(started.elapsed());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn slowest_but_one_in_twenty() -> Duration {
    let mut reads = std::mem::take(&mut *READS.lock().expect("nobody panics holding it"));
    reads.sort_unstable();
    reads[reads.len() * 95 / 100]
}

/// A table of funds as an export writes it.
fn workbook() -> Vec<u8> {
    let sheet = SheetOut {
        name: "资金".to_owned(),
        title: Some("到位资金明细".to_owned()),
        unit_line: Some("单位：万元".to_owned()),
        columns: KINDS[0]
            .fields
            .iter()
            .map(|field| {
                let kind = match field.field_type {
                    FieldType::Code => ColumnKind::Code,
                    FieldType::Date => ColumnKind::Date,
                    FieldType::Money(unit) => ColumnKind::Money(unit),
                    FieldType::Percent => ColumnKind::Percent,
                    FieldType::Integer => ColumnKind::Int,
                    _ => ColumnKind::Text,
                };
                ColumnOut::new(field.header.zh, kind)
            })
            .collect(),
        ..SheetOut::default()
    };
    let mut stream = Stream::new(sheet).expect("a sheet");
    let first = chrono::NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
    for row in 0..ROWS {
        let fen = row * 7_919 % 90_000_000_000 + 12_345;
        let cells = [
            CellOut::Text(format!("HD{row:08}")),
            CellOut::Text(format!("2023-{:05}", row / 7)),
            CellOut::Text(format!("某新材料产业园项目第{}期", row % 500)),
            CellOut::Text("张店区".to_owned()),
            CellOut::Text(format!("某某控股集团有限公司{}", row % 900)),
            CellOut::Date(first + chrono::TimeDelta::days(row % 540)),
            CellOut::Money { fen, unit: WAN },
            CellOut::Money {
                fen: fen / 3,
                unit: WAN,
            },
            CellOut::Percent(row % 10_000),
            CellOut::Text("实缴注册资本".to_owned()),
            CellOut::Int(row),
            CellOut::Text("按季度核对".to_owned()),
        ];
        stream.row(&cells).expect("a row");
    }
    stream.finish().expect("a workbook")
}
