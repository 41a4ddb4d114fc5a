//! Over a real socket: slow heads, and a stop that loses nothing.

use crate::client::*;
use http_base::{Drain, edge, serve};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

#[tokio::test]
async fn a_stopping_server_finishes_its_writes_first() {
    let app = app().await.with(Opened {
        ended: tokio::sync::Notify::new(),
    });
    let opened: Arc<Opened> = app.part().unwrap();
    let drain = Drain::default();
    let router = edge(&app, &drain, routes().with_state(app.clone()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let server = tokio::spawn(serve(listener, router, drain, async {
        stopped.await.ok();
    }));

    let mut client = TcpStream::connect(address).await.unwrap();
    client
        .write_all(b"POST /api/slow HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n")
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    drop(client);
    stop.send(()).unwrap();
    server.await.unwrap().unwrap();
    tokio::time::timeout(Duration::from_millis(1), opened.ended.notified())
        .await
        .expect("the write had ended before the server did");
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn a_client_that_never_ends_its_head_is_cut_off() {
    let app = app().await;
    let drain = Drain::default();
    let router = edge(&app, &drain, routes().with_state(app.clone()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, router, drain, std::future::pending()));
    let mut client = TcpStream::connect(address).await.unwrap();
    client
        .write_all(b"GET /api/doors HTTP/1.1\r\nhost:")
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    tokio::time::pause();
    let mut answer = Vec::new();
    let end = tokio::time::timeout(Duration::from_mins(2), client.read_to_end(&mut answer)).await;
    assert!(
        end.is_ok(),
        "the connection is still open after two minutes"
    );
}
