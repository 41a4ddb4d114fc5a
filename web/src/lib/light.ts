/**
 * Lights: how far completion lies behind the share of the year that has passed. Shape and word differ,
 * not only colour. The server decides the light; the client only shows it.
 */

/** A light as the server names it; null where no target is set. */
export type Light = "normal" | "slow" | "behind";

/** How a light is drawn. */
export interface LightLook {
  key: Light | "none";
  shape: "●" | "▲" | "■" | "○";
  tone: "good" | "slow" | "behind" | "none";
}

const LOOKS: Record<Light, LightLook> = {
  normal: { key: "normal", shape: "●", tone: "good" },
  slow: { key: "slow", shape: "▲", tone: "slow" },
  behind: { key: "behind", shape: "■", tone: "behind" },
};

const NONE: LightLook = { key: "none", shape: "○", tone: "none" };

/** The look of a light; an unknown word counts as no target rather than as a good one. */
export function lightLook(light: string | null | undefined): LightLook {
  return LOOKS[light as Light] ?? NONE;
}

/** The tile map's five steps of completion, from pale to deep: <30, 30, 40, 50, 55 and more. */
export function tileStep(completion: string | null | undefined): 0 | 1 | 2 | 3 | 4 {
  const value = Number(completion ?? "0");
  if (value >= 55) return 4;
  if (value >= 50) return 3;
  if (value >= 40) return 2;
  return value >= 30 ? 1 : 0;
}
