//! Reads mutated workbooks and watches that every one gets an answer.
//!
//! `cargo run --profile fast --example fuzz -p sheets -- SEED AMOUNT [ONLY]`
//! where AMOUNT is a number of workbooks or, as `60s`, a time. The workbooks
//! are made here in the three formats; those of `../shared/data/gov-workbooks`
//! join them where they are present. With the path of a file in place of SEED
//! that file is read and what it took is printed. ONLY writes the workbook of that number
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
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
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
    if let Some(path) = arguments.first().map(Path::new).filter(|p| p.is_file()) {
        return read_alone(path);
    }
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
    watch_time(seed, Arc::clone(&at));
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
        at.store(number + 1, Ordering::Relaxed);
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

/// Reads one file and prints what it took.
fn read_alone(path: &Path) -> ExitCode {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let bytes = std::fs::read(path).expect("a file that can be read");
    let begun = Instant::now();
    let answer = match sheets::read(&name, &bytes) {
        Ok(book) => {
            let tables = || book.sheets.iter().flat_map(|s| &s.tables);
            let rows: usize = tables().map(|t| t.rows.len()).sum();
            let dropped: usize = tables().map(|t| t.dropped.len()).sum();
            format!("{rows} rows, {dropped} dropped")
        }
        Err(unreadable) => format!("{}: {unreadable}", unreadable.code()),
    };
    let peak = peak_kilobytes() / 1_000;
    println!("{name}: {answer}; {:?}, peak {peak} MB", begun.elapsed());
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

/// Ends the process when one workbook takes too long, by the processor's time
/// rather than the clock's: others may want the machine as well. `at` holds its
/// number, from 1; 0 where none is being read.
fn watch_time(seed: u64, at: Arc<AtomicU64>) {
    std::thread::spawn(move || {
        let (mut number, mut since) = (0, Duration::ZERO);
        loop {
            std::thread::sleep(Duration::from_millis(250));
            let (now, used) = (at.load(Ordering::Relaxed), processor_time());
            if now != number {
                (number, since) = (now, used);
            } else if number != 0 && used.saturating_sub(since) > LIMIT {
                println!("number {} of seed {seed} takes too long", number - 1);
                std::process::exit(3);
            }
        }
    });
}

/// Time that this process has had the processor, as Linux tells it in
/// hundredths of a second; elsewhere the time since the first call.
fn processor_time() -> Duration {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let begun = FIRST.get_or_init(Instant::now);
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let ticks: Option<u64> = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(|f| f.parse::<u64>().ok())
        .sum();
    match ticks {
        Some(ticks) if ticks > 0 => Duration::from_millis(ticks * 10),
        _ => begun.elapsed(),
    }
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
