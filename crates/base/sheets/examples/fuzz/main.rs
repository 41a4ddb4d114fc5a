//! Reads mutated workbooks and watches that every one gets an answer.
//!
//! `cargo run --profile fast --example fuzz -p sheets -- SEED AMOUNT [ONLY]`
//! where AMOUNT is a number of workbooks or, as `60s`, a time. The workbooks
//! are made here in the three formats; those of `../shared/data/gov-workbooks`
//! join them where they are present. ONLY writes the workbook of that number
//! to the temporary folder and reads it alone.
//!
//! It ends with an error when a panic begins in this crate, when a workbook
//! takes more than ten seconds, when a table's rows are not as wide as its
//! header, or when the process has taken more than 500 MB.

mod mutate;
mod seeds;
#[path = "../../tests/support/mod.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod support;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use mutate::{Random, mutated};

/// Longest that one workbook may take.
const LIMIT: Duration = Duration::from_secs(10);
/// Most memory of the process.
const MAX_KILOBYTES: u64 = 500 * 1_000;

/// Where panics began, and how often.
type Panics = Arc<Mutex<BTreeMap<String, u64>>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let seed: u64 = arguments.first().and_then(|a| a.parse().ok()).unwrap_or(1);
    let amount = arguments.get(1).map_or("1000", String::as_str);
    let seconds = amount.strip_suffix('s').and_then(|s| s.parse().ok());
    let count: u64 = match seconds {
        Some(_) => u64::MAX,
        None => amount.parse().unwrap_or(1_000),
    };
    let seeds = seeds::all();
    println!("{} workbooks to begin with, seed {seed}", seeds.len());
    let panics = watch_panics();
    if let Some(only) = arguments.get(2).and_then(|a| a.parse().ok()) {
        let (name, bytes) = mutated(&seeds, &mut Random::new(seed, only));
        let path = std::env::temp_dir().join(format!("sheets-fuzz-{only}-{name}"));
        std::fs::write(&path, &bytes).expect("the temporary folder can be written");
        println!(
            "{}: {:?}",
            path.display(),
            sheets::read(&name, &bytes).map(|_| ())
        );
        return ExitCode::SUCCESS;
    }
    let begun = Instant::now();
    let at = Arc::new(AtomicU64::new(0));
    watch_time(seed, begun, Arc::clone(&at));
    let mut told: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut slowest = (Duration::ZERO, 0);
    let mut wrong = 0;
    let mut done = 0;
    for number in 0..count {
        if seconds.is_some_and(|s| begun.elapsed() >= Duration::from_secs(s)) {
            break;
        }
        let (name, bytes) = mutated(&seeds, &mut Random::new(seed, number));
        let started = Instant::now();
        at.store(stamp(number, begun.elapsed()), Ordering::Relaxed);
        let answer = sheets::read(&name, &bytes);
        at.store(0, Ordering::Relaxed);
        slowest = slowest.max((started.elapsed(), number));
        if answer.as_ref().is_ok_and(|book| !is_even(book)) {
            println!("number {number} ({name}): rows are not as wide as the header");
            wrong += 1;
        }
        *told
            .entry(answer.map_or_else(|e| e.code(), |_| "read"))
            .or_default() += 1;
        done += 1;
    }
    for (code, count) in &told {
        println!("{count:>8} {code}");
    }
    let panics = panics.lock().map(|p| p.clone()).unwrap_or_default();
    for (place, count) in &panics {
        println!("{count:>8} panics caught at {place}");
    }
    let ours = panics.keys().any(|place| place.contains("base/sheets"));
    let peak = peak_kilobytes();
    println!(
        "{done} workbooks in {:?}, slowest {:?} (number {}), peak {} MB",
        begun.elapsed(),
        slowest.0,
        slowest.1,
        peak / 1_000
    );
    if wrong > 0 || ours || peak > MAX_KILOBYTES {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Whether every row has a cell for every column.
fn is_even(book: &sheets::Workbook) -> bool {
    book.sheets.iter().flat_map(|s| &s.tables).all(|table| {
        let width = table.columns.len();
        table.rows.iter().all(|row| row.cells.len() == width)
    })
}

/// Counts panics by their place instead of printing each.
fn watch_panics() -> Panics {
    let panics = Panics::default();
    let seen = Arc::clone(&panics);
    std::panic::set_hook(Box::new(move |info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        if let Ok(mut seen) = seen.lock() {
            *seen.entry(place).or_default() += 1;
        }
    }));
    panics
}

/// Number and beginning of a workbook in one word: at most 2^40 milliseconds.
fn stamp(number: u64, since: Duration) -> u64 {
    (number + 1) << 40 | u64::try_from(since.as_millis()).unwrap_or(0)
}

/// Ends the process when a workbook takes too long.
fn watch_time(seed: u64, begun: Instant, at: Arc<AtomicU64>) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(500));
            let now = at.load(Ordering::Relaxed);
            let started = Duration::from_millis(now & ((1 << 40) - 1));
            if now != 0 && begun.elapsed().saturating_sub(started) > LIMIT {
                println!("number {} of seed {seed} takes too long", (now >> 40) - 1);
                std::process::exit(3);
            }
        }
    });
}

/// Peak of memory of this process; 0 where the system does not tell.
fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|l| l.strip_prefix("VmHWM:"))
        .and_then(|l| l.trim().strip_suffix(" kB")?.trim().parse().ok())
        .unwrap_or(0)
}
