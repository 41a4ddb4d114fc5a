//! Who is signed in, where, and to what.

use crate::model::{Account, AccountId, Role, UnitRef};
use crate::open_month::OpenMonth;
use crate::ops::{CurrentSession, load_units};
use http_base::App;
use kernel::{Id, Month, Outcome};
use serde::Serialize;

/// The session, as every page needs it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct SessionOut {
    /// Who is signed in.
    account: SessionAccount,
    /// What the account's role may do.
    permissions: Vec<&'static str>,
    /// The city; null until its units have been entered.
    #[schema(required)]
    city: Option<UnitRef>,
    /// Whether this is a synthesised city, which every page says.
    demo: bool,
    /// The month that facts are booked in, if one is open.
    #[schema(value_type = Option<String>, format = "year-month", required)]
    open_month: Option<Month>,
    /// Whether everything is refused until the password has been changed.
    must_change_password: bool,
    /// The server's version.
    version: &'static str,
}

/// The account behind a session.
#[derive(Debug, Serialize, utoipa::ToSchema)]
struct SessionAccount {
    /// Its id.
    #[schema(value_type = String)]
    id: Id<Account>,
    /// What is typed to sign in.
    login: String,
    /// How others see it.
    name: String,
    /// What it is for.
    role: Role,
    /// The unit it works for, if any.
    #[schema(required)]
    unit: Option<UnitRef>,
}

impl SessionOut {
    pub(crate) async fn of(app: &App, session: &CurrentSession) -> Outcome<Self> {
        let tree = load_units(app.database.reader()).await?;
        let account = &session.account;
        let id: AccountId = account.id;
        Ok(Self {
            account: SessionAccount {
                id,
                login: account.login.clone(),
                name: account.name.clone(),
                role: account.role,
                unit: account
                    .unit
                    .and_then(|unit| tree.by_key(unit))
                    .map(crate::model::Unit::to_ref),
            },
            permissions: session
                .actor
                .permissions
                .iter()
                .map(|held| held.0)
                .collect(),
            city: tree.city().map(crate::model::Unit::to_ref),
            demo: app.demo,
            open_month: OpenMonth::now(app).await?,
            must_change_password: account.must_change_password,
            version: env!("CARGO_PKG_VERSION"),
        })
    }
}
