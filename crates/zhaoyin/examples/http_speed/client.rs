//! The leanest client there is: one connection that is kept, one request at a time, so that
//! on two shared cores the server is measured and not its caller.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// A reply.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) cookie: Option<String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The body, which is JSON.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// One kept connection.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    cookie: String,
}

impl Client {
    /// A connection to `address` as whoever holds `cookie`.
    pub(crate) fn new(address: &str, cookie: &str) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Self {
            stream: BufReader::with_capacity(1 << 16, stream),
            cookie: cookie.to_owned(),
        }
    }

    /// Sends a request and reads the whole reply.
    pub(crate) fn send(&mut self, method: &str, path: &str, kind: &str, body: &[u8]) -> Answer {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\ncookie: {}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n",
            self.cookie,
            body.len()
        )
        .into_bytes();
        request.extend_from_slice(body);
        self.stream.get_mut().write_all(&request).unwrap();
        let mut line = String::new();
        self.stream.read_line(&mut line).unwrap();
        let status = line.split(' ').nth(1).unwrap().parse().unwrap();
        let (mut length, mut cookie) = (0, None);
        loop {
            line.clear();
            self.stream.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim_end().split_once(':') else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse().unwrap(),
                "set-cookie" => cookie = value.trim().split(';').next().map(str::to_owned),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).unwrap();
        Answer {
            status,
            cookie,
            body,
        }
    }

    /// Reads `path`, which must answer.
    pub(crate) fn get(&mut self, path: &str) -> Answer {
        let answer = self.send("GET", path, "application/json", b"");
        assert_eq!(answer.status, 200, "{path}");
        answer
    }

    /// Posts JSON, which must be taken.
    pub(crate) fn post(&mut self, path: &str, body: &serde_json::Value) -> Answer {
        let answer = self.send(
            "POST",
            path,
            "application/json",
            body.to_string().as_bytes(),
        );
        let said = String::from_utf8_lossy(&answer.body);
        assert!(answer.status < 300, "{path}: {} {said}", answer.status);
        answer
    }
}

/// How many clients ask at once.
pub(crate) const CLIENTS: usize = 16;

/// How long they ask.
const SPAN: Duration = Duration::from_secs(5);

/// Prints how long `ask` takes alone: the median and the slowest of `times`.
pub(crate) fn alone(name: &str, times: usize, mut ask: impl FnMut(usize)) {
    let mut took: Vec<Duration> = (0..times)
        .map(|n| {
            let begun = Instant::now();
            ask(n);
            begun.elapsed()
        })
        .collect();
    took.sort_unstable();
    println!(
        "{name}: median {:.2?}, slowest {:.2?} of {times}",
        took[times / 2],
        took[times - 1]
    );
}

/// Prints how often a second [`CLIENTS`] clients at once get through `ask`, which is told
/// whose turn it is and how often that one has asked.
pub(crate) fn together(
    name: &str,
    address: &str,
    cookie: &str,
    ask: impl Fn(&mut Client, usize, usize) + Sync,
) {
    let begun = Instant::now();
    let answered: usize = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|who| {
                let ask = &ask;
                scope.spawn(move || {
                    let mut client = Client::new(address, cookie);
                    let mut answered = 0;
                    while begun.elapsed() < SPAN {
                        ask(&mut client, who, answered);
                        answered += 1;
                    }
                    answered
                })
            })
            .collect();
        clients
            .into_iter()
            .map(|client| client.join().unwrap())
            .sum()
    });
    println!(
        "{name}: {:.0} a second with {CLIENTS} clients",
        answered as f64 / begun.elapsed().as_secs_f64()
    );
}
