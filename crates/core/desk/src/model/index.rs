//! Many names in one long text, searched through from end to end: for 200,000 names that is
//! some milliseconds, and there is nothing to keep in order when a name changes.

use super::spelling::{plain, sounded};
use kernel::Scope;
use memchr::memmem;
use std::collections::{BinaryHeap, HashMap};
use std::ops::Range;

/// A record that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its key in its slice.
    pub key: i64,
    /// Its id as the API writes it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The code that people know it by.
    pub code: Option<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// What stands beside its name in a list: a stage, a division's code.
    pub note: String,
    /// The units it belongs to; none where everybody may see it.
    pub units: Vec<i64>,
    /// Whether it is there no more.
    pub is_gone: bool,
}

/// A match; the better, the smaller.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    /// How well it matches.
    rank: (u8, usize),
    /// Its place in the index.
    place: usize,
}

/// The names of one kind.
#[derive(Debug, Default)]
pub struct Index {
    named: Vec<Named>,
    /// Where in `text` each name's spellings begin.
    starts: Vec<usize>,
    /// The spellings of each name, parted by [`FIELD`], each name ended by [`RECORD`].
    text: String,
    /// The newest place of each key; older ones are dead.
    places: HashMap<i64, usize>,
}

/// Ends a spelling; one byte, which no spelling has.
const FIELD: char = '\u{1f}';
/// Ends a name's spellings.
const RECORD: char = '\u{1e}';

/// What the spellings of a name are, in their order; further ones are aliases.
const CODE: usize = 0;
const NAME: usize = 1;
const INITIALS: usize = 2;
const SOUND: usize = 3;

/// The rank of what does not match after all.
const NO_MATCH: u8 = u8::MAX;

/// The fewest letters with which a sound is looked for within a name.
const LEAST_SOUND: usize = 3;

impl Index {
    /// How many names can be found.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes names in: new ones, and those that were changed or are gone.
    pub fn take(&mut self, changed: Vec<Named>) {
        for named in changed {
            let known = self.places.get(&named.key).map(|place| &self.named[*place]);
            if known == Some(&named) {
                continue;
            }
            if named.is_gone {
                self.places.remove(&named.key);
                continue;
            }
            self.places.insert(named.key, self.named.len());
            self.starts.push(self.text.len());
            self.write(&named);
            self.named.push(named);
        }
        if self.named.len() > 2 * self.places.len() + 1_000 {
            self.tidy();
        }
    }

    fn write(&mut self, named: &Named) {
        let name = plain(&named.name);
        let (sound, initials) = sounded(&name);
        let code = named.code.as_deref().map(plain).unwrap_or_default();
        let fields = [code, name, initials, sound];
        let aliases = named.aliases.iter().map(|alias| plain(alias));
        for field in fields.into_iter().chain(aliases) {
            self.text.push_str(&field);
            self.text.push(FIELD);
        }
        self.text.push(RECORD);
    }

    /// Leaves the dead out.
    fn tidy(&mut self) {
        let places = std::mem::take(&mut self.places);
        let named = std::mem::take(&mut self.named);
        let alive = named
            .into_iter()
            .enumerate()
            .filter(|(place, named)| places.get(&named.key) == Some(place))
            .map(|(_, named)| named)
            .collect();
        *self = Self::default();
        self.take(alive);
    }

    /// The best matches of `words` that `scope` covers, at most `limit`, best first.
    pub fn find(&self, words: &str, scope: &Scope, limit: usize) -> Vec<&Named> {
        let asked = plain(words);
        if asked.is_empty() || limit == 0 || *scope == Scope::Nothing {
            return Vec::new();
        }
        let finder = memmem::Finder::new(&asked);
        let text = self.text.as_bytes();
        // The worst of the best is on top, and gives way.
        let mut best: BinaryHeap<Found> = BinaryHeap::with_capacity(limit + 1);
        let (mut from, mut place) = (0, 0);
        while let Some(hit) = finder.find(&text[from..]) {
            let hit = from + hit;
            while self
                .starts
                .get(place + 1)
                .is_some_and(|start| *start <= hit)
            {
                place += 1;
            }
            let end = self.starts.get(place + 1).copied().unwrap_or(text.len());
            let rank = self.rank(place, hit..end, asked.len(), &finder);
            let found = Found {
                rank: (rank, self.named[place].name.len()),
                place,
            };
            let is_better = best.len() < limit || best.peek().is_some_and(|worst| found < *worst);
            if rank < NO_MATCH && is_better && self.is_seen(place, scope) {
                best.push(found);
                if best.len() > limit {
                    best.pop();
                }
            }
            from = end;
        }
        best.into_sorted_vec()
            .into_iter()
            .map(|found| &self.named[found.place])
            .collect()
    }

    fn is_seen(&self, place: usize, scope: &Scope) -> bool {
        let named = &self.named[place];
        self.places.get(&named.key) == Some(&place)
            && (named.units.is_empty() || named.units.iter().any(|unit| scope.covers(*unit)))
    }

