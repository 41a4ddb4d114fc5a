/** The tile map: one tile per unit, placed as on the map, deeper blue for more completion, with its light. */
import type { ReactNode } from "react";
import { lightLook, tileStep } from "@/lib/light";
import { LightMark } from "./LightMark";

/** A unit's tile. */
export interface MapTile { key: string; name: string; completion: string | null; figure: ReactNode; light: string | null; row: number; column: number }

const STEPS = ["<30", "30", "40", "50", "55%+"];

/** The tiles and the key of their steps. */
export function TileMap({ tiles, label }: { tiles: MapTile[]; label: string }) {
  const top = Math.min(...tiles.map((tile) => tile.row));
  const left = Math.min(...tiles.map((tile) => tile.column));
  return (
    <>
      <ul className="tiles" aria-label={label}>
        {tiles.map((tile) => (
          <li key={tile.key} className={`tile tile-${tileStep(tile.completion)}`} style={{ gridRow: tile.row - top + 1, gridColumn: tile.column - left + 1 }}>
            <span className="tile-name">{tile.name}</span>
            <span className="tile-figure">{tile.figure}</span>
            {lightLook(tile.light).tone !== "good" && <span className="tile-light"><LightMark light={tile.light} wordless /></span>}
          </li>
        ))}
      </ul>
      <ul className="tile-key" aria-hidden>
        {STEPS.map((step, index) => <li key={step}><i className={`tile-${index}`} />{step}</li>)}
      </ul>
    </>
  );
}
