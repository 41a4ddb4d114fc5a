//! The table of divisions and countries, and how people write their names.

use super::division::{Division, Region};
use std::collections::HashMap;
use std::sync::LazyLock;

const CHINA: &str = include_str!("../../data/divisions.tsv");
const COUNTRIES: &str = include_str!("../../data/countries.tsv");

/// Second-level entries that only group areas in the standard: not part of any address.
const PLACEHOLDERS: [&str; 4] = [
    "市辖区",
    "县",
    "省直辖县级行政区划",
    "自治区直辖县级行政区划",
];

/// What a place's short name leaves out, longest first.
const ENDINGS: [&str; 12] = [
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "特别行政区",
    "自治区",
    "地区",
    "省",
    "市",
    "盟",
    "区",
    "县",
    "旗",
];

/// A name that does not lead to one division.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameRefusal {
    /// No division is called that.
    Unknown,
    /// Several are; their full names.
    Ambiguous(Vec<String>),
}

/// All divisions of China down to areas, and the countries.
#[derive(Debug)]
pub struct Divisions {
    rows: Vec<Division>,
    by_code: HashMap<String, usize>,
    /// Every own name, full and short, with the divisions that bear it.
    by_name: HashMap<String, Vec<usize>>,
}

/// The divisions that this binary knows.
pub fn divisions() -> &'static Divisions {
    static ALL: LazyLock<Divisions> = LazyLock::new(Divisions::read);
    &ALL
}

impl Divisions {
    fn read() -> Self {
        let mut all = Self {
            rows: Vec::new(),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
        };
        // The file is sorted by code, so that whatever is above comes first.
        for line in CHINA.lines() {
            let (code, name) = line.split_once('\t').expect("a division is code and name");
            let parent = all.above(code);
            let full_name = match parent {
                Some(parent) if is_placeholder(&all.rows[parent]) => {
                    format!("{}{name}", all.rows[all.above_row(parent)].full_name)
                }
                Some(parent) => format!("{}{name}", all.rows[parent].full_name),
                None => name.to_owned(),
            };
            let region = match &code[..2] {
                "71" => Region::Taiwan,
                "81" => Region::HongKong,
                "82" => Region::Macao,
                _ => Region::Mainland,
            };
            all.add(
                Division {
                    level: level_of(code),
                    parent_code: parent.map(|parent| all.rows[parent].code.clone()),
                    code: code.to_owned(),
                    name: name.to_owned(),
                    full_name,
                    name_en: english(region),
                    region,
                },
                None,
            );
        }
        for line in COUNTRIES.lines() {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().map(str::to_owned);
            let (code, name, name_en) = (cell(), cell(), cell());
            let other = cell();
            let name = name.expect("a country has a name");
            all.add(
                Division {
                    code: code.expect("a country has a code"),
                    full_name: name.clone(),
                    name,
                    name_en,
                    parent_code: None,
                    level: 1,
                    region: Region::Foreign,
                },
                other,
            );
        }
        all
    }

    fn add(&mut self, division: Division, other_name: Option<String>) {
        let index = self.rows.len();
        let mut names = vec![division.name.clone()];
        if division.region == Region::Foreign {
            names.extend(other_name);
            names.extend(division.name_en.clone());
        } else {
            names.extend(short(&division.name).map(str::to_owned));
        }
        if !is_placeholder(&division) {
            for name in names {
                self.by_name.entry(name).or_default().push(index);
            }
        }
        self.by_code.insert(division.code.clone(), index);
        self.rows.push(division);
    }

    /// The row of what lies directly above `code`; nothing does above a country.
    fn above(&self, code: &str) -> Option<usize> {
        if code.len() < 6 {
            return None;
        }
        let above = match level_of(code) {
            1 => return None,
            2 => format!("{}0000", &code[..2]),
            _ => format!("{}00", &code[..4]),
        };
        self.by_code.get(&above).copied()
    }

    fn above_row(&self, row: usize) -> usize {
        self.above(&self.rows[row].code)
            .expect("a placeholder lies inside a province")
    }

    /// Every division, China's by code first, then countries by code.
    pub fn all(&self) -> &[Division] {
        &self.rows
    }

