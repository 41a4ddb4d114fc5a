//! A company as the register holds it.

use super::name::normal_name;
use super::uscc::Uscc;
use kernel::{Entity, Fields, Id, Instant};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The key of a [`Company`].
pub type CompanyId = Id<Company>;

/// The most characters of a name.
const LONGEST_NAME: usize = 128;

/// The most aliases of one company.
const MOST_ALIASES: usize = 20;

/// A company as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Company {
    /// Its key.
    pub id: CompanyId,
    /// Its name as registered.
    pub name: String,
    /// Names it had or is called by, in the order in which they were given.
    pub aliases: Vec<String>,
    /// Its unified social credit code, where known.
    pub uscc: Option<Uscc>,
    /// The group it belongs to (所属集团), where known.
    pub group: Option<String>,
    /// The division it is registered in: decides whether it is 省外 (domain rule 1).
    pub division_code: String,
    /// How many projects it invests in: a cache kept by the projects' ops.
    pub projects: i64,
    /// How many other records name it: a cache kept by whoever writes them
    /// ([`count_records`](crate::count_records)).
    pub records: i64,
    /// How often its record was written, from 1: tells an undo whether it has changed since.
    pub revision: i32,
    /// When its record was last written.
    pub updated_at: Instant,
}

impl Entity for Company {
    const PREFIX: &'static str = "cmp";
}

/// How another slice's record names a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CompanyRef {
    /// The company.
    #[schema(value_type = String)]
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

/// A company as it was typed, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewCompany {
    /// Its name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its unified social credit code.
    pub uscc: Option<String>,
    /// The division it is registered in, by code or by any of its names.
    pub division: String,
}

/// All that a form or a row of companies says of a company, not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CompanyEntry {
    /// What decides which company it is.
    pub company: NewCompany,
    /// The group it belongs to (所属集团).
    pub group: Option<String>,
}

/// A company that passed the checks and may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompanyDraft {
    /// Its name, trimmed.
    pub name: String,
    /// Its other names, none of them twice or the name itself.
    pub aliases: Vec<String>,
    /// Its unified social credit code.
    pub uscc: Option<Uscc>,
    /// The group it belongs to, trimmed; none where nothing is said of it.
    pub group: Option<String>,
    /// The code of its division.
    pub division_code: String,
}

/// What is to change of a company; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyChange {
    /// Its name. The old one becomes an alias.
    pub name: Option<String>,
    /// All its other names.
    pub aliases: Option<Vec<String>>,
    /// Its unified social credit code.
    pub uscc: Option<String>,
    /// The group it belongs to; an empty text takes it away.
    pub group: Option<String>,
    /// The division it is registered in.
    pub division: Option<String>,
}

impl CompanyDraft {
    /// The name as it is compared.
    pub fn normal_name(&self) -> String {
        normal_name(&self.name)
    }
}

impl Company {
    /// Whether `name` is its name or one of its former ones, however it is spelled.
    pub fn is_called(&self, name: &str) -> bool {
        let wanted = normal_name(name);
        let mut names = std::iter::once(&self.name).chain(&self.aliases);
        names.any(|name| normal_name(name) == wanted)
    }

    /// The record with `change` made, as it would be typed anew.
    pub fn changed(&self, change: CompanyChange) -> CompanyEntry {
        let mut aliases = change.aliases.unwrap_or_else(|| self.aliases.clone());
        let name = change.name.unwrap_or_else(|| self.name.clone());
        if normal_name(&name) != normal_name(&self.name) {
            aliases.push(self.name.clone());
        }
        let company = NewCompany {
            name,
            aliases,
            uscc: change
                .uscc
                .or_else(|| self.uscc.as_ref().map(Uscc::to_string)),
            division: change
                .division
                .unwrap_or_else(|| self.division_code.clone()),
        };
        CompanyEntry {
            company,
            group: change.group.or_else(|| self.group.clone()),
        }
    }
}

