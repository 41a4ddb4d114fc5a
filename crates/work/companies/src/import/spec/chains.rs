//! The columns of sheets of chains and of their nodes.

use intake::{Choice, FieldSpec, FieldType, KindSpec, Text};

pub(super) const CHAIN_KIND: KindSpec = KindSpec {
    kind: super::CHAINS,
    order: 12,
    name: Text {
        zh: "产业链",
        en: "Industry chains",
    },
    hints: &["产业链"],
    key: &["code"],
    key_note: Text {
        zh: "产业链编号相同为同一条；名称不得与别的产业链相同。",
        en: "Chains are the same by their code; no two have one name.",
    },
    city_only: true,
    fields: CHAIN_FIELDS,
};

const CHAIN_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("code", "产业链编号", "Chain code", FieldType::Code)
        .required()
        .synonyms(&["产业链代码"]),
    FieldSpec::new("name", "产业链名称", "Chain name", FieldType::Text).required(),
    FieldSpec::new("kind", "类型", "Sort", FieldType::Choice(KINDS)).note(
        "产业链有环节图；方向没有。不填为产业链。",
        "A chain has a graph, a direction has none; a chain where blank.",
    ),
];

const KINDS: &[Choice] = &[
    Choice::new("chain", "产业链", "Chain"),
    Choice::new("direction", "方向", "Direction").synonyms(&["招引方向"]),
];

pub(super) const NODE_KIND: KindSpec = KindSpec {
    kind: super::NODES,
    order: 13,
    name: Text {
        zh: "产业链环节",
        en: "Nodes of chains",
    },
    hints: &["环节", "图谱"],
    key: &["chain", "name"],
    key_note: Text {
        zh: "同一产业链、同一环节名称为同一环节。上级和下游环节须在本链已有，或在同一批中。",
        en: "Nodes are the same by chain and name. Nodes above and downstream are of the same chain, known or in the same batch.",
    },
    city_only: true,
    fields: NODE_FIELDS,
};

const NODE_FIELDS: &[FieldSpec] = &[
    FieldSpec::new("chain", "产业链", "Chain", FieldType::Text)
        .required()
        .synonyms(&["所属产业链", "产业链编号", "产业链名称"])
        .note("编号或名称。", "Code or name."),
    FieldSpec::new("name", "环节", "Node", FieldType::Text)
        .required()
        .synonyms(&["环节名称", "产业链环节"]),
    FieldSpec::new("parent", "上级环节", "Node above", FieldType::Text),
    FieldSpec::new(
        "downstream",
        "下游环节",
        "Downstream nodes",
        FieldType::List,
    )
    .note(
        "多个用；分开；填了就是全部下游环节。",
        "Several are parted by ； and are all there are, where given.",
    ),
    FieldSpec::new("strength", "强弱", "Strength", FieldType::Choice(STRENGTHS))
        .synonyms(&["强弱缺"]),
    FieldSpec::new("note", "说明", "Note", FieldType::Text).synonyms(&["备注"]),
];

const STRENGTHS: &[Choice] = &[
    Choice::new("strong", "强", "Strong").synonyms(&["强项"]),
    Choice::new("weak", "弱", "Weak").synonyms(&["弱项"]),
    Choice::new("missing", "缺", "Missing").synonyms(&["缺项", "缺失", "空白"]),
];
