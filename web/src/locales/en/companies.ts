/** Companies. */
import type { companies as zh } from "../zh/companies";
import type { Words } from "../shape";

export const companies: Words<typeof zh> = {
  title: "Companies",
  new: "Register a company",
  name: "Company",
  aliases: "Also known as",
  uscc: "Credit code (USCC)",
  division: "Registered in",
  projects: "Projects",
  find: "Name, alias, credit code",
  empty: "No matching companies",
  empty_hint: "Try another name, or register the company.",
  submit: "Register the company",
  created: "Company registered",
  division_hint: "Type a province, city, county or a code",
  uscc_invalid: "The credit code has 18 characters",
  related: "Its projects",
};
