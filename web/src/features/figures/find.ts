/** Finding a figure among those of a month. */
import type { Figure } from "@/api/contract";

/** Figures by unit ("" = the city) and indicator. */
export function indexFigures(figures: readonly Figure[], city: string): Map<string, Figure> {
  return new Map(figures.map((figure) => [`${figure.unit_code === city ? "" : figure.unit_code}/${figure.indicator}`, figure]));
}

/** The figure of a unit (null = the city). */
export function figureOf(index: Map<string, Figure>, unit: string | null, indicator: string): Figure | undefined {
  return index.get(`${unit ?? ""}/${indicator}`);
}
