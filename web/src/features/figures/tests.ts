/** The back tests of a forecast, as a table reads them. */
import type { BackTest } from "@/api/desk";

/** The tests of one method, the newest month first. */
export function foldTests(tests: readonly BackTest[], method: BackTest["method"]): BackTest[] {
  return tests.filter((test) => test.method === method).sort((a, b) => b.until.localeCompare(a.until) || b.month.localeCompare(a.month));
}