    /// The division with this code.
    pub fn by_code(&self, code: &str) -> Option<&Division> {
        self.by_code.get(code).map(|&row| &self.rows[row])
    }

    /// The one division that people mean by `text`: its code, its full name, its own name,
    /// or a short form, with as much of what is above it as they wrote (江苏省苏州市,
    /// 江苏苏州, 苏州). A name borne by a division and by what lies inside it means the
    /// outer one (吉林 the province, 长沙 the city).
    pub fn by_name(&self, text: &str) -> Result<&Division, NameRefusal> {
        let text = text.trim();
        if let Some(division) = self.by_code(text) {
            return Ok(division);
        }
        let mut found: Vec<usize> = Vec::new();
        for (start, _) in text.char_indices() {
            let (above, own) = text.split_at(start);
            let bearers = self.by_name.get(own).map_or(&[][..], Vec::as_slice);
            found.extend(bearers.iter().filter(|&&row| self.lies_in(row, above)));
        }
        found.sort_unstable();
        found.dedup();
        // A full name is what it says, even where something smaller is called so for short
        // (黑山 the country, not 黑山县).
        if let Some(&row) = found.iter().find(|&&row| self.rows[row].full_name == text) {
            return Ok(&self.rows[row]);
        }
        let inside = |row: usize| {
            std::iter::successors(self.above(&self.rows[row].code), |&row| {
                self.above(&self.rows[row].code)
            })
            .any(|above| found.contains(&above))
        };
        let found: Vec<usize> = found.iter().copied().filter(|&row| !inside(row)).collect();
        match found.as_slice() {
            [] => Err(NameRefusal::Unknown),
            [only] => Ok(&self.rows[*only]),
            several => Err(NameRefusal::Ambiguous(
                several
                    .iter()
                    .map(|&row| self.rows[row].full_name.clone())
                    .collect(),
            )),
        }
    }

    /// Whether `above` is nothing, or names of what lies above `row`, in order.
    fn lies_in(&self, row: usize, above: &str) -> bool {
        if above.is_empty() {
            return true;
        }
        let Some(parent) = self.above(&self.rows[row].code) else {
            return false;
        };
        let name = self.rows[parent].name.as_str();
        [Some(name), short(name)]
            .into_iter()
            .flatten()
            .filter_map(|name| above.strip_suffix(name))
            .any(|rest| self.lies_in(parent, rest))
            || self.lies_in(parent, above)
    }

    /// The first `limit` divisions whose code, full name or English name holds `text`:
    /// those whose own name begins with it first, larger ones before smaller ones.
    pub fn search(&self, text: &str, limit: usize) -> Vec<&Division> {
        let text = text.trim().to_lowercase();
        let mut found: Vec<(bool, i32, usize)> = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, division)| {
                !is_placeholder(division)
                    && (division.full_name.contains(&text)
                        || division.code.to_lowercase().starts_with(&text)
                        || division
                            .name_en
                            .as_ref()
                            .is_some_and(|name| name.to_lowercase().contains(&text)))
            })
            .map(|(row, division)| (!division.name.starts_with(&text), division.level, row))
            .collect();
        found.sort_unstable();
        found
            .into_iter()
            .take(limit)
            .map(|(_, _, row)| &self.rows[row])
            .collect()
    }
}

fn level_of(code: &str) -> i32 {
    match (code.ends_with("0000"), code.ends_with("00")) {
        (true, _) => 1,
        (false, true) => 2,
        _ => 3,
    }
}

fn is_placeholder(division: &Division) -> bool {
    division.level == 2 && PLACEHOLDERS.contains(&division.name.as_str())
}

fn english(region: Region) -> Option<String> {
    let name = match region {
        Region::HongKong => "Hong Kong",
        Region::Macao => "Macao",
        Region::Taiwan => "Taiwan",
        Region::Mainland | Region::Foreign => return None,
    };
    Some(name.to_owned())
}

/// The name without its ending, if at least two characters are left: 苏州, but not 吴 (吴县).
fn short(name: &str) -> Option<&str> {
    ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .filter(|rest| rest.chars().nth(1).is_some())
}
