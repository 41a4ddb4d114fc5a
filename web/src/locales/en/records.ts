/** What all records of outreach, channels, escort and chains share. */
import type { records as zh } from "../zh/records";
import type { Words } from "../shape";

export const records: Words<typeof zh> = {
  code: "Code",
  unit: "Unit",
  company: "Company",
  project: "Project",
  party: "Company or project",
  month: "Booked in",
  recorded: "Recorded, booked in {month}",
  fact: "No. {seq}",
  fact_name: "Fact",
  late: "Late",
  late_hint: "Happened in a month that was closed; booked in the month that was open",
  reverse: "Take back",
  reverse_title: "Take back: {name}",
  reverse_hint: "The record stays; an opposite fact is booked in {month}, and it counts no longer. This cannot be undone. What was wrong can be recorded anew.",
  reverse_reason: "Reason",
  reverse_done: "{name} taken back, booked in {month}",
  reversed: "Taken back",
  already_reversed: "It was taken back and cannot be changed",
  no_open_month: "No month is open, so nothing can be recorded; open one under Months first",
  state: "State",
  by_import: "It can be imported from a workbook too",
  frozen: "Grey fields are booked and cannot be changed; take the record back and record it anew.",
  not_found: "No record matches",
  widen: "Widen the filters, or record the first one.",
  see_all: "See all",
  from: "From",
  until: "Until",
};
