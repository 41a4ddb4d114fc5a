//! The columns of a sheet of honours.

use super::{COMPANY, DIVISION, USCC};
use intake::{Choice, FieldSpec, FieldType, KindSpec, Text};

pub(super) const KIND: KindSpec = KindSpec {
    kind: super::HONOURS,
    order: 11,
    name: Text {
        zh: "企业荣誉",
        en: "Honours of companies",
    },
    hints: &["荣誉", "称号", "名单"],
    key: &["company", "honour", "year"],
    key_note: Text {
        zh: "同一企业、同一称号、同一年度为同一条；企业先按统一社会信用代码认定，再按名称和注册地。",
        en: "One company, one honour and one year are one entry; the company is known by its credit code, else by name and registered division.",
    },
    city_only: false,
    fields: FIELDS,
};

const FIELDS: &[FieldSpec] = &[
    COMPANY,
    USCC,
    DIVISION,
    FieldSpec::new("honour", "称号", "Honour", FieldType::Choice(HONOURS))
        .required()
        .synonyms(&["荣誉称号", "荣誉", "企业称号"]),
    FieldSpec::new("year", "年度", "Year", FieldType::Integer)
        .required()
        .synonyms(&["年份", "认定年度", "获得年度"]),
    FieldSpec::new("source", "来源", "Source", FieldType::Text)
        .required()
        .synonyms(&["来源文件", "认定文件", "出处"])
        .note(
            "公布名单的文件或机构。",
            "The document or office that published the list.",
        ),
];

const HONOURS: &[Choice] = &[
    Choice::new("global_500", "世界500强", "Global 500").synonyms(&["世界五百强", "财富世界500强"]),
    Choice::new("china_500", "中国500强", "China 500").synonyms(&["中国五百强", "中国企业500强"]),
    Choice::new("central_soe", "央企", "Central state-owned enterprise").synonyms(&["中央企业"]),
    Choice::new("listed", "上市公司", "Listed company").synonyms(&["上市企业", "上市"]),
    Choice::new("renowned", "名企", "Renowned company").synonyms(&["知名企业"]),
    Choice::new("industry_leader", "行业领军", "Industry leader")
        .synonyms(&["行业领军企业", "领军企业"]),
    Choice::new("single_champion", "单项冠军", "Single-product champion")
        .synonyms(&["制造业单项冠军", "单项冠军企业"]),
    Choice::new("specialised", "专精特新", "Specialised and new").synonyms(&[
        "专精特新企业",
        "专精特新小巨人",
        "专精特新“小巨人”",
    ]),
    Choice::new("unicorn", "独角兽", "Unicorn").synonyms(&["独角兽企业"]),
    Choice::new("near_unicorn", "准独角兽", "Near-unicorn").synonyms(&["准独角兽企业"]),
    Choice::new("chain_leader", "链主", "Chain leader").synonyms(&["链主企业"]),
    Choice::new("new_economy", "新经济赛道", "New-economy track")
        .synonyms(&["新经济", "新经济企业"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::HonourKind;

    #[test]
    fn every_honour_can_stand_in_a_row() {
        let words: Vec<&str> = HONOURS.iter().map(|choice| choice.word).collect();
        assert_eq!(words, HonourKind::ALL.map(HonourKind::word));
    }
}
