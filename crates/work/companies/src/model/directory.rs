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
    /// By name and by alias in whichever division.
    anywhere: [HashMap<String, Vec<usize>>; 2],
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

    /// All of them.
    pub fn all(&self) -> &[Company] {
        &self.companies
    }

    /// Adds one company, such as a row accepted earlier in the same workbook.
    pub fn add(&mut self, company: Company) {
        self.index(self.companies.len(), &company);
        self.companies.push(company);
    }

    /// Puts `company` in the place of its former record, whose keys still find it.
    pub fn replace(&mut self, company: Company) {
        let at = self.companies.iter().position(|own| own.id == company.id);
        match at {
            Some(at) => {
                self.index(at, &company);
                self.companies[at] = company;
            }
            None => self.add(company),
        }
    }

    /// Notes under which keys the company at `at` is found.
    fn index(&mut self, at: usize, company: &Company) {
        fn note<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Vec<usize>>, key: K, at: usize) {
            let places = map.entry(key).or_default();
            if !places.contains(&at) {
                places.push(at);
            }
        }
        if let Some(uscc) = &company.uscc {
            self.by_uscc.insert(uscc.to_string(), at);
        }
        let place = &company.division_code;
        let name = normal_name(&company.name);
        note(&mut self.by_name, (name.clone(), place.clone()), at);
        note(&mut self.anywhere[0], name, at);
        for alias in &company.aliases {
            let alias = normal_name(alias);
            note(&mut self.by_alias, (alias.clone(), place.clone()), at);
            note(&mut self.anywhere[1], alias, at);
        }
    }

    /// The company that a record names by code and name without its division: by the code,
    /// else the only one of that name, else the only one with that former name.
    pub fn find_anywhere(&self, uscc: Option<&Uscc>, name: &str) -> Match<'_> {
        if let Some(&at) = uscc.and_then(|uscc| self.by_uscc.get(uscc.as_str())) {
            return Match::One(&self.companies[at]);
        }
        let name = normal_name(name);
        for names in &self.anywhere {
            let places = names.get(&name).map_or(&[][..], Vec::as_slice);
            // A code that is new can only belong to a company that has none.
            let mut fit = places
                .iter()
                .map(|&at| &self.companies[at])
                .filter(|company| uscc.is_none() || company.uscc.is_none());
            match (fit.next(), fit.next()) {
                (None, _) => {}
                (Some(only), None) => return Match::One(only),
                _ => return Match::Several,
            }
        }
        Match::None
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
            group: None,
            division_code: "320505".into(),
            projects: 0,
            records: 0,
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
    fn without_a_division_only_one_of_the_name_is_meant() {
        let mut directory = Directory::new(vec![company(1, "甲", None)]);
        assert_eq!(found(directory.find_anywhere(None, "甲")), Some(1));
        assert_eq!(found(directory.find_anywhere(None, "旧甲")), Some(1));
        let code = Uscc::parse(CODE).unwrap();
        assert_eq!(found(directory.find_anywhere(Some(&code), "甲")), Some(1));
        directory.replace(company(1, "甲", Some(CODE)));
        assert_eq!(found(directory.find_anywhere(Some(&code), "别名")), Some(1));
        let other = Uscc::parse("91370300050914951M").unwrap();
        assert_eq!(directory.find_anywhere(Some(&other), "甲"), Match::None);
        let elsewhere = Company {
            division_code: "110101".into(),
            ..company(2, "甲", None)
        };
        directory.add(elsewhere);
        assert_eq!(directory.find_anywhere(None, "甲"), Match::Several);
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
