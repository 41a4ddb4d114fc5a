//! Finds numbers that were typed into a template's prose: a figure is asked for, never typed.

use serde::Serialize;

/// A number in a template that no figure call stands behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypedNumber {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The number with its separators, such as `352.3` or `1,200`.
    pub text: String,
}

/// The numbers typed in the prose of `template`, in order, for a page to warn of.
///
/// Not reported: what stands inside tags (calls, loops, comments), dates and months
/// (`2023年`, `6月`, `21日`, `1—6月份`, `2023-06`), document numbers (`〔2023〕12号`, `第12号`), ordinals
/// (`第3批`) and the numerals of headings, lists, tables and figures. Reported although it stands in
/// a tag: an expression that is nothing but a number or a quoted text with digits.
pub fn typed_numbers(template: &str) -> Vec<TypedNumber> {
    let prose = blank_tags(template);
    let mut found = Vec::new();
    for (index, line) in prose.lines().enumerate() {
        scan(line, index + 1, &mut found);
    }
    found
}

/// What stands for each character of a tag that is blanked out: neither a digit nor a mark,
/// so that `{{ n }}.` is no list numeral, and from Unicode's private use, which nobody types.
const BLANK: char = '\u{E000}';

/// The template with every tag blanked out but for line ends; expressions that are only a
/// literal stay.
fn blank_tags(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = ["{{", "{%", "{#"]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()
    {
        out.push_str(&rest[..open]);
        let close = match &rest[open..open + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let length = rest[open + 2..]
            .find(close)
            .map_or(rest.len() - open, |at| at + 4);
        let tag = &rest[open..open + length];
        if close == "}}" && is_literal(tag) {
            out.push_str(tag);
        } else {
            out.extend(tag.chars().map(|c| if c == '\n' { '\n' } else { BLANK }));
        }
        rest = &rest[open + length..];
    }
    out.push_str(rest);
    out
}

/// Whether the expression `{{ … }}` is a number or one quoted text.
fn is_literal(tag: &str) -> bool {
    let inner = tag.trim_matches(['{', '}', '-', '+', ' ']);
    let Some(first) = inner.chars().next() else {
        return false;
    };
    let quoted = ['"', '\''].into_iter().any(|quote| {
        inner.len() > 1
            && inner.starts_with(quote)
            && inner.ends_with(quote)
            && inner.matches(quote).count() == 2
    });
    quoted || (first.is_ascii_digit() && inner.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

fn scan(line: &str, number: usize, found: &mut Vec<TypedNumber>) {
    let chars: Vec<char> = line.chars().collect();
    let mut at = numeral_end(&chars);
    while at < chars.len() {
        if !is_digit(chars[at]) {
            at += 1;
            continue;
        }
        let start = at;
        at = number_end(&chars, start);
        if let Some(end) = date_end(&chars, start, at) {
            at = end;
        } else if !is_exempt(&chars, start, at) {
            found.push(TypedNumber {
                line: number,
                column: start + 1,
                text: chars[start..at].iter().collect(),
            });
        }
    }
}

/// ASCII and full-width digits.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Where the number that begins at `start` ends; separators count between digits only.
fn number_end(chars: &[char], start: usize) -> usize {
    let mut at = start;
    while at < chars.len() {
        let between = at + 1 < chars.len() && is_digit(chars[at + 1]);
        if is_digit(chars[at]) || (matches!(chars[at], '.' | ',' | '，' | '．') && between) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// Where the line's text begins after the numeral of a heading or a list item.
fn numeral_end(chars: &[char]) -> usize {
    let mut at = 0;
    while at < chars.len() && matches!(chars[at], ' ' | '#' | '>' | '（' | '(') {
        at += 1;
    }
    let digits = at;
    while at < chars.len() && is_digit(chars[at]) {
        at += 1;
    }
    let is_numeral = at > digits
        && chars
            .get(at)
            .is_some_and(|c| matches!(c, '.' | '、' | ')' | '）'))
        && !chars.get(at + 1).copied().is_some_and(is_digit);
    if is_numeral { at + 1 } else { 0 }
}

/// Where the date that begins with the digits `start..end` ends, if it is one.
fn date_end(chars: &[char], start: usize, end: usize) -> Option<usize> {
    let follows = |at: usize, marks: &str| chars.get(at).is_some_and(|c| marks.contains(*c));
    if follows(end, "年月日") {
        // 年, 月, 日 end a date only where the number could be one: 12000年 is a span of time.
        let digits = end - start;
        let year = chars[end] == '年';
        return ((year && digits == 4) || (!year && digits <= 2)).then_some(end + 1);
    }
    // 1—6月, 1至{{ month_number }}月, 2023-06, 2023-06-30, 2023/6/30
    if follows(end, "-—－–~～至/") {
        let mut next = end + 1;
        while follows(next, "-—－–") {
            next += 1;
        }
        let digits = next;
        while next < chars.len() && is_digit(chars[next]) {
            next += 1;
        }
        if next == digits {
            let blank = chars[next..].iter().take_while(|c| **c == BLANK).count();
            return (blank > 0 && end - start <= 2 && follows(next + blank, "月日"))
                .then_some(next + blank + 1);
        }
        if let Some(ends) = date_end(chars, digits, next) {
            return Some(ends);
        }
        let iso = end - start == 4 && next - digits <= 2 && follows(end, "-/");
        return iso.then(|| day_end(chars, next, chars[end]));
    }
    None
}

/// Where `-30` of `2023-06-30` ends, if it is there at `at`.
fn day_end(chars: &[char], at: usize, separator: char) -> usize {
    let digits = chars[at..]
        .iter()
        .skip(1)
        .take_while(|c| is_digit(**c))
        .count();
    if chars.get(at) == Some(&separator) && (1..=2).contains(&digits) {
        at + 1 + digits
    } else {
        at
    }
}

/// Document numbers, ordinals, and the numerals of tables and figures.
fn is_exempt(chars: &[char], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).map(|at| chars[at]);
    let after = chars.get(end).copied();
    match (before, after) {
        (Some('〔' | '['), Some('〕' | ']'))
        | (Some('〕' | ']'), Some('号'))
        | (Some('第' | '表' | '图' | '附'), _) => true,
        // The digits of a word such as G20.
        (Some(c), _) => c.is_ascii_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests;
