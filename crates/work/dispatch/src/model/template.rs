//! What a bulletin can begin with: templates that ship with the product, and the office's own.

use kernel::{Entity, Id, Instant};

/// A template that ships with the product.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// Its code.
    pub code: &'static str,
    /// Its name in Chinese.
    pub name_zh: &'static str,
    /// Its name in English.
    pub name_en: &'static str,
    /// What it is called in the title of a document without a heading of its own.
    pub title: &'static str,
    /// Its Markdown.
    pub body: &'static str,
    /// Whether it is a document with a red head (通报); the others are texts for the press
    /// and for those who answer questions.
    pub red_head: bool,
}

macro_rules! shipped {
    ($file:literal) => {
        include_str!(concat!("../../../../../templates/", $file, ".md"))
    };
}

/// The templates that ship with the product.
pub fn templates() -> &'static [Template] {
    const TEMPLATES: &[Template] = &[
        Template {
            code: "monthly",
            name_zh: "月度通报",
            name_en: "Monthly bulletin",
            title: "招商引资工作通报",
            body: shipped!("monthly"),
            red_head: true,
        },
        Template {
            code: "half_year",
            name_zh: "半年新闻发布稿",
            name_en: "Half-year press text",
            title: "招商引资情况发布",
            body: shipped!("half_year"),
            red_head: false,
        },
        Template {
            code: "campaign",
            name_zh: "专项行动情况报告",
            name_en: "Campaign report",
            title: "专项行动情况报告",
            body: shipped!("campaign"),
            red_head: true,
        },
        Template {
            code: "questions",
            name_zh: "答问口径",
            name_en: "Questions and answers",
            title: "招商引资答问口径",
            body: shipped!("questions"),
            red_head: false,
        },
    ];
    TEMPLATES
}

/// The id of an [`OwnTemplate`]; bulletins name it as their template's code.
pub type TemplateId = Id<OwnTemplate>;

/// A template that the office wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTemplate {
    /// Its id.
    pub id: TemplateId,
    /// Its name.
    pub name: String,
    /// Its Markdown.
    pub body: String,
    /// Whether it is a document with a red head.
    pub red_head: bool,
    /// When it was last written.
    pub updated_at: Instant,
    /// Who wrote it last.
    pub updated_by: String,
}

impl Entity for OwnTemplate {
    const PREFIX: &'static str = "tpl";
}
