//! Permission as an argument type: an endpoint that does not name one has no actor, and
//! so no scope to query with.

use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{Actor, Permission, Refusal};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

/// A permission as a type; [`permissions!`](crate::permissions) declares them.
pub trait Permit: Send + Sync + 'static {
    /// The permission that roles hold.
    const PERMISSION: Permission;
}

/// Declares the permissions of a slice: a type for each, and the list of all.
///
/// ```
/// http_base::permissions! {
///     /// See the months.
///     ReadMonths = "months.read",
///     /// Close a month.
///     CloseMonths = "months.close",
/// }
/// assert_eq!(PERMISSIONS[1].0, "months.close");
/// ```
#[macro_export]
macro_rules! permissions {
    ($($(#[$meta:meta])* $name:ident = $text:literal),* $(,)?) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, Copy)]
            pub struct $name;

            impl $crate::Permit for $name {
                const PERMISSION: ::kernel::Permission = ::kernel::Permission($text);
            }
        )*

        /// Every permission of this slice.
        pub const PERMISSIONS: &[::kernel::Permission] = &[$(::kernel::Permission($text)),*];
    };
}

kernel::refusals! {
    /// Why somebody may not call an operation at all.
    pub enum PermitRefusal {
        /// Nobody is signed in, or the session has ended.
        SignInRequired = (Unauthenticated, "session.required"),
        /// The account's role does not hold the permission.
        Missing { permission: String } = (Forbidden, "session.permission_missing"),
    }
}

/// Who sent a request, put into its extensions by the session middleware of `orgs`.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The person signed in.
    pub actor: Arc<Actor>,
    /// Why the person may do nothing but look after the session, if so: a one-time
    /// password that has not been changed yet.
    pub held: Option<Refusal>,
}

/// An actor who holds the permission `P`.
#[derive(Debug)]
pub struct Allowed<P>(Arc<Actor>, PhantomData<fn() -> P>);

impl<P> Clone for Allowed<P> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<P: Permit> Allowed<P> {
    /// `actor`, if the permission is held: for commands and jobs, which have no request.
    pub fn check(actor: Arc<Actor>) -> Result<Self, Refusal> {
        if actor.may(P::PERMISSION) {
            Ok(Self(actor, PhantomData))
        } else {
            Err(PermitRefusal::Missing {
                permission: P::PERMISSION.0.to_owned(),
            }
            .into())
        }
    }
}

impl<P> Deref for Allowed<P> {
    type Target = Actor;

    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl<P: Permit, S: Sync> FromRequestParts<S> for Allowed<P> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let caller = caller(parts)?;
        match &caller.held {
            Some(refusal) => Err(refusal.clone().into()),
            None => Ok(Self::check(caller.actor.clone())?),
        }
    }
}

/// Anybody who is signed in, whatever the role: for the session's own operations only.
#[derive(Debug, Clone)]
pub struct SignedIn(Arc<Actor>);

impl Deref for SignedIn {
    type Target = Actor;

    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl<S: Sync> FromRequestParts<S> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(caller(parts)?.actor.clone()))
    }
}

fn caller(parts: &Parts) -> Result<&Caller, PermitRefusal> {
    parts
        .extensions
        .get::<Caller>()
        .ok_or(PermitRefusal::SignInRequired)
}
