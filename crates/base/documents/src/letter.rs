//! The words around a text, in both languages, worked out once for every output.

use chrono::{Datelike, NaiveDate};

use crate::meta::{Language, Meta};
use crate::tree::{Document, Inline};

/// The mark on every page of a document made of synthesised data.
pub(crate) fn demo_mark(language: Language) -> &'static str {
    match language {
        Language::Zh => "演示数据",
        Language::En => "Demo data",
    }
}

/// The date as it is printed; GB/T 9704 writes it in Arabic numerals without leading zeros.
pub(crate) fn date(date: NaiveDate, language: Language) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match language {
        Language::Zh => format!("{year}年{month}月{day}日"),
        Language::En => {
            const MONTHS: [&str; 12] = [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ];
            format!("{day} {} {year}", MONTHS[date.month0() as usize])
        }
    }
}

/// The recipient with the colon that ends it.
pub(crate) fn recipient(meta: &Meta) -> Option<String> {
    let name = meta.recipient.as_deref()?;
    let colon = match meta.language {
        Language::Zh => '：',
        Language::En => ':',
    };
    Some(format!("{name}{colon}"))
}

/// The bracketed line below the date: the note, then what the figures stand on.
pub(crate) fn note(meta: &Meta) -> Option<String> {
    let (stop, open, close, month, hash) = match meta.language {
        Language::Zh => ("；", "（", "）", "统计月份：", "账本校验码："),
        Language::En => ("; ", "(", ")", "Month: ", "Ledger check code: "),
    };
    let parts: Vec<String> = [
        meta.note.clone(),
        meta.month_label
            .as_ref()
            .map(|label| format!("{month}{label}")),
        meta.hash.as_ref().map(|digits| format!("{hash}{digits}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| format!("{open}{}{close}", parts.join(stop)))
}

/// The closing lines (版记): who gets a copy; who printed it and when.
pub(crate) fn closing(meta: &Meta) -> Vec<(String, String)> {
    let Some(copy_to) = &meta.copy_to else {
        return Vec::new();
    };
    let printed_on = meta.date.map(|day| date(day, meta.language));
    let mut lines = Vec::new();
    match meta.language {
        Language::Zh => {
            lines.push((format!("抄送：{copy_to}。"), String::new()));
            let printed_on = printed_on.map_or(String::new(), |day| format!("{day}印发"));
            lines.push((meta.issuer.clone(), printed_on));
        }
        Language::En => {
            lines.push((format!("Copy to: {copy_to}"), String::new()));
            let printed_on = printed_on.map_or(String::new(), |day| format!("Printed {day}"));
            lines.push((meta.issuer.clone(), printed_on));
        }
    }
    lines
}

/// The title that is printed: the template's own, else the one in `meta`.
pub(crate) fn title(document: &Document, meta: &Meta) -> Vec<Inline> {
    if document.title.is_empty() {
        vec![Inline::Text(meta.title.clone())]
    } else {
        document.title.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_has_no_leading_zeros() {
        let day = NaiveDate::from_ymd_opt(2023, 7, 5).unwrap();
        assert_eq!(date(day, Language::Zh), "2023年7月5日");
        assert_eq!(date(day, Language::En), "5 July 2023");
    }

    #[test]
    fn the_note_carries_month_and_check_code() {
        let mut meta = Meta {
            month_label: Some("2023年6月".into()),
            hash: Some("a1b2c3d4e5f6".into()),
            ..Meta::default()
        };
        assert_eq!(
            note(&meta).unwrap(),
            "（统计月份：2023年6月；账本校验码：a1b2c3d4e5f6）"
        );
        meta.language = Language::En;
        meta.month_label = None;
        assert_eq!(note(&meta).unwrap(), "(Ledger check code: a1b2c3d4e5f6)");
        assert_eq!(note(&Meta::default()), None);
    }

    #[test]
    fn the_closing_lines_stand_only_where_copies_go() {
        assert!(closing(&Meta::default()).is_empty());
        let meta = Meta {
            issuer: "市投资促进局".into(),
            copy_to: Some("市政府办公室".into()),
            date: NaiveDate::from_ymd_opt(2023, 7, 5),
            ..Meta::default()
        };
        assert_eq!(
            closing(&meta),
            [
                ("抄送：市政府办公室。".to_owned(), String::new()),
                ("市投资促进局".to_owned(), "2023年7月5日印发".to_owned()),
            ]
        );
    }
}
