//! What is left of a name when places and legal forms are taken off: for finding
//! companies that may be the same, never for deciding that they are (domain rule 5).

use super::name::normal_name;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Legal forms and the like, longest first.
const ENDINGS: [&str; 12] = [
    "集团股份有限公司",
    "集团有限责任公司",
    "集团有限公司",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "集团公司",
    "总公司",
    "分公司",
    "项目",
    "集团",
    "公司",
];

/// The fewest characters that may be left.
const LEAST: usize = 2;

static PLACES: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let names = orgs::divisions()
        .all()
        .iter()
        .map(|division| division.name.as_str());
    let long = |name: &str| name.chars().nth(1).is_some();
    names
        .flat_map(|name| {
            let short = ["省", "市", "区", "县"]
                .into_iter()
                .find_map(|ending| name.strip_suffix(ending));
            [Some(name), short]
        })
        .flatten()
        .filter(|name| long(name))
        .chain([
            "中国",
            "内蒙古",
            "广西",
            "西藏",
            "宁夏",
            "新疆",
            "高新区",
            "经开区",
        ])
        .collect()
});

/// The heart of `name`: without brackets around places, places in front, and endings such
/// as 有限公司 and 项目. At least two characters are left.
pub fn core_name(name: &str) -> String {
    let normal = normal_name(name);
    let mut rest = without_places_in_brackets(&normal);
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| {
        rest.strip_suffix(ending)
            .filter(|rest| rest.chars().count() >= LEAST)
    }) {
        rest = shorter.to_owned();
    }
    while let Some(shorter) = without_place_in_front(&rest) {
        rest = shorter.to_owned();
    }
    rest
}

fn without_places_in_brackets(name: &str) -> String {
    let Some((before, rest)) = name.split_once('(') else {
        return name.to_owned();
    };
    match rest.split_once(')') {
        Some((inside, after)) if PLACES.contains(inside) => format!("{before}{after}"),
        _ => name.to_owned(),
    }
}

fn without_place_in_front(name: &str) -> Option<&str> {
    let ends = name.char_indices().map(|(at, _)| at).skip(LEAST);
    ends.filter(|&end| PLACES.contains(&name[..end]))
        .filter(|&end| name[end..].chars().count() >= LEAST)
        .map(|end| &name[end..])
        .last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_legal_forms_are_taken_off_for_resemblance() {
        for name in [
            "山东齐鲁新材料有限公司",
            "齐鲁新材料（淄博）股份有限公司",
            "淄博市张店区齐鲁新材料集团有限公司",
            "齐鲁新材料项目",
        ] {
            assert_eq!(core_name(name), "齐鲁新材料", "{name}");
        }
    }

    #[test]
    fn two_characters_are_always_left() {
        assert_eq!(core_name("淄博有限公司"), "淄博");
        assert_eq!(core_name("集团公司"), "集团");
    }

    #[test]
    fn brackets_that_hold_no_place_stay() {
        assert_eq!(core_name("智造（二期）有限公司"), "智造(二期)");
    }
}
