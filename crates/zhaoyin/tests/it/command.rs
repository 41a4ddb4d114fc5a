//! The binary itself, started as an operator starts it. On SQLite, its default.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("zhaoyin-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Self(path)
    }

    fn zhaoyin(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhaoyin"));
        command
            .env_remove("DATABASE_URL")
            .env("LC_ALL", "C")
            .args(["--data"])
            .arg(&self.0)
            .args(arguments);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.zhaoyin(arguments).output().unwrap()
    }

    /// Makes the database, as the first start of a server does.
    pub(crate) fn make(&self) {
        assert!(self.serve().0.stop());
    }

    /// A city and one district, as a workbook.
    pub(crate) fn units(&self) -> String {
        let path = self.0.join("units.csv");
        let rows = "单位代码,单位名称,单位类型,上级单位,行政区划代码\n\
                    370300,淄博市,全市,,370300\n370303,张店区,区县,370300,370303\n";
        std::fs::write(&path, rows).unwrap();
        path.display().to_string()
    }

    /// A server on a port of its own, what it printed before its address, and the address.
    #[expect(
        clippy::zombie_processes,
        reason = "the server is waited for when it is dropped"
    )]
    fn serve(&self) -> (Server, String, String) {
        let mut child = self
            .zhaoyin(&["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut printed = String::new();
        loop {
            let line = lines.next().expect("the server starts").unwrap();
            if let Some(address) = line.strip_prefix("http://") {
                return (Server(child), printed, address.to_owned());
            }
            printed.push_str(&line);
            printed.push('\n');
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

struct Server(Child);

impl Server {
    fn stop(mut self) -> bool {
        let id = self.0.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        self.0.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a command said on standard error.
pub(crate) fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_first_start_prints_a_password_once_and_stops_when_told() {
    let folder = Folder::new("first-start");
    let (server, printed, address) = folder.serve();
    assert!(printed.contains("one-time password"), "{printed}");
    assert!(get(&address, "/readyz").starts_with("HTTP/1.1 200"));
    assert!(server.stop(), "a server that is told to stop ends well");
    let (server, printed, _) = folder.serve();
    assert_eq!(printed, "");
    assert!(server.stop());
}

#[test]
fn an_account_is_added_from_the_command_line() {
    let folder = Folder::new("user-add");
    folder.make();
    let added = folder.run(&["user", "add", "chief", "--role", "bureau"]);
    assert!(added.status.success());
    assert!(String::from_utf8_lossy(&added.stdout).contains("one-time password"));
    let again = folder.run(&["user", "add", "chief", "--role", "bureau"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(told(&again).contains("This account name is taken (orgs.login_taken)"));
    let homeless = folder.run(&["user", "add", "x1", "--role", "district"]);
    assert!(told(&homeless).contains("Choose the unit (orgs.unit_required)"));
    let unknown = folder.run(&["user", "add", "x1", "--role", "king"]);
    assert!(!unknown.status.success());
}

#[test]
fn the_doctor_says_what_is_wrong_and_changes_nothing() {
    let folder = Folder::new("doctor");
    let nothing = folder.run(&["doctor"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(!folder.0.exists());
    folder.make();
    let well = folder.run(&["doctor"]);
    assert!(
        well.status.success(),
        "{}",
        String::from_utf8_lossy(&well.stdout)
    );
}

#[test]
fn the_document_is_printed_without_a_database() {
    let folder = Folder::new("openapi");
    let printed = folder.run(&["openapi"]);
    assert!(printed.status.success());
    let document: serde_json::Value = serde_json::from_slice(&printed.stdout).unwrap();
    assert!(document["paths"]["/api/v1/session"].is_object());
    assert!(
        document["x-problem-codes"]
            .as_array()
            .unwrap()
            .contains(&"session.locked".into())
    );
    assert!(!folder.0.exists());
}

#[test]
fn a_mistyped_folder_is_refused_and_nothing_is_made_there() {
    let folder = Folder::new("typo");
    let commands: [&[&str]; 10] = [
        &["verify"],
        &["replay"],
        &["month", "list"],
        &["figures", "--month", "2023-06"],
        &[
            "lineage",
            "--indicator",
            "funds_arrived",
            "--month",
            "2023-06",
        ],
        &["user", "add", "chief", "--role", "bureau"],
        &["export", "units"],
        &["template", "units"],
        &["import", "units.csv"],
        &["backup", "units.bak"],
    ];
    for command in commands {
        let refused = folder.run(command);
        assert_eq!(refused.status.code(), Some(1), "{command:?}");
        let sentence = "zhaoyin: there is no database in ";
        assert!(told(&refused).starts_with(sentence), "{command:?}");
        assert!(!folder.0.exists(), "{command:?}");
    }
    // The same of an address, and of a file that holds nothing of ours.
    std::fs::create_dir_all(&folder.0).unwrap();
    let file = folder.0.join("other.sqlite");
    let address = format!("sqlite:{}", file.display());
    let verify = || {
        let mut command = folder.zhaoyin(&["verify"]);
        command.env("DATABASE_URL", &address).output().unwrap()
    };
    assert_eq!(verify().status.code(), Some(1));
    assert!(!file.exists());
    std::fs::write(&file, b"").unwrap();
    let refused = verify();
    assert_eq!(refused.status.code(), Some(1));
    assert!(told(&refused).contains("there is no database in "));
}

#[test]
fn a_server_makes_the_folder_that_an_address_names() {
    let folder = Folder::new("address");
    let address = format!("sqlite:{}", folder.0.join("a/b.sqlite").display());
    let mut serve = folder.zhaoyin(&["serve", "--listen", "127.0.0.1:0"]);
    let mut child = serve
        .env("DATABASE_URL", &address)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let server = Server(child);
    let is_address = |line: String| line.starts_with("http://");
    assert!(lines.map_while(Result::ok).any(is_address));
    assert!(server.stop());
    let mut doctor = folder.zhaoyin(&["doctor"]);
    let well = doctor.env("DATABASE_URL", &address).output().unwrap();
    assert!(
        well.status.success(),
        "{}",
        String::from_utf8_lossy(&well.stdout)
    );
}

#[test]
fn wrong_usage_is_a_failure_and_help_is_none() {
    let folder = Folder::new("usage");
    let wrong = folder.run(&["figures", "--month", "2023-13"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(told(&wrong).contains("2023-13 is no month"));
    for (arguments, code) in [
        (&["nonsense"][..], 1),
        (&["figures"], 1),
        (&["--help"], 0),
        (&["figures", "--help"], 0),
        (&["--version"], 0),
    ] {
        let answer = folder.run(arguments);
        assert_eq!(answer.status.code(), Some(code), "{arguments:?}");
    }
}

#[test]
fn a_refusal_is_a_sentence_in_the_language_of_the_terminal() {
    let folder = Folder::new("language");
    folder.make();
    assert!(folder.run(&["import", &folder.units()]).status.success());
    let figures = ["figures", "--month", "2023-06", "--unit", "999"];
    assert_eq!(
        told(&folder.run(&figures)),
        "zhaoyin: There is no unit with the code or name 999 (figures.unknown_unit)\n"
    );
    let mut chinese = folder.zhaoyin(&figures);
    let chinese = chinese.env("LC_ALL", "zh_CN.UTF-8").output().unwrap();
    assert_eq!(
        told(&chinese),
        "zhaoyin: 没有代码或名称为 999 的单位（figures.unknown_unit）\n"
    );
    assert!(folder.run(&["month", "open", "2023-01"]).status.success());
    let later = folder.run(&["figures", "--month", "2023-02"]);
    assert!(later.status.success());
    assert!(told(&later).contains("2023-02 comes after the open month 2023-01"));
    let open = folder.run(&["figures", "--month", "2023-01"]);
    assert_eq!(told(&open), "");
    let lines = String::from_utf8_lossy(&open.stdout).into_owned();
    assert!(
        lines.contains("Target") && lines.contains("0.00 CNY bn"),
        "{lines}"
    );
}
