/** A record's place inside the result that one came from. */

/** The ids beside a record, its place from 1, and how many there are; null where it is in no result. */
export interface Neighbourhood { previous: string | null; next: string | null; place: number; total: number }

/** The neighbourhood of `id` in a result; a result of one has no neighbours to speak of. */
export function neighboursOf(result: unknown, id: string): Neighbourhood | null {
  if (!Array.isArray(result) || result.length < 2) return null;
  const at = result.indexOf(id);
  if (at === -1) return null;
  return { previous: (result[at - 1] as string | undefined) ?? null, next: (result[at + 1] as string | undefined) ?? null, place: at + 1, total: result.length };
}
