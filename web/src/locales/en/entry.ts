/** Entering: amounts, the month that is booked in, pages that a role may not open. */
import type { entry as zh } from "../zh/entry";
import type { Words } from "../shape";

export const entry: Words<typeof zh> = {
  yuan: "CNY",
  wan: "CNY 10k",
  yi: "CNY 100 m",
  reads_as: "= CNY {yuan}",
  reads_as_large: "= CNY {yuan} (CNY {large} bn)",
  not_a_number: "Enter a number, in {unit}",
  too_fine: "At most to the fen: {n} decimals in {unit}",
  too_small: "The amount must be above zero",
  too_large: "Not above CNY {max}",
  not_a_share: "Enter a percentage between 0 and 100, two decimals at most",
  booked_in: "Booked in {month} (the open month)",
  booking_month: "Booking in {month}",
  booking_hint: "You are looking at {looked}; what is recorded now is booked in {month}",
  booking_none: "No month is open",
  forbidden: "Your role cannot open this page",
  forbidden_hint: "The role {role} cannot use this part of “{page}”. If you need it, ask {who}.",
  forbidden_bureau: "the city bureau",
  forbidden_administrator: "the administrator",
  forbidden_back: "Back to {page}",
  export_held: "Your role cannot export; please ask the city bureau",
};
