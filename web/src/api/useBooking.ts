/** Whether somebody may book a record now: the permission, the open month, and the sentence where not. */
import { useText } from "@/locales";
import { useWhyNot, type Permit } from "./permits";
import { useMonth } from "./useMonth";

/** `why` bars what books a fact; `barred` only what needs the permission. */
export function useBooking(permit: Permit): { month: string | null; why: string | null; barred: string | null } {
  const t = useText("records");
  const { open_month } = useMonth();
  const barred = useWhyNot(permit);
  return { month: open_month, barred, why: barred ?? (open_month ? null : t.no_open_month) };
}
