//! Who the log names when nobody is signed in yet.

use kernel::{Actor, Scope};
use std::collections::BTreeSet;

/// Somebody at the door, named by the login that was typed.
pub(super) fn at_the_door(login: &str) -> Actor {
    Actor {
        account: 0,
        name: login.to_owned(),
        permissions: BTreeSet::new(),
        scope: Scope::Nothing,
    }
}