/// Checks what was typed, the group with it; every wrong field is noted in `wrong`.
pub(crate) fn check_entry(wrong: &mut Fields, entry: &CompanyEntry) -> Option<CompanyDraft> {
    let group = entry.group.as_deref().map(sheets::normal_text);
    let group = group.filter(|text| !text.is_empty());
    if group
        .as_ref()
        .is_some_and(|text| text.chars().count() > LONGEST_NAME)
    {
        wrong.refuse("group", "field.too_long", json!({ "max": LONGEST_NAME }));
    }
    let draft = check_draft(wrong, &entry.company)?;
    Some(CompanyDraft { group, ..draft })
}

/// Checks what was typed; every wrong field is noted in `wrong`.
pub fn check_draft(wrong: &mut Fields, new: &NewCompany) -> Option<CompanyDraft> {
    let name = sheets::normal_text(&new.name);
    match name.chars().count() {
        0 => wrong.refuse("name", "field.empty", json!({})),
        length if length > LONGEST_NAME => {
            wrong.refuse("name", "field.too_long", json!({ "max": LONGEST_NAME }));
        }
        _ => {}
    }
    let mut known = vec![normal_name(&name)];
    let mut aliases = Vec::new();
    for alias in &new.aliases {
        let alias = sheets::normal_text(alias);
        let normal = normal_name(&alias);
        if normal.is_empty() || known.contains(&normal) {
            continue;
        }
        if alias.chars().count() > LONGEST_NAME {
            wrong.refuse("aliases", "field.too_long", json!({ "max": LONGEST_NAME }));
        }
        known.push(normal);
        aliases.push(alias);
    }
    if aliases.len() > MOST_ALIASES {
        wrong.refuse("aliases", "field.too_many", json!({ "max": MOST_ALIASES }));
    }
    let given = new
        .uscc
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let uscc = given.and_then(|text| match Uscc::parse(text) {
        Ok(uscc) => Some(uscc),
        Err(refusal) => {
            wrong.refuse("uscc", refusal.code(), refusal.params());
            None
        }
    });
    let division_code = match orgs::divisions().by_name(&new.division) {
        Ok(division) => division.code.clone(),
        Err(refusal) => {
            let (code, params) = orgs_code(&refusal, &new.division);
            wrong.refuse("division", code, params);
            String::new()
        }
    };
    wrong.is_clean().then_some(CompanyDraft {
        name,
        aliases,
        uscc,
        group: None,
        division_code,
    })
}

/// The code and parameters for a text that names no one division.
fn orgs_code(refusal: &orgs::NameRefusal, text: &str) -> (&'static str, serde_json::Value) {
    match refusal {
        orgs::NameRefusal::Unknown => ("orgs.division_unknown", json!({ "code": text })),
        orgs::NameRefusal::Ambiguous(names) => (
            "orgs.division_ambiguous",
            json!({ "code": text, "names": names }),
        ),
    }
}

/// One field that would change: its name, what it was, what it would be.
pub type Difference = (&'static str, Option<String>, Option<String>);

/// What writing `draft` over `company` would change. An absent code, group or aliases
/// mean that nothing is said of them; a former name means the company as it is called now.
pub fn differences(company: &Company, draft: &CompanyDraft) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    if !company.is_called(&draft.name) {
        found.push(("name", Some(company.name.clone()), Some(draft.name.clone())));
    }
    let uscc = company.uscc.as_ref().map(Uscc::to_string);
    let drafted = draft.uscc.as_ref().map(Uscc::to_string);
    if drafted.is_some() && uscc != drafted {
        found.push(("uscc", uscc, drafted));
    }
    let added: Vec<&str> = draft
        .aliases
        .iter()
        .filter(|alias| {
            !company
                .aliases
                .iter()
                .any(|known| normal_name(known) == normal_name(alias))
        })
        .map(String::as_str)
        .collect();
    if !added.is_empty() {
        let before = Some(company.aliases.join("；")).filter(|text| !text.is_empty());
        found.push(("aliases", before, Some(added.join("；"))));
    }
    if draft.group.is_some() && company.group != draft.group {
        found.push(("group", company.group.clone(), draft.group.clone()));
    }
    if company.division_code != draft.division_code {
        found.push((
            "division",
            Some(company.division_code.clone()),
            Some(draft.division_code.clone()),
        ));
    }
    found
}
