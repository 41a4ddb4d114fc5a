/** Policy documents. */
import type { documents as zh } from "../zh/documents";
import type { Words } from "../shape";

export const documents: Words<typeof zh> = {
  title: "Policy documents",
  new: "Record document",
  edit: "Edit document",
  submit: "Record document",
  number: "Number",
  name: "Name",
  nature: "Nature",
  theme: "Theme",
  issuer: "Issued by",
  issuer_hint: "A unit by name or code; an office that is none is credited to the city",
  issued_on: "Issued on",
  campaign: "Campaign",
  during: "Month",
  find: "Number, name, issuer",
  empty: "No document matches",
  empty_hint: "Widen the filters, record a document, or import a workbook.",
  of_campaign: "Only of campaign {name}",
};
