/** What a truth is made of: its indicators with value, target, completion and schedule, each a door of its own. */
import { useQuery } from "@tanstack/react-query";
import { ledger } from "@/api/calls";
import type { Figure, Indicator } from "@/api/contract";
import { toProblem } from "@/api/problem";
import { useIndicators } from "@/api/queries";
import type { Door } from "@/lib/door";
import { headlineFigure, percent } from "@/lib/format";
import { numberOf, yearStart } from "@/lib/month";
import { fill, pick, useLocale, useText } from "@/locales";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { FigureLink } from "@/ui/FigureLink";
import { Skeleton } from "@/ui/Skeleton";
import { Tag } from "@/ui/Tag";

function Schedule({ figure }: { figure: Figure | undefined }) {
  const t = useText("figures");
  const door = useText("door");
  if (figure?.plan === null || figure?.plan === undefined) return <Tag>{door.part_no_plan}</Tag>;
  return figure.schedule ? <Tag tone="good">{t.on_schedule}</Tag> : <Tag tone="behind">{t.off_schedule}</Tag>;
}

function Part({ door, indicator, figure }: { door: Door; indicator: Indicator; figure: Figure | undefined }) {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const measure = indicator.unit === "CNY" ? common.money_headline : pick(indicator.count_unit, locale);
  const shown = (value: Figure["value"] | undefined) => (value === null || value === undefined ? "—" : `${headlineFigure(value, indicator.unit, locale)} ${measure}`);
  const completion = figure?.completion ? `${percent(figure.completion)}%` : "—";
  return (
    <li className="door-part">
      <p className="door-part-head"><FigureLink door={door} className="door-part-name">{pick(indicator.name, locale)}</FigureLink> <Schedule figure={figure} /></p>
      <Facts items={[
        { name: t.value, value: <FigureLink door={door}>{shown(figure?.value)}</FigureLink> },
        { name: t.plan, value: shown(figure?.plan) },
        { name: t.completion, value: <FigureLink door={door}>{completion}</FigureLink> },
      ]} />
    </li>
  );
}

/** The indicators behind the truth of a door, of the same unit and window. */
export function Parts({ door }: { door: Door }) {
  const t = useText("door");
  const { by_code } = useIndicators();
  // The list behind a truth names its indicators; of its entries none are shown here.
  const lists = useQuery({ queryKey: ["lineage", "lists", door.indicator, door.month, door.from, door.unit], queryFn: () => ledger.lineage({ ...door, limit: 1 }) });
  const window = { month: door.month, from: door.from, unit: door.unit };
  const figures = useQuery({ queryKey: ["figures", door.month, door.from, door.unit], queryFn: () => ledger.figures(window) });
  const error = lists.error ?? figures.error;
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void Promise.all([lists.refetch(), figures.refetch()])} />;
  if (!lists.data || !figures.data) return <Skeleton lines={6} />;
  const parts = lists.data.lists.flatMap((list) => by_code.get(list.indicator) ?? []);
  const judged = numberOf(door.month) === 6 && door.from === yearStart(door.month);
  const name = fill(t.parts, { n: parts.length });
  return (
    <section className="door-list" aria-label={name}>
      <h3>{name}</h3>
      {!judged && <p className="notice">{t.parts_june}</p>}
      <ul className="door-parts">
        {parts.map((indicator) => (
          <Part key={indicator.code} door={{ ...door, indicator: indicator.code }} indicator={indicator} figure={figures.data.figures.find((each) => each.indicator === indicator.code)} />
        ))}
      </ul>
    </section>
  );
}
