//! Unified social credit codes, GB 32100-2015.

use std::fmt;

/// A unified social credit code whose check character is right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uscc(String);

/// Why a text is no unified social credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UsccRefusal {
    /// It has not 18 characters.
    Length,
    /// A character is none of the standard's 31, at this place counted from 1. Lower case
    /// is refused too: it comes from typing by hand, where other errors come from as well.
    Character {
        /// The place, from 1.
        place: usize,
    },
    /// The last character does not belong to the 17 before it.
    CheckCharacter,
}

/// The standard's 31 characters: no I, O, S, V, Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

impl UsccRefusal {
    /// The stable code of the refusal.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Length => "companies.uscc_length",
            Self::Character { .. } => "companies.uscc_character",
            Self::CheckCharacter => "companies.uscc_check_character",
        }
    }

    /// Every code, for the list that the client translates.
    pub const CODES: &'static [&'static str] = &[
        "companies.uscc_length",
        "companies.uscc_character",
        "companies.uscc_check_character",
    ];

    /// The refusal's parameters.
    pub fn params(self) -> serde_json::Value {
        match self {
            Self::Length => serde_json::json!({ "length": 18 }),
            Self::Character { place } => serde_json::json!({ "place": place }),
            Self::CheckCharacter => serde_json::json!({}),
        }
    }
}

impl Uscc {
    /// Reads a code, white space around it aside.
    ///
    /// # Errors
    /// [`UsccRefusal`], the first thing wrong from the left.
    pub fn parse(text: &str) -> Result<Self, UsccRefusal> {
        let text = text.trim();
        if text.chars().count() != 18 {
            return Err(UsccRefusal::Length);
        }
        let mut values = [0usize; 18];
        for (place, letter) in text.chars().enumerate() {
            values[place] = ALPHABET
                .iter()
                .position(|&known| char::from(known) == letter)
                .ok_or(UsccRefusal::Character { place: place + 1 })?;
        }
        let mut weight = 1;
        let mut sum = 0;
        for value in &values[..17] {
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        if values[17] == (31 - sum % 31) % 31 {
            Ok(Self(text.to_owned()))
        } else {
            Err(UsccRefusal::CheckCharacter)
        }
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const VALID: &str = "11370300004224423Q";

    #[test]
    fn a_right_check_character_is_accepted_and_every_other_refused() {
        assert_eq!(
            Uscc::parse(VALID).map(|code| code.to_string()),
            Ok(VALID.to_owned())
        );
        for letter in ALPHABET
            .iter()
            .map(|&byte| char::from(byte))
            .filter(|&c| c != 'Q')
        {
            let text = format!("{}{letter}", &VALID[..17]);
            assert_eq!(
                Uscc::parse(&text),
                Err(UsccRefusal::CheckCharacter),
                "{text}"
            );
        }
    }

    #[test]
    fn two_neighbours_swapped_are_noticed() {
        assert_eq!(
            Uscc::parse("11370300004224243Q"),
            Err(UsccRefusal::CheckCharacter)
        );
    }

    #[test]
    fn the_first_wrong_character_is_named_by_its_place() {
        assert_eq!(
            Uscc::parse("1137O300004224423Q"),
            Err(UsccRefusal::Character { place: 5 })
        );
        assert_eq!(
            Uscc::parse("11370300004224423q"),
            Err(UsccRefusal::Character { place: 18 })
        );
        assert_eq!(Uscc::parse("1137030000422442"), Err(UsccRefusal::Length));
        assert_eq!(Uscc::parse("淄博"), Err(UsccRefusal::Length));
    }

    fn lines_of(file: &str) -> Option<Vec<String>> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../../shared/data/uscc")
            .join(file);
        let text = std::fs::read_to_string(path).ok()?;
        Some(
            text.lines()
                .map(str::to_owned)
                .filter(|line| !line.is_empty())
                .collect(),
        )
    }

    #[test]
    fn real_codes_are_accepted_and_malformed_ones_refused() {
        let (Some(valid), Some(invalid)) =
            (lines_of("valid-codes.txt"), lines_of("invalid-codes.txt"))
        else {
            println!("skipped: ../shared/data/uscc is not here");
            return;
        };
        assert!(valid.len() >= 500);
        for code in valid {
            assert!(Uscc::parse(&code).is_ok(), "{code}");
        }
        for code in invalid {
            assert!(Uscc::parse(&code).is_err(), "{code}");
        }
    }
}
