/** The answer as a sentence, then who needs a call. */
import type { ReactNode } from "react";
import type { Board, Indicator } from "@/api/contract";
import { percent } from "@/lib/format";
import { numberOf, yearStart } from "@/lib/month";
import { fill, pick, unitName, useLocale, useText, type Messages } from "@/locales";
import { FigureLink } from "@/ui/FigureLink";
import { LightMark } from "@/ui/LightMark";
import { PageHead } from "@/ui/PageHead";

/** The indicator that the headline of June answers. */
const DOUBLE_HALF = "double_half";

/** The headline's sentence: 双过半 in June, on schedule otherwise, or which target is behind. */
export function headlineText(board: Board, t: Messages["home"], name: (code: string) => string, comma: string): string {
  const planned = board.cards.filter((card) => card.plan !== null);
  if (planned.length === 0) return t.no_targets;
  if (board.headline.double_half) return t.double_half;
  if (board.headline.on_schedule) return t.on_schedule;
  // Who is behind is a matter of words only: the server compared exactly, the light is its answer.
  const behind = planned.filter((card) => Number(card.completion ?? "0") < Number(board.schedule));
  if (behind.length === 0 || (behind.length === planned.length && behind.length > 1)) return t.behind_both;
  return fill(t.behind_schedule, { name: behind.map((card) => name(card.indicator)).join(comma) });
}

/** The page's head on the home page. */
export function Headline({ board, names, actions }: { board: Board; names: Map<string, Indicator>; actions: ReactNode }) {
  const t = useText("home");
  const common = useText("common");
  const { locale } = useLocale();
  const { attention } = board.headline;
  const from = yearStart(board.month);
  // The answer is a figure too: in June the sentence opens the truth it says.
  const judged = numberOf(board.month) === 6 && board.cards.some((card) => card.plan !== null);
  const door = judged ? { indicator: DOUBLE_HALF, month: board.month, from, unit: null } : null;
  const title = headlineText(board, t, (code) => pick(names.get(code)?.name, locale) || code, common.list_comma);
  return (
    <PageHead title={<FigureLink door={door}>{title}</FigureLink>} actions={actions}>
      <span>{fill(t.subline, { n: numberOf(board.month), schedule: board.schedule })} · {attention.length === 0 ? t.attention_none : fill(t.attention, { n: attention.length })}</span>
      {attention.map((each) => (
        <span key={each.unit.code} className="attention">
          <LightMark light={each.light} wordless /> {unitName(each.unit, locale)}{" "}
          <span><FigureLink door={{ indicator: "funds_arrived", month: board.month, from, unit: each.unit.code }}>{percent(each.completion)}</FigureLink>%</span>
        </span>
      ))}
    </PageHead>
  );
}
