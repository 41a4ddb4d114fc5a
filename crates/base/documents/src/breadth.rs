//! How broad a text is, in half characters: two for a Chinese character, one for a Latin one.

use crate::tree::{Document, Inline};

/// Half characters that a text takes.
pub(crate) fn half_characters(text: &str) -> u32 {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Half characters of the longest line of these inlines.
pub(crate) fn of_inlines(document: &Document, inlines: &[Inline]) -> u32 {
    document
        .text(inlines)
        .lines()
        .map(half_characters)
        .max()
        .unwrap_or(0)
}

/// Half characters of the longest piece that no line break may cut: a word or a number. Capitals
/// and signs are broader than half a square, so a piece that has some gets one more.
pub(crate) fn longest_word(document: &Document, inlines: &[Inline]) -> u32 {
    let is_broad = |c: char| c.is_ascii_uppercase() || matches!(c, '%' | '+');
    document
        .text(inlines)
        .split(|c: char| c.is_whitespace() || c >= '\u{2E80}')
        .map(|word| half_characters(word) + u32::from(word.contains(is_broad)))
        .max()
        .unwrap_or(0)
}

/// Whether the character fills a square: from the Chinese blocks on, and Chinese punctuation.
fn is_wide(c: char) -> bool {
    c >= '\u{2E80}' || matches!(c, '—' | '“' | '”' | '‘' | '’' | '…' | '·' | '‰' | '−')
}

/// Breaks a text that is broader than `line` half characters into lines of about equal breadth
/// (GB/T 9704-2012, 7.3.1 asks for even lines in a title). No line begins with a closing mark or
/// a particle, none ends with an opening mark, and no number or Latin word is cut.
pub(crate) fn balance(text: &str, line: u32) -> Vec<String> {
    let breadth = half_characters(text);
    let count = breadth.div_ceil(line).max(1);
    let mut lines = Vec::new();
    let mut rest = text;
    for left in (2..=count).rev() {
        let target = half_characters(rest).div_ceil(left);
        let Some(at) = break_near(rest, target, line) else {
            break;
        };
        lines.push(rest[..at].trim_end().to_owned());
        rest = rest[at..].trim_start();
    }
    lines.push(rest.to_owned());
    lines
}

/// The byte at which `text` is best broken: nearest to `target`, and no later than `line`.
fn break_near(text: &str, target: u32, line: u32) -> Option<usize> {
    let mut breadth = 0;
    let mut before: Option<char> = None;
    let mut best: Option<(u32, usize)> = None;
    for (at, c) in text.char_indices() {
        if breadth > line {
            break;
        }
        if before.is_some_and(|before| may_break(before, c)) {
            let off = breadth.abs_diff(target);
            if best.is_none_or(|(least, _)| off < least) {
                best = Some((off, at));
            }
        }
        breadth += if is_wide(c) { 2 } else { 1 };
        before = Some(c);
    }
    best.map(|(_, at)| at)
}

fn may_break(before: char, after: char) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '—' | '-' | '–');
    !(is_word(before) && is_word(after)
        || "（《〈“‘〔(".contains(before)
        || "）》〉”’〕)、，。；：！？的之和与及年月日份".contains(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_is_two_half_characters_wide() {
        assert_eq!(half_characters("张店区"), 6);
        assert_eq!(half_characters("352.3%"), 6);
        assert_eq!(half_characters("—"), 2);
    }

    #[test]
    fn words_and_signed_numbers_are_one_piece() {
        let document = Document {
            title: Vec::new(),
            blocks: Vec::new(),
            figures: Vec::new(),
        };
        let longest = |text: &str| longest_word(&document, &[Inline::Text(text.to_owned())]);
        assert_eq!(longest("Year on year"), 5);
        assert_eq!(longest("−3.0%"), 7);
        assert_eq!(longest("新材料001项目"), 3);
        assert_eq!(longest("张店区"), 0);
    }

    #[test]
    fn a_short_title_stays_on_one_line() {
        assert_eq!(balance("上半年通报", 40), ["上半年通报"]);
    }

    #[test]
    fn a_long_title_is_broken_evenly() {
        assert_eq!(
            balance("关于全市1—6月份招商引资工作进展情况的通报", 40),
            ["关于全市1—6月份招商", "引资工作进展情况的通报"]
        );
        let lines = balance(&"招商引资".repeat(12), 40);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| half_characters(line) == 32));
    }

    #[test]
    fn no_number_is_cut_and_no_line_begins_with_a_particle() {
        assert_eq!(
            balance("全市招商2023的通报", 14),
            ["全市招商", "2023的通报"]
        );
        assert_eq!(
            balance("一二三四（五六）七八", 12),
            ["一二三四", "（五六）七八"]
        );
    }
}
