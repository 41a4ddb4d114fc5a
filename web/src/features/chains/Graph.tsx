/** The graph of a chain, drawn by ourselves: boxes in layers, their strength in shape and word. */
import type { Chain, ChainNode } from "@/api/care";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Empty } from "@/ui/Empty";
import { Section } from "@/ui/Section";
import { BOX, layersOf, place } from "./layers";

/** How many characters of a name a box holds; a Han character is two wide. */
const WIDE = 20;

/** The name as far as it fits. */
export function fitted(name: string, wide = WIDE): string {
  let used = 0;
  for (const [at, letter] of [...name].entries()) {
    used += letter.charCodeAt(0) > 0x2e80 ? 2 : 1;
    if (used > wide) return `${[...name].slice(0, Math.max(1, at - 1)).join("")}…`;
  }
  return name;
}

/** The mark of a strength: full, half, hollow; nothing known is dotted. */
function Mark({ strength, x, y }: { strength: string; x: number; y: number }) {
  if (strength === "strong") return <circle cx={x} cy={y} r={5} className="node-mark" />;
  if (strength === "weak") return <path d={`M${x - 5} ${y + 4.5} L${x} ${y - 5} L${x + 5} ${y + 4.5} Z`} className="node-mark" />;
  if (strength === "missing") return <rect x={x - 4.5} y={y - 4.5} width={9} height={9} className="node-mark node-hollow" />;
  return <circle cx={x} cy={y} r={4.5} className="node-mark node-hollow" />;
}

/** The card of the graph; a click on a box opens its node. */
export function Graph({ chain, onOpen }: { chain: Chain; onOpen: ((node: ChainNode) => void) | null }) {
  const t = useText("chains");
  const { locale } = useLocale();
  if (chain.nodes.length === 0) return <Section title={t.graph}><Empty title={t.graph_none} hint={t.graph_none_hint} /></Section>;
  const { boxes, arrows, width, height } = place(layersOf(chain.nodes));
  return (
    <Section title={t.graph} hint={t.graph_hint}>
      <div className="chain-graph" role="group" tabIndex={0} aria-label={t.graph}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <defs>
            <marker id="chain-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 Z" className="chain-arrow-head" /></marker>
          </defs>
          {arrows.map(({ key, from, to }) => {
            const bend = Math.max(24, Math.abs(to.x - from.x) / 2);
            return <path key={key} className="chain-arrow" markerEnd="url(#chain-arrow)" d={`M${from.x} ${from.y} C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`} />;
          })}
          {boxes.map(({ node, x, y }) => {
            const strength = node.strength ?? "unrated";
            const word = term("strength", strength, locale);
            return (
              <g key={node.id} className={`node node-${strength} ${onOpen ? "node-open" : ""}`} onClick={onOpen ? () => onOpen(node) : undefined}>
                <title>{[fill(t.label, { name: node.name, strength: word, n: node.targets }), node.note].filter(Boolean).join("\n")}</title>
                <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={6} className="node-box" />
                <text x={x + 10} y={y + 21} className="node-name">{fitted(node.name)}</text>
                <Mark strength={strength} x={x + 15} y={y + 37} />
                <text x={x + 26} y={y + 41} className="node-word">{word}</text>
                {node.targets > 0 && <text x={x + BOX.width - 10} y={y + 41} textAnchor="end" className="node-word">{t.targets} {node.targets}</text>}
              </g>
            );
          })}
        </svg>
      </div>
    </Section>
  );
}
