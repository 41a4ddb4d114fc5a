//! Test applications, fresh databases, actors and an independent evaluator.
//!
//! A [`TestApp`] is a whole application of its own: a fresh database (a copied file on
//! `SQLite`, or with `TEST_DATABASE_URL` a PostgreSQL database cloned from a template), a
//! clock that stands still, seeded ids. Requests go in process through the same router
//! that the server serves, and its clients are actors:
//!
//! ```text
//! let app = TestApp::new().await;
//! app.nobody().get("/units").await.refused(401, "session.required");
//! app.as_bureau().post("/units", json!({ "code": "1" })).await.ok(201);
//! ```
//!
//! **Invariant:** this crate knows no slice. What there is to test comes in as a [`City`].

mod answer;
mod app;
mod city;
mod client;
mod database;
pub mod evaluator;
mod template;
pub mod workbooks;

pub use answer::Answer;
pub use app::TestApp;
pub use city::{City, Who};
pub use client::Client;
pub use database::TestDatabase;
