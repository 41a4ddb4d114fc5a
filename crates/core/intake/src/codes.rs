//! The codes that intake puts into the problems of rows, each in one place.

/// The unit lies outside what the actor may import for. Params: `unit`.
pub const FOREIGN_UNIT: &str = "intake.foreign_unit";
/// Nothing of that code or name exists. Params: `found`.
pub const UNKNOWN_REFERENCE: &str = "intake.unknown_reference";
/// The key stands in an earlier row of the batch. Params: `sheet`, `row`.
pub const TWICE_IN_BATCH: &str = "intake.twice_in_batch";
/// The kind is imported by the city only.
pub const CITY_ONLY: &str = "intake.city_only";
/// No column of the sheet is mapped to a required field.
pub const COLUMN_MISSING: &str = "intake.column_missing";
/// Not one of the field's choices. Params: `found`, `choices`.
pub const NOT_A_CHOICE: &str = "intake.not_a_choice";
/// The text is longer than a record keeps. Params: `max`.
pub const TEXT_TOO_LONG: &str = "intake.text_too_long";

/// The export does not know the filter. Params: `found`. About a request, not a row.
pub const UNKNOWN_FILTER: &str = "intake.unknown_filter";

/// Every code of rows that intake itself gives, those of cells included.
pub const ROW_CODES: &[&str] = &[
    FOREIGN_UNIT,
    UNKNOWN_REFERENCE,
    TWICE_IN_BATCH,
    CITY_ONLY,
    COLUMN_MISSING,
    NOT_A_CHOICE,
    TEXT_TOO_LONG,
    "cell.empty",
    "cell.excel_error",
    "cell.not_understood",
    "cell.impossible",
    "cell.ambiguous",
    "cell.too_precise",
    "cell.too_large",
    "cell.separators",
    "cell.foreign_currency",
    "cell.digits_lost",
];
