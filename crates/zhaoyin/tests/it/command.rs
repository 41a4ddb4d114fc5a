//! The binary itself, started as an operator starts it. On SQLite, its default.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("zhaoyin-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        Self(path)
    }

    fn zhaoyin(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhaoyin"));
        command
            .env_remove("DATABASE_URL")
            .args(["--data"])
            .arg(&self.0)
            .args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.zhaoyin(arguments).output().unwrap()
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
    let added = folder.run(&["user", "add", "chief", "--role", "bureau"]);
    assert!(added.status.success());
    assert!(String::from_utf8_lossy(&added.stdout).contains("one-time password"));
    let again = folder.run(&["user", "add", "chief", "--role", "bureau"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("orgs.login_taken"));
    let homeless = folder.run(&["user", "add", "x1", "--role", "district"]);
    assert!(String::from_utf8_lossy(&homeless.stderr).contains("orgs.unit_required"));
    let unknown = folder.run(&["user", "add", "x1", "--role", "king"]);
    assert!(!unknown.status.success());
}

#[test]
fn the_doctor_says_what_is_wrong_and_changes_nothing() {
    let folder = Folder::new("doctor");
    let nothing = folder.run(&["doctor"]);
    assert_eq!(nothing.status.code(), Some(1));
    assert!(!folder.0.exists());
    folder.run(&["user", "add", "chief", "--role", "bureau"]);
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
