//! Why an import is refused as a whole; single rows are refused with problems.

use kernel::{Month, Refusal, RefusalKind};
use serde_json::Value;
use sheets::Unreadable;

kernel::refusals! {
    /// Why an import is refused.
    pub enum ImportRefusal {
        /// There is no such batch in the caller's scope.
        NotFound = (NotFound, "intake.not_found"),
        /// No importer knows the kind.
        UnknownKind { kind: String } = (NotFound, "intake.unknown_kind"),
        /// The batch has no table of that name.
        UnknownSheet { sheet: String } = (NotFound, "intake.unknown_sheet"),
        /// The batch is not in a state in which this can be done.
        WrongState { state: String } = (Conflict, "intake.wrong_state"),
        /// Every row is the same or refused.
        NothingToCommit = (Conflict, "intake.nothing_to_commit"),
        /// Somebody else's import is being written: it has the writer's place.
        Running { name: String, file_name: String } = (Busy, "intake.import_running"),
        /// Since the report, these rows have become something else; it has been made anew.
        ChangedSince { rows: usize, places: String } = (Conflict, "intake.changed_since"),
        /// The month that the batch was booked in is closed: corrections take its place.
        MonthClosed { month: Month } = (Conflict, "intake.month_closed"),
        /// The process ended while it was at the batch; nothing was written.
        Interrupted = (Conflict, "intake.interrupted"),
        /// Something broke on our side while the batch was read or written; nothing was written.
        Broken = (Conflict, "intake.broken"),
        /// The workbook cannot be given back: it could not be read and was not kept.
        NoFile = (NotFound, "intake.no_file"),
    }
}

/// The codes of a file that is no workbook: those of `sheets`, with its parameters.
pub(crate) const FILE_CODES: &[&str] = &[
    "sheets.empty",
    "sheets.too_large",
    "sheets.lock_file",
    "sheets.html",
    "sheets.xml",
    "sheets.encrypted",
    "sheets.other_kind",
    "sheets.other_workbook",
    "sheets.not_a_workbook",
    "sheets.damaged",
    "sheets.too_much_inside",
    "sheets.encoding",
];

/// The codes of fields of the requests of this crate.
pub(crate) const FIELD_CODES: &[&str] = &[
    "field.empty",
    "field.too_long",
    "intake.field_twice",
    "intake.unknown_column",
    "intake.unknown_field",
    "intake.unknown_kind",
];

/// The refusal of a file that is no workbook.
pub(crate) fn unreadable(unreadable: &Unreadable) -> Refusal {
    let mut params = match serde_json::to_value(unreadable) {
        Ok(Value::Object(params)) => params,
        _ => serde_json::Map::new(),
    };
    // The reason is the code, and the parser's own words are for the log.
    params.remove("reason");
    params.remove("detail");
    Refusal {
        kind: match unreadable {
            Unreadable::TooLarge { .. } => RefusalKind::TooLarge,
            _ => RefusalKind::Invalid,
        },
        code: unreadable.code(),
        params,
        fields: Vec::new(),
    }
}
