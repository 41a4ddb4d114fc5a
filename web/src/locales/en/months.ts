/** Accounting months. */
import type { months as zh } from "../zh/months";
import type { Words } from "../shape";

export const months: Words<typeof zh> = {
  title: "Months",
  intro: "One month is open at a time for the whole city. Once closed, its figures stay as they are.",
  month: "Month",
  state: "State",
  opened_at: "Opened",
  closed_at: "Closed",
  head: "Ledger head",
  head_seq: "Last fact",
  reopened_times: "Reopened",
  close: "Close",
  close_title: "Close {month}",
  close_hint: "After closing, the facts of {month} cannot change. What comes late goes into the next month, marked late; what was wrong is corrected there. The next month opens at once.",
  close_confirm: "Close and open the next",
  closed: "{month} is closed",
  reopen: "Reopen",
  reopen_title: "Reopen {month}",
  reopen_hint: "Only the month closed last, while the next holds no fact and no bulletin of it is issued. The reason goes into the audit log.",
  reopen_locked: "Only the month closed last can be reopened",
  reopen_confirm: "Reopen",
  reopened: "{month} is open again",
  reason: "Reason",
  open_first: "Open a month",
  open_first_title: "Open the first month",
  open_first_hint: "From which month does the ledger run? What was before is imported as opening balances. This is done once.",
  opened: "{month} is open",
  empty: "The ledger has not begun",
  empty_hint: "Open the first month, then import data.",
};
