//! Who comes to an activity: target companies, investors, those met before, and
//! ones that nobody has heard of.

use std::collections::BTreeSet;

use crate::companies::Directory;
use crate::dice::Dice;
use crate::records::{OurSide, TheirSide};
use crate::targets::Contact;

/// The companies that may be met.
pub(crate) struct Guests<'d> {
    directory: &'d mut Directory,
    contacts: Vec<Contact>,
    /// Contacts that were met.
    met: BTreeSet<usize>,
    newcomers: Vec<usize>,
}

impl<'d> Guests<'d> {
    pub(crate) fn new(directory: &'d mut Directory, contacts: Vec<Contact>) -> Self {
        Self {
            directory,
            contacts,
            met: BTreeSet::new(),
            newcomers: Vec::new(),
        }
    }

    /// The position of the company that this investor is.
    pub(crate) fn investor(&self, name: &str) -> usize {
        self.directory.of_name(name)
    }

    /// A company for an activity of a month, none of `barred`.
    pub(crate) fn guest(
        &mut self,
        month: usize,
        barred: &BTreeSet<usize>,
        dice: &mut Dice,
    ) -> usize {
        let known = match dice.below(100) {
            0..40 => self.contact(month, barred, dice),
            40..50 => free(&self.directory.investors, barred, dice),
            50..65 => free(&self.newcomers, barred, dice),
            _ => None,
        };
        known.unwrap_or_else(|| {
            let newcomer = self.directory.newcomer(dice);
            self.newcomers.push(newcomer);
            newcomer
        })
    }

    /// A target company: the next that nobody has met, else any.
    fn contact(
        &mut self,
        month: usize,
        barred: &BTreeSet<usize>,
        dice: &mut Dice,
    ) -> Option<usize> {
        let open: Vec<usize> = self
            .contacts
            .iter()
            .filter(|contact| contact.month <= month && !barred.contains(&contact.company))
            .map(|contact| contact.company)
            .collect();
        let next = open.iter().find(|company| !self.met.contains(company));
        let found = match next {
            Some(&company) => company,
            None if open.is_empty() || dice.chance(60) => return None,
            None => *dice.pick(&open),
        };
        self.met.insert(found);
        Some(found)
    }

    /// Who sits on either side of the table. Of target companies some are met by
    /// the first of both sides, always; the others never.
    pub(crate) fn sides(&self, company: usize, dice: &mut Dice) -> (OurSide, TheirSide) {
        let ours = *dice.pick(&[OurSide::First, OurSide::Deputy, OurSide::Other]);
        let theirs = *dice.pick(&[TheirSide::First, TheirSide::Executive, TheirSide::Other]);
        let contact = self.contacts.iter().find(|of| of.company == company);
        match contact {
            Some(contact) if contact.by_firsts => (OurSide::First, TheirSide::First),
            Some(_) if ours == OurSide::First => (ours, TheirSide::Executive),
            _ => (ours, theirs),
        }
    }
}

/// One of `companies` that is not barred; a few tries.
fn free(companies: &[usize], barred: &BTreeSet<usize>, dice: &mut Dice) -> Option<usize> {
    if companies.is_empty() {
        return None;
    }
    (0..4)
        .map(|_| *dice.pick(companies))
        .find(|company| !barred.contains(company))
}
