/** Finding a figure among those of a month. */
import type { Figure } from "@/api/contract";

/** Figures by unit ("" = the city, under whatever code the server names it) and indicator. */
export function indexFigures(figures: readonly Figure[], city: string): Map<string, Figure> {
  return new Map(figures.map((figure) => [`${figure.unit === city ? "" : (figure.unit ?? "")}/${figure.indicator}`, figure]));
}

/** The figure of a unit (null = the city). */
export function figureOf(index: Map<string, Figure>, unit: string | null, indicator: string): Figure | undefined {
  return index.get(`${unit ?? ""}/${indicator}`);
}
