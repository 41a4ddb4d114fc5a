//! Writes a bulletin of about three pages with 60 figures and a table of 40 rows, in every form,
//! and tells how long each took: `cargo run --profile fast --example sample -- DIRECTORY`.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use documents::{Catalogue, Figure, Figures, Language, Meta};
use serde_json::{Value, json};

const TEMPLATE: &str = include_str!("sample.md");

fn main() {
    let directory = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let context = context();
    let catalogue = Catalogue::new(
        ["funds_arrived", "new_projects"],
        ["value", "yoy", "completion"],
    );
    let asked = documents::calls(TEMPLATE, &context, &catalogue, &Figures::new())
        .expect("the sample is a good template");
    let figures: Figures = asked
        .into_iter()
        .enumerate()
        .map(|(n, call)| {
            let display = match call.measure.as_str() {
                "yoy" if n % 7 == 2 => format!("−{}.{}%", n % 9, n % 10),
                "value" if call.code == "new_projects" => (n * 3 % 90 + 4).to_string(),
                "value" => format!("{}.{}", n * 7 % 400 + 12, n % 10),
                _ => format!("{}.{}%", n % 70 + 3, n % 10),
            };
            let figure = Figure {
                value: Some(display.trim_end_matches('%').replace('−', "-")),
                address: format!("{}.{n}", call.code),
                display,
            };
            (call, figure)
        })
        .collect();
    let meta = meta();
    let render = || {
        documents::render(TEMPLATE, &context, &figures, Language::Zh)
            .expect("every figure that is asked for is there")
    };
    let document = render();
    println!(
        "{} calls, {} figures printed",
        figures.len(),
        document.figures.len()
    );
    measure("calls", || {
        documents::calls(TEMPLATE, &context, &catalogue, &figures).is_ok()
    });
    measure("render", render);
    measure("html", || documents::html::fragment(&document, &meta));
    measure("print", || documents::print::page(&document, &meta));
    measure("word", || documents::word::file(&document, &meta));

    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(directory.join(name), bytes).expect("the directory can be written to");
    };
    let word = documents::word::file(&document, &meta);
    println!("the Word file has {} bytes", word.len());
    write("sample.docx", &word);
    write(
        "sample.html",
        documents::print::page(&document, &meta).as_bytes(),
    );
}

/// Runs `work` 50 times and prints the median.
fn measure<T>(what: &str, work: impl Fn() -> T) {
    let mut times: Vec<Duration> = (0..50)
        .map(|_| {
            let begin = Instant::now();
            std::hint::black_box(work());
            begin.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!("{what}: {:?} (slowest {:?})", times[25], times[49]);
}

fn context() -> Value {
    let names = [
        "淄川区",
        "张店区",
        "博山区",
        "临淄区",
        "周村区",
        "桓台县",
        "高青县",
        "沂源县",
        "高新区",
        "经开区",
        "文昌湖区",
    ];
    let units: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(n, name)| json!({"code": format!("37030{n}"), "name": name}))
        .collect();
    let projects: Vec<Value> = (1..=40)
        .map(|n| {
            json!({
                "name": if n % 5 == 0 {
                    format!("高端氟硅材料及精细化工一体化产业基地（二期）扩建项目{n:03}")
                } else {
                    format!("新材料产业园项目{n:03}")
                },
                "unit": names[n % names.len()],
                "planned": format!("{},{:03}", n % 40 + 10, n * 37 % 1000),
                "arrived": format!("{},{:03}", n % 9 + 1, n * 91 % 1000),
                "state": if n % 2 == 0 { "已开工" } else { "未开工" },
            })
        })
        .collect();
    json!({"units": units, "projects": projects, "month_label": "6月"})
}

fn meta() -> Meta {
    Meta {
        title: "上半年招商引资情况通报".to_owned(),
        issuer: "市投资促进局".to_owned(),
        red_head: Some("招商引资工作通报".to_owned()),
        document_number: Some("招引通报〔2023〕6号".to_owned()),
        recipient: Some("各区县政府，各功能区管委会，市直有关部门".to_owned()),
        date: NaiveDate::from_ymd_opt(2023, 7, 5),
        month_label: Some("2023年6月".to_owned()),
        note: None,
        copy_to: Some("市委办公室，市政府办公室".to_owned()),
        demo: true,
        hash: Some("a1b2c3d4e5f6".to_owned()),
        language: Language::Zh,
    }
}
