//! Industry chains (产业链), and the directions of promotion that have no graph (方向).

use super::name::normal_name;
use kernel::{Entity, Fields, Id, Instant};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::HashMap;

/// The key of a [`Chain`].
pub type ChainId = Id<Chain>;

/// The most characters of a chain's code and names.
const LONGEST: usize = 60;

/// Whether a chain has a graph.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChainKind {
    /// 产业链: a chain with nodes.
    #[default]
    Chain,
    /// 方向: a direction of promotion, of which no graph is drawn.
    Direction,
}

impl ChainKind {
    /// The word in the database and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chain => "chain",
            Self::Direction => "direction",
        }
    }

    /// The kind that a word names.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Chain, Self::Direction]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// A chain as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Its key.
    pub id: ChainId,
    /// Its code, unique.
    pub code: String,
    /// Its Chinese name, unique.
    pub name: String,
    /// Its English name; empty where nobody gave one.
    pub name_en: String,
    /// Whether it has a graph.
    pub kind: ChainKind,
    /// Whether it is 假定: as it was installed, not confirmed by an office.
    pub assumed: bool,
    /// How often its record was written, from 1.
    pub revision: i32,
    /// When it was last written.
    pub updated_at: Instant,
}

impl Entity for Chain {
    const PREFIX: &'static str = "chn";
}

/// How replies name a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ChainRef {
    /// Its id, `chn_…`.
    #[schema(value_type = String)]
    pub id: ChainId,
    /// Its code.
    pub code: String,
    /// Its Chinese name.
    pub name: String,
    /// Its English name; empty where nobody gave one.
    pub name_en: String,
}

/// A chain as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewChain {
    /// Its code.
    pub code: String,
    /// Its Chinese name.
    pub name: String,
    /// Its English name.
    pub name_en: String,
    /// Whether it has a graph.
    pub kind: ChainKind,
}

/// What is to change of a chain; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChainChange {
    /// Its Chinese name.
    pub name: Option<String>,
    /// Its English name; an empty text takes it away.
    pub name_en: Option<String>,
    /// Whether it has a graph.
    pub kind: Option<ChainKind>,
    /// Whether it stays 假定. Whatever else is changed confirms it, if this is not said.
    pub assumed: Option<bool>,
}

impl Chain {
    /// How replies name it.
    pub fn to_ref(&self) -> ChainRef {
        ChainRef {
            id: self.id,
            code: self.code.clone(),
            name: self.name.clone(),
            name_en: self.name_en.clone(),
        }
    }

    /// A new chain's record. What an office enters is not assumed.
    pub(crate) fn fresh(id: ChainId, new: NewChain, assumed: bool, at: Instant) -> Self {
        Self {
            id,
            code: new.code,
            name: new.name,
            name_en: new.name_en,
            kind: new.kind,
            assumed,
            revision: 1,
            updated_at: at,
        }
    }

    /// The record with `change` made by an office.
    pub(crate) fn changed(&self, change: ChainChange, at: Instant) -> Self {
        Self {
            name: change.name.unwrap_or_else(|| self.name.clone()),
            name_en: change.name_en.unwrap_or_else(|| self.name_en.clone()),
            kind: change.kind.unwrap_or(self.kind),
            assumed: change.assumed.unwrap_or(false),
            revision: self.revision + 1,
            updated_at: at,
            ..self.clone()
        }
    }
}

/// Checks a chain's texts and trims them; every wrong field is noted in `wrong`.
pub(crate) fn check_chain(wrong: &mut Fields, new: &NewChain) -> NewChain {
    let mut text = |field: &str, text: &str, may_be_empty: bool| {
        let text = sheets::normal_text(text);
        match text.chars().count() {
            0 if !may_be_empty => wrong.refuse(field, "field.empty", json!({})),
            length if length > LONGEST => {
                wrong.refuse(field, "field.too_long", json!({ "max": LONGEST }));
            }
            _ => {}
        }
        text
    };
    NewChain {
        code: text("code", &new.code, false),
        name: text("name", &new.name, false),
        name_en: text("name_en", &new.name_en, true),
        kind: new.kind,
    }
}

/// All chains, found as people name them.
#[derive(Debug, Clone, Default)]
pub struct Chains {
    chains: Vec<Chain>,
    by_id: HashMap<i64, usize>,
}

impl Chains {
    /// These chains, in their order.
    pub fn new(chains: Vec<Chain>) -> Self {
        let by_id = chains.iter().enumerate();
        Self {
            by_id: by_id.map(|(at, chain)| (chain.id.key(), at)).collect(),
            chains,
        }
    }

    /// All of them.
    pub fn all(&self) -> &[Chain] {
        &self.chains
    }

    /// The chain with this key.
    pub fn by_id(&self, id: ChainId) -> Option<&Chain> {
        self.by_id.get(&id.key()).map(|&at| &self.chains[at])
    }

    /// The chain with this code.
    pub fn by_code(&self, code: &str) -> Option<&Chain> {
        let code = sheets::normal_text(code);
        self.chains.iter().find(|chain| chain.code == code)
    }

    /// The chain that `text` names: by its code, else by its Chinese or English name.
    pub fn by_name(&self, text: &str) -> Option<&Chain> {
        let wanted = normal_name(text);
        let named = |name: &str| !name.is_empty() && normal_name(name) == wanted;
        self.by_code(text)
            .or_else(|| self.chains.iter().find(|chain| named(&chain.name)))
            .or_else(|| self.chains.iter().find(|chain| named(&chain.name_en)))
    }

    /// The chain other than `own` that has this Chinese name already.
    pub fn namesake(&self, name: &str, own: Option<ChainId>) -> Option<&Chain> {
        let wanted = normal_name(name);
        let mut others = self
            .chains
            .iter()
            .filter(|chain| own.is_none_or(|own| chain.id != own));
        others.find(|chain| normal_name(&chain.name) == wanted)
    }

    /// Adds a chain, or puts it in the place of its former record.
    pub(crate) fn put(&mut self, chain: Chain) {
        match self.by_id.get(&chain.id.key()) {
            Some(&at) => self.chains[at] = chain,
            None => {
                self.by_id.insert(chain.id.key(), self.chains.len());
                self.chains.push(chain);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(key: i64, code: &str, name: &str) -> Chain {
        let new = NewChain {
            code: code.into(),
            name: name.into(),
            name_en: format!("Chain {key}"),
            kind: ChainKind::Chain,
        };
        let at = Instant::parse("2023-06-01T00:00:00Z").unwrap();
        Chain::fresh(Id::new(key), new, true, at)
    }

    #[test]
    fn a_chain_is_found_by_code_and_by_name_in_either_language() {
        let chains = Chains::new(vec![chain(1, "A", "石油化工"), chain(2, "B", "新材料")]);
        for text in ["A", "石油 化工", "chain 1"] {
            assert_eq!(chains.by_name(text).map(|chain| chain.id.key()), Some(1));
        }
        assert!(chains.by_name("").is_none());
        assert!(chains.namesake("新 材料", Some(Id::new(2))).is_none());
        assert!(chains.namesake("新 材料", None).is_some());
    }

    #[test]
    fn what_an_office_edits_is_no_longer_assumed() {
        let at = Instant::parse("2023-06-02T00:00:00Z").unwrap();
        let named = ChainChange {
            name: Some("石化".into()),
            ..ChainChange::default()
        };
        let changed = chain(1, "A", "石油化工").changed(named, at);
        assert_eq!((changed.assumed, changed.revision), (false, 2));
        assert_eq!(changed.name_en, "Chain 1");
    }
}