    /// How well the name at `place`, which is hit first at the beginning of `rest`, matches.
    /// The spellings stand in the order of their worth, so the first hit decides; only a
    /// hit inside a code may be bettered by one in the name.
    fn rank(
        &self,
        place: usize,
        rest: Range<usize>,
        length: usize,
        finder: &memmem::Finder<'_>,
    ) -> u8 {
        let text = self.text.as_bytes();
        let hit = rest.start;
        let before = &text[self.starts[place]..hit];
        let field = memchr::memchr_iter(FIELD as u8, before).count();
        let begins = before.last().is_none_or(|byte| *byte == FIELD as u8);
        let whole = begins && text[hit + length] == FIELD as u8;
        match field {
            CODE if whole => 0,
            NAME if whole => 1,
            NAME if begins => 2,
            CODE if begins => 3,
            NAME => 4,
            INITIALS if begins => 6,
            SOUND if begins => 7,
            INITIALS => 8,
            SOUND if length >= LEAST_SOUND => 9,
            SOUND => NO_MATCH,
            CODE => {
                let further = memchr::memchr(FIELD as u8, &text[hit..rest.end])
                    .and_then(|end| Some(hit + end + finder.find(&text[hit + end..rest.end])?));
                further.map_or(10, |further| {
                    self.rank(place, further..rest.end, length, finder).min(10)
                })
            }
            _ => 5,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(key: i64, name: &str, code: &str) -> Named {
        Named {
            key,
            id: format!("cmp_{key}"),
            name: name.into(),
            code: Some(code.into()),
            aliases: Vec::new(),
            note: String::new(),
            units: Vec::new(),
            is_gone: false,
        }
    }

    fn index() -> Index {
        let mut index = Index::default();
        index.take(vec![
            named(1, "淄博新材料有限公司", "P-100"),
            named(2, "新材料产业园", "P-1"),
            named(3, "山东新华制药", "P-200"),
        ]);
        index
    }

    fn keys(index: &Index, words: &str) -> Vec<i64> {
        let found = index.find(words, &Scope::Everything, 10);
        found.into_iter().map(|named| named.key).collect()
    }

    #[test]
    fn a_name_is_found_by_any_part_by_sound_by_initials_and_by_code() {
        let index = index();
        assert_eq!(keys(&index, "新华"), [3]);
        assert_eq!(keys(&index, "xinhua"), [3]);
        assert_eq!(keys(&index, "sdxh"), [3]);
        assert_eq!(keys(&index, "Ｐ-２００"), [3]);
        assert_eq!(keys(&index, "没有"), Vec::<i64>::new());
        assert_eq!(keys(&index, " "), Vec::<i64>::new());
    }

    #[test]
    fn the_better_match_comes_first() {
        let index = index();
        assert_eq!(
            keys(&index, "新材料"),
            [2, 1],
            "its beginning before its middle"
        );
        assert_eq!(
            keys(&index, "p-1"),
            [2, 1],
            "the code itself before a longer one"
        );
        assert_eq!(keys(&index, "xcl"), [2, 1]);
    }

    #[test]
    fn no_match_reaches_from_one_name_or_spelling_into_the_next() {
        let mut index = Index::default();
        index.take(vec![named(1, "甲乙", "丙"), named(2, "丁", "戊")]);
        assert_eq!(keys(&index, "乙丙"), Vec::<i64>::new());
        assert_eq!(keys(&index, "丙丁"), Vec::<i64>::new());
    }

    #[test]
    fn what_changes_is_found_as_it_is_now_and_what_goes_is_not_found() {
        let mut index = index();
        index.take(vec![named(1, "周村丝绸", "P-100")]);
        assert_eq!(keys(&index, "新材料"), [2]);
        assert_eq!(keys(&index, "丝绸"), [1]);
        let gone = Named {
            is_gone: true,
            ..named(1, "周村丝绸", "P-100")
        };
        index.take(vec![gone]);
        assert_eq!(keys(&index, "丝绸"), Vec::<i64>::new());
        assert_eq!(index.len(), 2);
    }

    #[test]
    fn the_dead_are_left_out_once_they_are_many() {
        let mut index = index();
        for round in 0..3_000 {
            index.take(vec![named(1, &format!("第{round}名"), "P-100")]);
        }
        assert_eq!(keys(&index, "第2999名"), [1]);
        assert_eq!(keys(&index, "第2998名"), Vec::<i64>::new());
        assert!(index.named.len() < 1_100, "{}", index.named.len());
        assert_eq!(index.len(), 3);
    }

    #[test]
    fn only_what_the_scope_covers_is_found() {
        let mut index = Index::default();
        let of_unit = |key, unit| Named {
            units: vec![unit],
            ..named(key, "新材料", "P")
        };
        index.take(vec![of_unit(1, 7), of_unit(2, 8)]);
        let found = |scope: &Scope| index.find("新", scope, 10).len();
        assert_eq!(found(&Scope::Everything), 2);
        assert_eq!(found(&Scope::Units(vec![7].into())), 1);
        assert_eq!(found(&Scope::Nothing), 0);
    }

    #[test]
    fn the_limit_keeps_the_best() {
        let mut index = Index::default();
        index.take(
            (1..50)
                .map(|key| named(key, &format!("新{key:02}"), "P"))
                .collect(),
        );
        index.take(vec![named(99, "新", "P")]);
        let found = index.find("新", &Scope::Everything, 3);
        assert_eq!(found[0].key, 99);
        assert_eq!(found.len(), 3);
    }
}
