//! One spelling for a company's name.

/// The form in which names are compared for identity: half-width, without white space,
/// ASCII in capitals. Nothing that carries meaning is taken off: 淄博某某有限公司 and
/// 某某有限公司 are two companies.
pub fn normal_name(text: &str) -> String {
    sheets::normal_text(text)
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_make_another_company_but_a_place_does() {
        let wanted = "山东ABC(淄博)新材料有限公司";
        assert_eq!(normal_name("山东ＡＢＣ（淄博）新材料 有限公司 "), wanted);
        assert_eq!(normal_name("山东abc(淄博)新材料有限公司"), wanted);
        assert_ne!(normal_name("山东abc新材料有限公司"), wanted);
    }
}
