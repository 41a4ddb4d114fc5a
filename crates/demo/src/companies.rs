//! All companies that records name: those of the projects, and new ones.

use std::collections::BTreeMap;

use crate::credit_code::credit_code;
use crate::dice::Dice;
use crate::model::{Company, Project};
use crate::names::{Origin, place};

/// Numbers of credit codes below this are the project companies'.
const FIRST_NUMBER: usize = 50_001;

/// The companies, each once.
pub(crate) struct Directory {
    pub(crate) companies: Vec<Company>,
    by_name: BTreeMap<String, usize>,
    /// Investors from elsewhere: other provinces, or abroad.
    pub(crate) investors: Vec<usize>,
    made: usize,
}

impl Directory {
    /// Investors and project companies, as they come.
    pub(crate) fn new(projects: &[Project]) -> Self {
        let mut directory = Self {
            companies: Vec::new(),
            by_name: BTreeMap::new(),
            investors: Vec::new(),
            made: 0,
        };
        for project in projects {
            for investor in &project.investors {
                let is_elsewhere = !investor.division.starts_with("37");
                let known = directory.companies.len();
                let at = directory.add(Company {
                    name: investor.name.clone(),
                    credit_code: None,
                    division: investor.division,
                    group: None,
                });
                if is_elsewhere && at == known {
                    directory.investors.push(at);
                }
            }
            if let Some(company) = &project.company {
                directory.add(company.clone());
            }
        }
        directory
    }

    /// The position of a company, which is added where it is new.
    fn add(&mut self, company: Company) -> usize {
        if let Some(&at) = self.by_name.get(&company.name) {
            return at;
        }
        self.by_name
            .insert(company.name.clone(), self.companies.len());
        self.companies.push(company);
        self.companies.len() - 1
    }

    /// The company of this name.
    pub(crate) fn of_name(&self, name: &str) -> usize {
        self.by_name[name]
    }

    /// A company from elsewhere that nobody has heard of. Those of other
    /// provinces have a credit code, most others none.
    pub(crate) fn newcomer(&mut self, dice: &mut Dice) -> usize {
        let origin = if dice.chance(88) {
            Origin::OtherProvince
        } else {
            Origin::Abroad
        };
        let (division, short) = place(origin, dice);
        let number = FIRST_NUMBER + self.made;
        self.made += 1;
        self.add(Company {
            name: format!("演示客商{:04}（{short}）有限公司", self.made),
            credit_code: (origin == Origin::OtherProvince).then(|| credit_code(division, number)),
            division,
            group: None,
        })
    }
}
