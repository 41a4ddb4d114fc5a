//! Saying no: stable codes with typed parameters, never prose.
//!
//! An op declares its refusals with [`refusals!`](crate::refusals); the edge turns them
//! into problem replies, the client turns codes into sentences.

use serde_json::{Map, Value};

/// What sort of no it is; the HTTP edge maps each to a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// The input is malformed or breaks a rule (422).
    Invalid,
    /// Nobody is signed in (401).
    Unauthenticated,
    /// It may be seen, but not done (403).
    Forbidden,
    /// It does not exist, or the caller may not know that it does (404).
    NotFound,
    /// It clashes with the present state (409).
    Conflict,
    /// Too much was sent (413).
    TooLarge,
    /// Too often, or somebody else is at it (429).
    Busy,
}

/// One field of the input that was refused.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct FieldRefusal {
    /// The field's name, as in the JSON.
    pub field: String,
    /// The stable code.
    pub code: String,
    /// The code's parameters.
    #[schema(value_type = Object)]
    pub params: Map<String, Value>,
}

/// A refusal on its way to the caller.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What sort of no it is.
    pub kind: RefusalKind,
    /// The stable code, such as `ledger.month_not_open`.
    pub code: &'static str,
    /// The code's parameters.
    pub params: Map<String, Value>,
    /// The fields at fault, where it is about fields.
    pub fields: Vec<FieldRefusal>,
}

/// Why an op did not do its work: a refusal, or a fault of ours.
#[derive(Debug)]
pub enum Fault {
    /// No, with a reason that the caller can act on.
    Refused(Refusal),
    /// Something broke; logged once at the edge, shown only as a request id.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Fault {
    fn from(error: E) -> Self {
        Self::Broken(Box::new(error))
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Fault {
    /// A fault of ours that has no error type of its own.
    pub fn broken(what: impl Into<String>) -> Self {
        Self::Broken(what.into().into())
    }

    /// The refusal's code, if it is a refusal.
    pub fn code(&self) -> Option<&'static str> {
        match self {
            Self::Refused(refusal) => Some(refusal.code),
            Self::Broken(_) => None,
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(refusal) => {
                write!(
                    f,
                    "{} {}",
                    refusal.code,
                    Value::Object(refusal.params.clone())
                )
            }
            Self::Broken(error) => write!(f, "{error}"),
        }
    }
}

/// Turns a struct of parameters into the map that a [`Refusal`] carries.
///
/// # Panics
/// If the parameters do not serialize to an object; [`refusals!`](crate::refusals) makes sure.
pub fn params_of(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        other => unreachable!("refusal parameters are an object, not {other}"),
    }
}

/// Declares the refusals of an op: an enum whose variants name their kind and code.
///
/// ```
/// kernel::refusals! {
///     /// Why a door stays shut.
///     pub enum OpenDoorRefusal {
///         /// It is locked.
///         Locked { by: String } = (Conflict, "door.locked"),
///     }
/// }
/// let fault: kernel::Fault = OpenDoorRefusal::Locked { by: "012".into() }.into();
/// assert_eq!(fault.code(), Some("door.locked"));
/// assert_eq!(OpenDoorRefusal::CODES, ["door.locked"]);
/// ```
#[macro_export]
macro_rules! refusals {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident $({ $($field:ident : $type:ty),* $(,)? })? = ($kind:ident, $code:literal)
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        $vis enum $name {
            $(
                $(#[$variant_meta])*
                $variant $({ $(#[allow(missing_docs)] $field: $type),* })?
            ),*
        }

        impl $name {
            /// Every code of this enum, for the list that the client translates.
            $vis const CODES: &'static [&'static str] = &[$($code),*];
        }

        impl From<$name> for $crate::Refusal {
            fn from(refusal: $name) -> Self {
                match refusal {
                    $(
                        $name::$variant $({ $($field),* })? => $crate::Refusal {
                            kind: $crate::RefusalKind::$kind,
                            code: $code,
                            params: $crate::params_of(::serde_json::json!({
                                $($(stringify!($field): $field),*)?
                            })),
                            fields: Vec::new(),
                        }
                    ),*
                }
            }
        }

        impl From<$name> for $crate::Fault {
            fn from(refusal: $name) -> Self {
                $crate::Fault::Refused(refusal.into())
            }
        }
    };
}
