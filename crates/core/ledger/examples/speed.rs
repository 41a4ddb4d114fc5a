//! Measures the ledger by itself: `cargo run --profile fast -p ledger --example speed -- ADDRESS [FACTS]`.
//!
//! ADDRESS is an empty database (`sqlite:FILE?mode=rwc` or `postgres://…`). Prints one line
//! a measurement; the bare inserts of the same rows through the same driver are the base.

use chrono::NaiveDate;
use db::{Database, Rows, append_rows, execute};
use kernel::{Actor, Instant, Money, Month};
use ledger::{
    Credit, CreditMode, Definitions, FigureQuery, NewFact, Payload, Source, Subject, Window,
    figures, install, lineage, open_month, record, verify,
};
use std::time::Instant as Stopwatch;

const BATCH: i64 = 1_000;
const UNITS: i64 = 12;
const CITY: i64 = 1;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments
        .next()
        .ok_or("an empty database's address is missing")?;
    let total: i64 = arguments.next().map_or(Ok(200_000), |text| text.parse())?;
    let database = Database::open(&address, 4).await?;
    db::migrate(&database, ledger::MIGRATIONS).await?;
    let definitions = Definitions::parse(
        include_str!("../../../../indicators/kinds.toml"),
        &[
            include_str!("../../../../indicators/investment.toml"),
            include_str!("../../../../indicators/outreach.toml"),
            include_str!("../../../../indicators/targets.toml"),
            include_str!("../../../../indicators/channels.toml"),
            include_str!("../../../../indicators/care.toml"),
        ],
    )?;
    let at = Instant::parse("2022-01-31T00:00:00Z").ok_or("an instant")?;
    let books = install(&database, definitions, at).await?;
    let actor = Actor::operator([]);
    let tx = database.begin_write().await?;
    let mut month: Month = "2022-01".parse().map_err(|_| "a month")?;
    open_month(&tx, &actor, at, month).await.map_err(text)?;
    tx.commit().await?;

    let per_month = (total / 18).max(BATCH) / BATCH * BATCH;
    let started = Stopwatch::now();
    let mut last = Stopwatch::now();
    for batch in 0..total / BATCH {
        if batch * BATCH > 0 && (batch * BATCH) % per_month == 0 {
            let tx = database.begin_write().await?;
            ledger::close_month(&tx, &books, &actor, at, month)
                .await
                .map_err(text)?;
            tx.commit().await?;
            month = month.next();
        }
        if batch == total / BATCH - 10 {
            last = Stopwatch::now();
        }
        let tx = database.begin_write().await?;
        record(&tx, &books, &actor, at, facts(batch))
            .await
            .map_err(text)?;
        tx.commit().await?;
    }
    let ten = last.elapsed();
    rate("record, facts a second over all", total, started.elapsed());
    rate(
        "record, facts a second in the last ten batches",
        10 * BATCH,
        ten,
    );
    bare(&database).await?;

    let units: Vec<i64> = (CITY..=CITY + UNITS).collect();
    let window = Window::year_to_date(month);
    let query = FigureQuery {
        window,
        units: &units,
        ranked: &units[1..],
        codes: &[],
        with_subjects: false,
    };
    median("all figures of a month, 13 units", 20, async || {
        figures(database.reader(), &books, &query).await.map(|_| ())
    })
    .await?;
    median("a lineage page of 50", 20, async || {
        lineage(
            database.reader(),
            &books,
            "funds_arrived",
            CITY,
            window,
            None,
            50,
        )
        .await
        .map(|_| ())
    })
    .await?;
    let deep = Some((month.number(), total - 100, 0));
    median("a lineage page far down", 20, async || {
        lineage(
            database.reader(),
            &books,
            "funds_arrived",
            CITY,
            window,
            deep,
            50,
        )
        .await
        .map(|_| ())
    })
    .await?;
    let started = Stopwatch::now();
    let tx = database.begin_read().await?;
    let verified = verify(&tx, &books).await.map_err(text)?;
    println!(
        "verify, seconds: {:?} ({} facts, {} findings)",
        started.elapsed(),
        verified.facts,
        verified.findings.len()
    );
    Ok(())
}

fn text(fault: kernel::Fault) -> String {
    fault.to_string()
}

