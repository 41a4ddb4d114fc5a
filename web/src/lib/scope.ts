/** Whose numbers a person may look behind: the own unit and what lies beneath it; the city's people, all. */

/** A unit as far as its place in the tree goes. */
export interface Placed { code: string; parent_code: string | null }

/** Whether the lists behind the numbers of `unit` (null = the whole city) are open to who belongs to `own`. */
export function covers(own: string | null, units: readonly Placed[], unit: string | null, city: string): boolean {
  if (own === null || own === city) return true;
  const seen = new Set<string>();
  for (let at: string | null = unit; at !== null && !seen.has(at); at = units.find((each) => each.code === at)?.parent_code ?? null) {
    if (at === own) return true;
    seen.add(at);
  }
  return false;
}
