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
  related: "Projects it invests in",
  edit: "Change the company",
  name_hint: "After a change the old name becomes an alias.",
  aliases_hint: "Press Enter after each",
  related_empty: "No project has it as an investor",
  related_empty_hint: "Only investors are counted. If it is a project company (the local company that carries a project), the project is listed under its investors; what it paid can be found.",
  funds_paid: "Funds that it paid",
  see_projects: "See them in the list of projects",
  group_hint: "The group of companies it belongs to; empty it to take it away",
};
