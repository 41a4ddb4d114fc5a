//! A city to test in: units, and somebody of each role. Compiled for tests only.

use crate::model::{Account, Login, Role, UnitKind};
use crate::ops::{NewUnit, create_unit, open_session};
use crate::permits::WriteUnits;
use crate::store::accounts;
use http_base::{Allowed, App, Permit, SESSION_COOKIE};
use kernel::{Actor, Fault, Outcome};
use std::sync::Arc;

/// 淄博 as the domain file describes it: the city, 市直, 8 divisions and 3 zones.
const UNITS: [(&str, &str, &str, UnitKind, Option<&str>); 13] = [
    ("370300", "淄博市", "Zibo", UnitKind::City, Some("370300")),
    ("direct", "市直", "City departments", UnitKind::Direct, None),
    (
        "370302",
        "淄川区",
        "Zichuan",
        UnitKind::Division,
        Some("370302"),
    ),
    (
        "370303",
        "张店区",
        "Zhangdian",
        UnitKind::Division,
        Some("370303"),
    ),
    (
        "370304",
        "博山区",
        "Boshan",
        UnitKind::Division,
        Some("370304"),
    ),
    (
        "370305",
        "临淄区",
        "Linzi",
        UnitKind::Division,
        Some("370305"),
    ),
    (
        "370306",
        "周村区",
        "Zhoucun",
        UnitKind::Division,
        Some("370306"),
    ),
    (
        "370321",
        "桓台县",
        "Huantai",
        UnitKind::Division,
        Some("370321"),
    ),
    (
        "370322",
        "高青县",
        "Gaoqing",
        UnitKind::Division,
        Some("370322"),
    ),
    (
        "370323",
        "沂源县",
        "Yiyuan",
        UnitKind::Division,
        Some("370323"),
    ),
    (
        "gaoxin",
        "高新区",
        "High-tech Zone",
        UnitKind::Zone,
        Some("370303"),
    ),
    (
        "jingkai",
        "经开区",
        "Economic Zone",
        UnitKind::Zone,
        Some("370306"),
    ),
    (
        "wenchang",
        "文昌湖区",
        "Wenchang Lake",
        UnitKind::Zone,
        Some("370306"),
    ),
];

/// The password of whoever [`sign_in`] lets in, as the door would take it.
pub const PASSWORD: &str = "correct horse battery";

/// Its Argon2id hash, made once: hashing for each test would be most of the tests' time.
const PASSWORD_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$dGVzdGluZy1zYWx0LTAxNg$VlQOguToAa1l6OxSWLYgZSrjqWW9ac1IfjD7pdOYivI";

/// Enters the units of the city.
pub async fn furnish(app: &App) -> Outcome<()> {
    let operator = Arc::new(Actor::operator([WriteUnits::PERMISSION]));
    let actor = Allowed::<WriteUnits>::check(operator)?;
    for (code, name, name_en, kind, division) in UNITS {
        let unit = NewUnit {
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: name_en.to_owned(),
            kind,
            parent_code: None,
            division_code: division.map(str::to_owned),
            ranked: matches!(kind, UnitKind::Division | UnitKind::Zone),
            tile: None,
        };
        create_unit(app, &actor, unit).await?;
    }
    Ok(())
}

/// Signs somebody of `role` in, for `unit` where the role needs one, and returns the
/// `Cookie` header of the session. The account is made at the first call: its login is
/// the role's word, with the unit's code behind it.
pub async fn sign_in(app: &App, role: Role, unit: Option<&str>) -> Outcome<String> {
    let text = match unit {
        Some(unit) => format!("{}-{unit}", role.word()),
        None => role.word().to_owned(),
    };
    let login = Login::parse(&text).ok_or_else(|| Fault::broken("no login"))?;
    let account = match accounts::find_by_login(app.database.reader(), &login).await? {
        Some(account) => account,
        None => add(app, &login, role, unit).await?,
    };
    let new = open_session(app, &login, account).await?;
    Ok(format!("{SESSION_COOKIE}={}", new.token))
}

async fn add(app: &App, login: &Login, role: Role, unit: Option<&str>) -> Outcome<Account> {
    let tree = crate::ops::load_units(app.database.reader()).await?;
    let key = unit.map(|code| {
        tree.by_code(code)
            .map(|unit| unit.key)
            .ok_or_else(|| Fault::broken(format!("there is no unit {code}")))
    });
    let account = Account {
        id: app.ids.id(),
        login: login.as_str().to_owned(),
        name: login.as_str().to_owned(),
        role,
        unit: key.transpose()?,
        disabled: false,
        must_change_password: false,
        created_at: app.now(),
    };
    let tx = app.database.begin_write().await?;
    accounts::insert(&tx, &account, PASSWORD_HASH).await?;
    tx.commit().await?;
    Ok(account)
}