fn rate(what: &str, count: i64, elapsed: std::time::Duration) {
    println!(
        "{what}: {}",
        i128::from(count) * 1_000_000_000 / i128::try_from(elapsed.as_nanos().max(1)).unwrap_or(1)
    );
}

async fn median<E: std::error::Error + 'static>(
    what: &str,
    runs: usize,
    work: impl AsyncFn() -> Result<(), E>,
) -> Result<(), Box<dyn std::error::Error>> {
    let mut times = Vec::new();
    for _ in 0..runs {
        let started = Stopwatch::now();
        work().await?;
        times.push(started.elapsed());
    }
    times.sort();
    println!(
        "{what}: median {:?}, slowest {:?}",
        times[runs / 2],
        times[runs - 1]
    );
    Ok(())
}

fn facts(batch: i64) -> Vec<NewFact> {
    (0..BATCH)
        .map(|place| {
            let number = batch * BATCH + place;
            NewFact {
                kind: "funds.arrived".into(),
                subject: Subject::new("project", 1_000 + number % 5_000),
                occurred_on: NaiveDate::from_ymd_opt(2022, 1, 10).expect("a day"),
                opening: false,
                amount: Money::from_fen(1_000_000 + number * 7),
                credits: vec![Credit {
                    unit: CITY + 1 + number % UNITS,
                    above: vec![CITY],
                    basis_points: 10_000,
                    mode: CreditMode::Exclusive,
                }],
                payload: Payload::from([
                    ("fund_kind".into(), "equipment".into()),
                    ("platform".into(), false.into()),
                    ("other_province_bp".into(), 10_000i64.into()),
                ]),
                refs: Vec::new(),
                correction: None,
                source: Source {
                    kind: "fund".into(),
                    id: number,
                },
            }
        })
        .collect()
}

/// The base: the rows of one fact and its two postings, inserted bare.
async fn bare(database: &Database) -> Result<(), Box<dyn std::error::Error>> {
    for table in ["facts", "postings"] {
        execute(
            database.reader(),
            &format!("CREATE TABLE bare_{table} AS SELECT * FROM ledger_{table} WHERE 1 = 0"),
            [],
        )
        .await?;
    }
    let started = Stopwatch::now();
    for batch in 0..10 {
        let tx = database.begin_write().await?;
        let mut facts = Rows::new(
            "bare_facts",
            &[
                "seq",
                "kind",
                "subject_kind",
                "subject_id",
                "occurred_on",
                "month",
                "origin_month",
                "amount_fen",
                "credits",
                "payload",
                "refs",
                "source_kind",
                "source_id",
                "recorded_by_account",
                "recorded_by",
                "recorded_at",
                "hash",
            ],
            "",
        );
        let mut postings = Rows::new(
            "bare_postings",
            &[
                "seq",
                "version",
                "unit",
                "n",
                "month",
                "cohort",
                "subject_kind",
                "subject_id",
                "amount_fen",
                "count",
            ],
            "",
        );
        for place in 0..BATCH {
            let seq = batch * BATCH + place;
            facts.push([
                seq.into(),
                "funds.arrived".into(),
                "project".into(),
                seq.into(),
                "2022-01-10".into(),
                202_201.into(),
                202_201.into(),
                seq.into(),
                r#"[{"unit":2,"above":[1],"basis_points":10000,"mode":"exclusive"}]"#.into(),
                r#"{"fund_kind":"equipment","other_province_bp":10000,"platform":false}"#.into(),
                "[]".into(),
                "fund".into(),
                seq.into(),
                0i64.into(),
                "command line".into(),
                "2022-01-31T00:00:00.000000Z".into(),
                vec![0u8; 32].into(),
            ]);
            for unit in [1i64, 2] {
                postings.push([
                    seq.into(),
                    1i64.into(),
                    unit.into(),
                    0.into(),
                    202_201.into(),
                    202_201.into(),
                    "project".into(),
                    seq.into(),
                    seq.into(),
                    1i64.into(),
                ]);
            }
        }
        append_rows(&tx, facts).await?;
        append_rows(&tx, postings).await?;
        tx.commit().await?;
    }
    rate(
        "bare inserts of the same rows, facts a second",
        10 * BATCH,
        started.elapsed(),
    );
    Ok(())
}
