//! Typed, prefixed, time-ordered ids: integers inside, `prj_0k3…` outside.

use crate::clock::Clock;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::{Arc, Mutex};

/// What an [`Id`] belongs to.
pub trait Entity {
    /// The prefix that people see, such as `prj`.
    const PREFIX: &'static str;
}

/// The key of an `E`: a positive i64 in the database, `prefix_` and 13 characters of
/// Crockford's base 32 in addresses and JSON.
pub struct Id<E>(i64, PhantomData<fn() -> E>);

/// A text that is not an id of the wanted sort.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdRefusal {
    /// The prefix that was expected.
    pub expected: &'static str,
}

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

impl<E> Id<E> {
    /// The id with this key.
    pub const fn new(key: i64) -> Self {
        Self(key, PhantomData)
    }

    /// The database key.
    pub const fn key(self) -> i64 {
        self.0
    }
}

impl<E> Clone for Id<E> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<E> Copy for Id<E> {}
impl<E> PartialEq for Id<E> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<E> Eq for Id<E> {}
impl<E> PartialOrd for Id<E> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<E> Ord for Id<E> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<E> std::hash::Hash for Id<E> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<E: Entity> fmt::Debug for Id<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl<E: Entity> fmt::Display for Id<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.cast_unsigned();
        let mut text = [0u8; LENGTH];
        for place in text.iter_mut().rev() {
            *place = ALPHABET[usize::try_from(rest % 32).expect("below 32")];
            rest /= 32;
        }
        let text = std::str::from_utf8(&text).expect("the alphabet is ASCII");
        write!(f, "{}_{text}", E::PREFIX)
    }
}

impl<E: Entity> FromStr for Id<E> {
    type Err = IdRefusal;

    fn from_str(text: &str) -> Result<Self, IdRefusal> {
        let refusal = IdRefusal {
            expected: E::PREFIX,
        };
        let digits = text
            .strip_prefix(E::PREFIX)
            .and_then(|rest| rest.strip_prefix('_'))
            .filter(|rest| rest.len() == LENGTH)
            .ok_or_else(|| refusal.clone())?;
        let mut key: u128 = 0;
        for digit in digits.bytes() {
            let value = ALPHABET
                .iter()
                .position(|&letter| letter == digit)
                .ok_or_else(|| refusal.clone())?;
            key = key * 32 + value as u128;
        }
        i64::try_from(key).map(Self::new).map_err(|_| refusal)
    }
}

impl<E: Entity> serde::Serialize for Id<E> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, E: Entity> serde::Deserialize<'de> for Id<E> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(|_| {
            serde::de::Error::custom(format_args!("not an id of the form {}_…", E::PREFIX))
        })
    }
}

/// Hands out keys: milliseconds since 2020 in the high bits, a running number in the low
/// 20, started anew at a random place each millisecond so that two servers do not meet.
#[derive(Debug)]
pub struct Ids {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    last: i64,
    mix: u64,
}

const EPOCH_MILLIS: i64 = 1_577_836_800_000;
const LOW_BITS: u32 = 20;

impl Ids {
    /// Ids by this clock; `seed` is random in production and fixed in tests.
    pub fn new(clock: Arc<dyn Clock>, seed: u64) -> Self {
        Self {
            clock,
            state: Mutex::new(State { last: 0, mix: seed }),
        }
    }

    /// A key greater than every key given before by this process.
    pub fn key(&self) -> i64 {
        let millis = self.clock.now().micros() / 1000 - EPOCH_MILLIS;
        let mut state = self.state.lock().expect("no holder of this lock can panic");
        // A splitmix step: spread, not secrecy, is what the low bits need.
        state.mix = state.mix.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state.mix;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^= mixed >> 31;
        let low = i64::try_from(mixed >> (64 - LOW_BITS + 1)).expect("19 bits");
        let fresh = (millis.max(0) << LOW_BITS) | low;
        state.last = fresh.max(state.last + 1);
        state.last
    }

    /// A new id of an `E`.
    pub fn id<E>(&self) -> Id<E> {
        Id::new(self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{FixedClock, Instant};
    use proptest::prelude::*;

    struct Project;
    impl Entity for Project {
        const PREFIX: &'static str = "prj";
    }

    proptest! {
        #[test]
        fn an_id_survives_its_text_and_text_keeps_its_order(a in 0i64.., b in 0i64..) {
            let (x, y) = (Id::<Project>::new(a), Id::<Project>::new(b));
            prop_assert_eq!(x.to_string().parse(), Ok(x));
            prop_assert_eq!(x.cmp(&y), x.to_string().cmp(&y.to_string()));
        }
    }

    #[test]
    fn another_prefix_is_refused() {
        assert!("fnd_0000000000001".parse::<Id<Project>>().is_err());
        assert!("prj_0000000000001".parse::<Id<Project>>().is_ok());
        assert!("prj_1".parse::<Id<Project>>().is_err());
    }

    #[test]
    fn ids_grow_even_when_the_clock_stands_still() {
        let clock = FixedClock::at(Instant::parse("2023-06-30T10:00:00Z").expect("valid"));
        let ids = Ids::new(clock, 7);
        let keys: Vec<i64> = (0..10_000).map(|_| ids.key()).collect();
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
