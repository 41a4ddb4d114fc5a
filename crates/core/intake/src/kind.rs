//! What a kind of row consists of, declared by the slice as plain constants.

use sheets::MoneyUnit;

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[schema(as = Bilingual)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

/// A kind of row: a sheet of projects, of funds.
#[derive(Debug, Clone, Copy)]
pub struct KindSpec {
    /// The word in addresses and JSON: `funds`.
    pub kind: &'static str,
    /// Its place among the kinds of a batch; rows are checked and written in this order.
    /// Units 0; companies 10, honours 11, chains 12, chain nodes 13, targets 14; plans 20;
    /// campaigns 22, their goals 23; platforms 25; projects 30; milestones 40; platforms'
    /// projects 45; funds 50; activities 60, meetings 61, policy documents 65; rosters 70,
    /// visits 71, problems 72; opportunities 75, publications 76; opening totals 90.
    pub order: u8,
    /// Its name, also that of the template's sheet: 到位资金.
    pub name: Text,
    /// Words in sheet names and titles that point to it: 资金, 到账.
    pub hints: &'static [&'static str],
    /// The fields that decide sameness, printed in the template; what joins or replaces
    /// them is said in `key_note`.
    pub key: &'static [&'static str],
    /// How sameness is decided, in a sentence.
    pub key_note: Text,
    /// Whether only actors with the whole city in scope may import it.
    pub city_only: bool,
    /// Its fields, in the order of the template's columns.
    pub fields: &'static [FieldSpec],
}

impl KindSpec {
    /// The position of `field`.
    pub fn position(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|spec| spec.field == field)
    }
}

/// One field of a kind.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// The field's name, as in JSON.
    pub field: &'static str,
    /// The header of the template's column, the first that is looked for; and its English.
    pub header: Text,
    /// Other headers that mean it.
    pub synonyms: &'static [&'static str],
    /// Whether a row without it is refused.
    pub required: bool,
    /// What its cells hold.
    pub field_type: FieldType,
    /// What the template offers as a drop-down list, besides a [`FieldType::Choice`]'s.
    pub offers: Offers,
    /// An explanation for the template's notes.
    pub note: Text,
}

impl FieldSpec {
    /// A field that is not required, without synonyms or note.
    pub const fn new(
        field: &'static str,
        zh: &'static str,
        en: &'static str,
        field_type: FieldType,
    ) -> Self {
        Self {
            field,
            header: Text { zh, en },
            synonyms: &[],
            required: false,
            field_type,
            offers: Offers::Nothing,
            note: Text { zh: "", en: "" },
        }
    }

    /// Refuses rows without it.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Also found under these headers.
    #[must_use]
    pub const fn synonyms(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }

    /// Explains it in the template.
    #[must_use]
    pub const fn note(mut self, zh: &'static str, en: &'static str) -> Self {
        self.note = Text { zh, en };
        self
    }

    /// Offers a drop-down list in the template.
    #[must_use]
    pub const fn offers(mut self, offers: Offers) -> Self {
        self.offers = offers;
        self
    }
}

/// What the cells of a field hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// Any text, at most 500 characters.
    Text,
    /// A code: text whose leading zeros count; half-width, without spaces, at most 100 characters.
    Code,
    /// A whole number.
    Integer,
    /// A day.
    Date,
    /// A month.
    Month,
    /// An amount in the unit that the cell, else the header, else the table's 单位 line
    /// names, else this one.
    Money(MoneyUnit),
    /// A percentage; a bare number is in points: 40 is 40 %.
    Percent,
    /// 是 or 否.
    YesNo,
    /// One of these.
    Choice(&'static [Choice]),
    /// Texts parted by ；
    List,
    /// Percentages parted by ；
    Percents,
    /// Left as it is, with the unit of its column: the slice parses it, because what it is
    /// depends on another field.
    Raw,
}

impl FieldType {
    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Code => "code",
            Self::Integer => "integer",
            Self::Date => "date",
            Self::Month => "month",
            Self::Money(_) => "money",
            Self::Percent => "percent",
            Self::YesNo => "yes_no",
            Self::Choice(_) => "choice",
            Self::List => "list",
            Self::Percents => "percents",
            Self::Raw => "number",
        }
    }
}

/// One value of a [`FieldType::Choice`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The word in records and JSON; also accepted in cells.
    pub word: &'static str,
    /// What cells hold: 实缴注册资本; and its English, also accepted.
    pub name: Text,
    /// Other spellings.
    pub synonyms: &'static [&'static str],
}

impl Choice {
    /// A choice without other spellings.
    pub const fn new(word: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self {
            word,
            name: Text { zh, en },
            synonyms: &[],
        }
    }

    /// Also written like this.
    #[must_use]
    pub const fn synonyms(mut self, synonyms: &'static [&'static str]) -> Self {
        self.synonyms = synonyms;
        self
    }
}

/// A list that is not the kind's own, for a template's drop-down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offers {
    /// None.
    Nothing,
    /// The names of all units.
    Units,
    /// The names of the indicators that have annual targets.
    PlannedIndicators,
    /// The names of the indicators that can have totals from before the books.
    TotalledIndicators,
}
