//! What makes a password, and the ones that are given out once.

use rand::TryRngCore;
use rand::rngs::OsRng;

/// The fewest characters of a password that somebody chooses.
const SHORTEST: usize = 12;
/// The most: more is somebody trying how long hashing takes.
const LONGEST: usize = 128;

/// Why a chosen password will not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordFault {
    /// Fewer than `min` characters.
    TooShort {
        /// The fewest allowed.
        min: usize,
    },
    /// More than `max` characters.
    TooLong {
        /// The most allowed.
        max: usize,
    },
    /// It contains the login, or is one character over and over.
    TooSimple,
    /// It is the one before.
    Unchanged,
}

impl PasswordFault {
    /// Every code of these faults.
    pub const CODES: &[&str] = &[
        "orgs.password_too_short",
        "orgs.password_too_long",
        "orgs.password_too_simple",
        "orgs.password_unchanged",
    ];

    /// The stable code and its parameters.
    pub fn code(self) -> (&'static str, serde_json::Value) {
        match self {
            Self::TooShort { min } => (Self::CODES[0], serde_json::json!({ "min": min })),
            Self::TooLong { max } => (Self::CODES[1], serde_json::json!({ "max": max })),
            Self::TooSimple => (Self::CODES[2], serde_json::json!({})),
            Self::Unchanged => (Self::CODES[3], serde_json::json!({})),
        }
    }
}

/// Whether `new` may become the password of `login` in place of `old`.
pub fn check_chosen(login: &str, old: &str, new: &str) -> Result<(), PasswordFault> {
    let length = new.chars().count();
    let first = new.chars().next();
    if length < SHORTEST {
        Err(PasswordFault::TooShort { min: SHORTEST })
    } else if length > LONGEST {
        Err(PasswordFault::TooLong { max: LONGEST })
    } else if new == old {
        Err(PasswordFault::Unchanged)
    } else if new.to_lowercase().contains(login) || new.chars().all(|letter| Some(letter) == first)
    {
        Err(PasswordFault::TooSimple)
    } else {
        Ok(())
    }
}

/// A password given out once: 20 characters, 98 bits, none easily mistaken for another.
#[derive(Clone, PartialEq, Eq)]
pub struct OneTimePassword(String);

const LETTERS: &[u8; 30] = b"abcdefghjkmnpqrstuvwxyz2345679";

impl OneTimePassword {
    /// A fresh one, from the machine's source of randomness.
    pub fn fresh() -> Result<Self, rand::rand_core::OsError> {
        let mut text = String::with_capacity(23);
        let mut letters = 0;
        while letters < 20 {
            let mut byte = [0u8; 1];
            OsRng.try_fill_bytes(&mut byte)?;
            // 240 is the largest multiple of 30 in a byte: beyond, letters would be uneven.
            if byte[0] >= 240 {
                continue;
            }
            if letters > 0 && letters % 5 == 0 {
                text.push('-');
            }
            text.push(char::from(LETTERS[usize::from(byte[0] % 30)]));
            letters += 1;
        }
        Ok(Self(text))
    }

    /// The text: for the one reply or line that shows it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for OneTimePassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneTimePassword(…)")
    }
}
