//! What a served city answers, and how fast: `cargo run --profile fast -p zhaoyin --example
//! http_speed BINARY DATA`. `DATA` is a loaded demo city, which is filled up to 50,000
//! projects. The clients share the machine with the server. Prints only.
#![expect(clippy::unwrap_used, reason = "a measurement that fails says where")]
#![expect(clippy::cast_precision_loss, reason = "rates are printed rounded")]

mod client;
mod filling;

use client::{Client, alone, together};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Instant, UNIX_EPOCH};

/// The server that is measured; it goes when the measuring ends, however that ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Starts the server; gives it and where it listens.
fn serve(binary: &str, data: &str) -> (Server, String) {
    let server = Command::new(binary)
        .args(["--data", data, "serve", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut server = Server(server);
    let mut said = BufReader::new(server.0.stdout.take().unwrap());
    let mut line = String::new();
    while !line.starts_with("http://") {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "the server ended");
    }
    // The log goes on into the pipe, and somebody must read it.
    std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
    let address = line.trim().trim_start_matches("http://").to_owned();
    (server, address)
}

/// The bureau's session of the demo city.
fn sign_in(address: &str, data: &str) -> String {
    let accounts = std::fs::read_to_string(format!("{data}/demo-accounts.txt")).unwrap();
    let line = accounts.lines().find(|line| line.starts_with("bureau"));
    let mut words = line.unwrap().split_whitespace();
    let body = json!({ "login": words.next(), "password": words.next() });
    let answer = Client::new(address, "").post("/api/v1/session", &body);
    answer.cookie.unwrap()
}

fn memory(server: &Server) -> String {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.0.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.unwrap()[6..].trim().to_owned()
}

/// What an indicator's page asks for.
const PAGES: [(&str, &str); 4] = [
    (
        "an indicator's page, all units",
        "/api/v1/figures?indicator=funds_arrived&unit=all&month=2023-06",
    ),
    (
        "an indicator's page, two years by month",
        "/api/v1/series?indicator=funds_arrived&to=2023-06&months=24",
    ),
    (
        "an indicator's page, the forecast",
        "/api/v1/forecasts?indicator=funds_arrived&month=2023-06",
    ),
    (
        "an indicator's page, its records",
        "/api/v1/lineage?indicator=funds_arrived&month=2023-06&limit=50",
    ),
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let binary = arguments.next().expect("BINARY");
    let data = arguments.next().expect("DATA");
    let begun = Instant::now();
    // Codes and numbers of this run, so that a store can be measured again.
    let run = UNIX_EPOCH.elapsed().unwrap().as_secs();
    let (server, address) = serve(&binary, &data);
    println!("start on an existing store: {:.0?}", begun.elapsed());
    let cookie = sign_in(&address, &data);
    println!("idle memory: {}", memory(&server));
    let mut client = Client::new(&address, &cookie);
    let rate = |name: &str, path: &str| {
        together(name, &address, &cookie, |client, _, _| {
            client.get(path);
        });
    };
    rate("base, /healthz", "/healthz");
    rate("base, the session", "/api/v1/session");
    rate("the board of district sums", "/api/v1/board?month=2023-06");
    rate("all figures of the city", "/api/v1/figures?month=2023-06");
    for (name, path) in PAGES {
        alone(name, 100, |_| {
            client.get(path);
        });
    }
    let half_year = json!({ "month": "2023-06", "template": "half_year" });
    alone("the half-year bulletin, rendered", 50, |_| {
        client.post("/api/v1/bulletins/preview", &half_year);
    });
    let seen = client.post("/api/v1/bulletins/preview", &half_year).json();
    let typed = seen["typed_numbers"].as_array().unwrap().iter();
    let typed: Vec<_> = typed.map(|number| number["text"].clone()).collect();
    let issue = json!({
        "month": "2023-06",
        "template": "half_year",
        "document_number": format!("测量〔2023〕{run}号"),
        "typed_numbers": typed,
    });
    let issued = client.post("/api/v1/bulletins", &issue).json();
    let document = issued["id"].as_str().unwrap();
    let document = format!("/api/v1/bulletins/{document}/document.docx");
    alone("an issued bulletin's Word file", 50, |_| {
        client.get(&document);
    });
    if !filling::is_full(&mut client) {
        filling::fill(&mut client);
    }
    let units = filling::UNITS;
    let stages = ["pre_signing", "signed"];
    let list = |n: usize| {
        let (unit, stage) = (
            units[n % units.len()],
            stages[n / units.len() % stages.len()],
        );
        format!("/api/v1/projects?unit={unit}&stage={stage}&sort=planned&limit=50")
    };
    alone("a list of 50 among 50,000 projects", 400, |n| {
        client.get(&list(n));
    });
    together(
        "a list of 50 among 50,000 projects",
        &address,
        &cookie,
        |client, who, n| {
            client.get(&list(who + n));
        },
    );
    alone("find anything", 100, |n| {
        client.get(["/api/v1/find?words=celiang", "/api/v1/find?words=B-04999"][n % 2]);
    });
    alone("one project created", 400, |n| {
        filling::create(&mut client, &format!("A-{run}-{n}"));
    });
    together(
        "one project created",
        &address,
        &cookie,
        |client, who, n| {
            filling::create(client, &format!("B-{run}-{who}-{n}"));
        },
    );
    alone(
        "one project created, then its signing recognised",
        400,
        |n| {
            filling::create_signed(&mut client, &format!("C-{run}-{n}"));
        },
    );
    together(
        "one project created, then its signing recognised",
        &address,
        &cookie,
        |client, who, n| {
            filling::create_signed(client, &format!("D-{run}-{who}-{n}"));
        },
    );
    println!("memory after: {}", memory(&server));
}
