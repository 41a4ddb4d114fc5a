//! How long finding takes among many names: `cargo run --profile fast -p desk --example
//! find_speed [NAMES]`. Prints only.

use desk::{Index, Named};
use kernel::Scope;
use std::time::Instant;

const PLACES: [&str; 8] = [
    "上海", "苏州", "北京", "深圳", "杭州", "成都", "淄博", "青岛",
];
const TRADES: [&str; 10] = [
    "新材料",
    "精细化工",
    "智能装备",
    "生物医药",
    "电子信息",
    "陶瓷",
    "冷链物流",
    "现代农业",
    "文化旅游",
    "新能源",
];
const FORMS: [&str; 3] = ["有限公司", "股份有限公司", "集团有限公司"];

fn main() {
    let total: usize = std::env::args()
        .nth(1)
        .and_then(|text| text.parse().ok())
        .unwrap_or(200_000);
    let started = Instant::now();
    let mut index = Index::default();
    index.take((0..total).map(named).collect());
    println!("{total} names taken in {:?}", started.elapsed());
    for words in [
        "新材料",
        "xcl",
        "xincailiao",
        "第17777号",
        "C-0199999",
        "有限公司",
        "没有这样的",
    ] {
        let mut times: Vec<_> = (0..20)
            .map(|_| {
                let started = Instant::now();
                let found = index.find(words, &Scope::Everything, 8).len();
                (started.elapsed(), found)
            })
            .collect();
        times.sort_unstable();
        let (median, found) = times[10];
        println!(
            "{words}: median {median:?}, slowest {:?}, {found} shown",
            times[19].0
        );
    }
}

fn named(number: usize) -> Named {
    let place = PLACES[number % PLACES.len()];
    let trade = TRADES[number / PLACES.len() % TRADES.len()];
    let form = FORMS[number % FORMS.len()];
    Named {
        key: i64::try_from(number).unwrap_or(i64::MAX),
        id: format!("cmp_{number}"),
        name: format!("{place}第{number}号{trade}{form}"),
        code: Some(format!("C-{number:07}")),
        aliases: Vec::new(),
        note: String::new(),
        units: Vec::new(),
        is_gone: false,
    }
}
