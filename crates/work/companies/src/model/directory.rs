//! Finding the company that a row or a form means, among those that were loaded.

use super::company::{Company, CompanyDraft};
use super::name::normal_name;
use super::uscc::Uscc;
use std::collections::HashMap;

/// Companies with the keys by which people name them.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    companies: Vec<Company>,
    by_uscc: HashMap<String, usize>,
    by_name: HashMap<(String, String), Vec<usize>>,
    by_alias: HashMap<(String, String), Vec<usize>>,
}

/// What a key leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match<'a> {
    /// No company.
    None,
    /// This one.
    One(&'a Company),
    /// Several companies bear this name in this division: a code must tell them apart.
    Several,
}

impl Directory {
    /// A directory of these companies.
    pub fn new(companies: Vec<Company>) -> Self {
        let mut directory = Self::default();
        for company in companies {
            directory.add(company);
        }
        directory
    }

    /// Adds one company, such as a row accepted earlier in the same workbook.
    pub fn add(&mut self, company: Company) {
        let at = self.companies.len();
        let place = company.division_code.clone();
        if let Some(uscc) = &company.uscc {
            self.by_uscc.insert(uscc.to_string(), at);
        }
        self.by_name
            .entry((normal_name(&company.name), place.clone()))
            .or_default()
            .push(at);
        for alias in &company.aliases {
            self.by_alias
                .entry((normal_name(alias), place.clone()))
                .or_default()
                .push(at);
        }
        self.companies.push(company);
    }

    /// The company with the draft's key: its code, else its normalised name and division.
    /// A code is also given to the company of that name and division that has none yet.
    pub fn find_draft(&self, draft: &CompanyDraft) -> Match<'_> {
        self.find(draft.uscc.as_ref(), &draft.name, &draft.division_code)
    }

    /// The company with this code, else with this name (or former name) in this division.
    pub fn find(&self, uscc: Option<&Uscc>, name: &str, division_code: &str) -> Match<'_> {
        let key = (normal_name(name), division_code.to_owned());
        let named = self.by_name.get(&key).map_or(&[][..], Vec::as_slice);
        let without_code = || {
            let at = named.iter().find(|&&at| self.companies[at].uscc.is_none());
            at.map_or(Match::None, |&at| Match::One(&self.companies[at]))
        };
        if let Some(uscc) = uscc {
            return match self.by_uscc.get(uscc.as_str()) {
                Some(&at) => Match::One(&self.companies[at]),
                None => without_code(),
            };
        }
        let found = if named.is_empty() {
            self.by_alias.get(&key).map_or(&[][..], Vec::as_slice)
        } else {
            named
        };
        match found {
            [] => Match::None,
            [only] => Match::One(&self.companies[*only]),
            _ => match without_code() {
                Match::None => Match::Several,
                one => one,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Id, Instant};

    const CODE: &str = "11370300004224423Q";

    fn company(key: i64, name: &str, uscc: Option<&str>) -> Company {
        Company {
            id: Id::new(key),
            name: name.into(),
            aliases: vec![format!("旧{name}")],
            uscc: uscc.map(|text| Uscc::parse(text).unwrap()),
            division_code: "320505".into(),
            projects: 0,
            revision: 1,
            updated_at: Instant::parse("2023-06-01T00:00:00Z").unwrap(),
        }
    }

    fn found(found: Match<'_>) -> Option<i64> {
        match found {
            Match::One(company) => Some(company.id.key()),
            _ => None,
        }
    }

    #[test]
    fn a_code_decides_and_a_name_only_within_its_division() {
        let directory = Directory::new(vec![company(1, "甲有限公司", Some(CODE))]);
        let code = Uscc::parse(CODE).unwrap();
        assert_eq!(
            found(directory.find(Some(&code), "别名", "110101")),
            Some(1)
        );
        assert_eq!(
            found(directory.find(None, "甲有限 公司", "320505")),
            Some(1)
        );
        assert_eq!(
            found(directory.find(None, "旧甲有限公司", "320505")),
            Some(1)
        );
        assert_eq!(directory.find(None, "甲有限公司", "110101"), Match::None);
    }

    #[test]
    fn a_new_code_goes_to_the_namesake_without_one_and_never_to_one_with_another() {
        let code = Uscc::parse(CODE).unwrap();
        let without = Directory::new(vec![company(1, "甲", None)]);
        assert_eq!(found(without.find(Some(&code), "甲", "320505")), Some(1));
        let other = Directory::new(vec![company(2, "甲", Some("91370300050914951M"))]);
        assert_eq!(other.find(Some(&code), "甲", "320505"), Match::None);
    }

    #[test]
    fn two_namesakes_with_codes_need_a_code_to_be_told_apart() {
        let directory = Directory::new(vec![
            company(1, "甲", Some(CODE)),
            company(2, "甲", Some("91370300050914951M")),
        ]);
        assert_eq!(directory.find(None, "甲", "320505"), Match::Several);
    }
}
