/** The shape of a language: English must have exactly the keys of Chinese, or it does not compile. */

/** The same keys, any words. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** Fills `{name}` places in a sentence; an unknown place stays visible, so that a defect is seen. */
export function fill(sentence: string, params: Record<string, unknown> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    return value === null || value === undefined ? place : String(value);
  });
}
