//! The numerals of headings: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3), and 1. 1.1 in English.

use crate::meta::Language;

/// Counts headings as they come.
pub(crate) struct Counter {
    language: Language,
    counts: [usize; 4],
}

impl Counter {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            counts: [0; 4],
        }
    }

    /// The numeral of the next heading of `level` (1 to 4) whose text is `text`; empty where the
    /// author wrote one. A heading counts either way, so that written and made numerals agree.
    pub(crate) fn next(&mut self, level: u8, text: &str) -> String {
        let depth = usize::from(level.clamp(1, 4)) - 1;
        self.counts[depth] += 1;
        self.counts[depth + 1..].fill(0);
        if is_numbered(text) {
            return String::new();
        }
        let count = self.counts[depth];
        match (self.language, depth) {
            (Language::Zh, 0) => format!("{}、", chinese(count)),
            (Language::Zh, 1) => format!("（{}）", chinese(count)),
            (Language::Zh, 2) => format!("{count}."),
            (Language::Zh, _) => format!("（{count}）"),
            (Language::En, 0) => format!("{count}. "),
            (Language::En, _) => {
                let parts: Vec<String> = self.counts[..=depth]
                    .iter()
                    .map(|count| (*count).max(1).to_string())
                    .collect();
                format!("{} ", parts.join("."))
            }
        }
    }
}

/// Whether the text begins with a numeral of its own: `一、`, `（一）`, `1.`, `(1)`.
fn is_numbered(text: &str) -> bool {
    const DIGITS: &str = "一二三四五六七八九十百0123456789０１２３４５６７８９";
    let rest = text.trim_start_matches(['（', '(']);
    let bracketed = rest.len() < text.len();
    let after = rest.trim_start_matches(|c| DIGITS.contains(c));
    after.len() < rest.len()
        && if bracketed {
            after.starts_with(['）', ')'])
        } else {
            after.starts_with(['、', '.', '．'])
        }
}

/// A count in Chinese numerals, up to 99; higher ones in Arabic.
fn chinese(count: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match count {
        0 => "零".to_owned(),
        1..=9 => DIGITS[count].to_owned(),
        10..=19 => format!("十{}", DIGITS[count - 10]),
        20..=99 => format!("{}十{}", DIGITS[count / 10], DIGITS[count % 10]),
        _ => count.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_by_level_and_begin_anew_below_a_higher_one() {
        let mut counter = Counter::new(Language::Zh);
        let numerals: Vec<String> = [1, 2, 2, 3, 4, 1, 2]
            .into_iter()
            .map(|level| counter.next(level, "总体"))
            .collect();
        assert_eq!(
            numerals,
            ["一、", "（一）", "（二）", "1.", "（1）", "二、", "（一）"]
        );
    }

    #[test]
    fn english_headings_carry_their_path() {
        let mut counter = Counter::new(Language::En);
        assert_eq!(counter.next(1, "Overview"), "1. ");
        assert_eq!(counter.next(2, "Funds"), "1.1 ");
        assert_eq!(counter.next(2, "Projects"), "1.2 ");
    }

    #[test]
    fn a_written_numeral_stands_and_counts() {
        let mut counter = Counter::new(Language::Zh);
        assert_eq!(counter.next(1, "一、总体情况"), "");
        assert_eq!(counter.next(1, "区县情况"), "二、");
        assert_eq!(counter.next(2, "（一）排名"), "");
        assert_eq!(counter.next(1, "一季度"), "三、");
    }

    #[test]
    fn chinese_numerals_pass_ten() {
        assert_eq!(chinese(10), "十");
        assert_eq!(chinese(12), "十二");
        assert_eq!(chinese(20), "二十");
        assert_eq!(chinese(35), "三十五");
    }
}
