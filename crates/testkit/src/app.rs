//! One application of its own.

use crate::city::{City, Who};
use crate::client::Client;
use crate::database::TestDatabase;
use crate::template;
use axum::Router;
use http_base::App;
use kernel::{FixedClock, Instant};
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;
use tokio::sync::Mutex;

/// An application with its own database, whose clock stands at 10:00 of 3 July 2023 in
/// China until a test moves it.
#[derive(Debug)]
pub struct TestApp<C> {
    /// Its state, for tests that look behind the API.
    pub app: App,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    pub(crate) router: Router,
    cookies: Mutex<HashMap<Who, String>>,
    /// Last: the database goes when everything that uses it has gone.
    _database: TestDatabase,
    city: PhantomData<fn() -> C>,
}

/// Where the clock of a test stands. The template is furnished a day earlier, so that the
/// ids of the two never meet.
const NOW: &str = "2023-07-03T02:00:00Z";

impl<C: City> TestApp<C> {
    /// A fresh application.
    ///
    /// # Panics
    /// If it cannot be made: a test has nobody else to tell.
    pub async fn new() -> Self {
        let database = template::copy_of::<C>().await;
        let clock = FixedClock::at(Instant::parse(NOW).expect("an instant"));
        let app = App::new(database.open().await, clock.clone(), 7, false);
        let (app, router) = C::open(app).await.expect("the application opens");
        Self {
            app,
            clock,
            router,
            cookies: Mutex::default(),
            _database: database,
            city: PhantomData,
        }
    }

    /// Somebody who is not signed in.
    pub fn nobody(&self) -> Client<'_, C> {
        Client::new(self, None)
    }

    /// The administrator of accounts.
    pub fn as_administrator(&self) -> Client<'_, C> {
        Client::new(self, Some(Who::Administrator))
    }

    /// The city's bureau.
    pub fn as_bureau(&self) -> Client<'_, C> {
        Client::new(self, Some(Who::Bureau))
    }

    /// The office of the unit with this code.
    pub fn as_district(&self, unit: &str) -> Client<'_, C> {
        Client::new(self, Some(Who::District(unit.to_owned())))
    }

    /// Somebody who may only look.
    pub fn as_reader(&self) -> Client<'_, C> {
        Client::new(self, Some(Who::Reader))
    }

    /// Where the clock stands.
    pub fn clock_now(&self) -> Instant {
        self.app.now()
    }

    /// Moves the clock to `seconds` after `start`.
    pub fn move_clock(&self, start: Instant, seconds: i64) {
        let at = start.utc() + chrono::Duration::seconds(seconds);
        self.clock.set(Instant::new(at));
    }

    /// The session of `who`, begun at the first call.
    pub(crate) async fn cookie_of(&self, who: &Who) -> String {
        let mut cookies = self.cookies.lock().await;
        if let Some(cookie) = cookies.get(who) {
            return cookie.clone();
        }
        let cookie = C::sign_in(&self.app, who.clone()).await;
        let cookie = cookie.unwrap_or_else(|fault| panic!("{who:?} was not let in: {fault}"));
        cookies.insert(who.clone(), cookie.clone());
        cookie
    }
}
