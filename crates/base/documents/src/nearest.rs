//! Suggestions for misspelt words, by edit distance.

/// The known word nearest to `given`, unless even that is more unlike than like.
/// Of equally near ones the first in the order given.
pub(crate) fn nearest<'a>(
    given: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let length = given.chars().count();
    known
        .into_iter()
        .map(|word| (distance(given, word), word))
        .min_by_key(|(edits, _)| *edits)
        .filter(|(edits, word)| *edits * 2 <= length.max(word.chars().count()))
        .map(|(_, word)| word)
}

/// Levenshtein's distance: insertions, deletions and replacements from `left` to `right`.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, r) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(l != *r);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 3] = ["funds_arrived", "new_projects", "city_leader_trips"];

    #[test]
    fn a_slip_of_the_keyboard_finds_the_word_that_was_meant() {
        assert_eq!(nearest("funds_arived", KNOWN), Some("funds_arrived"));
        assert_eq!(nearest("new_project", KNOWN), Some("new_projects"));
    }

    #[test]
    fn a_word_like_nothing_known_gets_no_suggestion() {
        assert_eq!(nearest("xyzzy", KNOWN), None);
        assert_eq!(nearest("到位", KNOWN), None);
    }

    #[test]
    fn the_distance_counts_single_edits() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("招商", "招引"), 1);
    }
}
