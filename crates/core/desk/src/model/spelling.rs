//! The spellings of a name that a search may use.

use pinyin::ToPinyin;

/// Half-width, small letters, without white space or control characters: how names and
/// questions are compared.
pub(crate) fn plain(text: &str) -> String {
    sheets::normal_text(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && !letter.is_control())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The pinyin of a name without tones, and its initials; other letters stand for themselves.
/// A character of several readings has its most usual one.
pub(crate) fn sounded(plain: &str) -> (String, String) {
    let mut whole = String::with_capacity(plain.len() * 2);
    let mut initials = String::with_capacity(plain.len());
    for letter in plain.chars() {
        match letter.to_pinyin() {
            Some(sound) => {
                whole.push_str(sound.plain());
                initials.push_str(sound.first_letter());
            }
            None => {
                whole.push(letter);
                initials.push(letter);
            }
        }
    }
    (whole, initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_spelled_plainly_by_sound_and_by_initials() {
        let name = plain("淄博ＡＢＣ 新材料（集团）");
        assert_eq!(name, "淄博abc新材料(集团)");
        let (whole, initials) = sounded(&name);
        assert_eq!(whole, "ziboabcxincailiao(jituan)");
        assert_eq!(initials, "zbabcxcl(jt)");
    }
}
