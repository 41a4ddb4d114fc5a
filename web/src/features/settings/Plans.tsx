/** The annual targets: units down, planned indicators across; a cell is changed where it stands. */
import { useQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { ledger } from "@/api/calls";
import type { Indicator, Plan, UnitRef } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useIndicators, useSession, useUnits } from "@/api/queries";
import { useMonth } from "@/api/useMonth";
import { useFilters } from "@/lib/filters";
import { group, headlineFigure } from "@/lib/format";
import { yearOf } from "@/lib/month";
import { asTyped } from "@/lib/typed";
import { fill, pick, unitName, useLocale, useText } from "@/locales";
import { DataTable, type Column } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { Section } from "@/ui/Section";
import { planGaps } from "./plan";
import { PlanDialog } from "./PlanDialog";

const KEYS = ["year"] as const;

/** The table of a year. */
export function Plans() {
  const t = useText("settings");
  const common = useText("common");
  const entry = useText("entry");
  const { locale } = useLocale();
  const { filters, set } = useFilters(KEYS);
  const { month } = useMonth();
  const thisYear = month ? yearOf(month) : new Date().getFullYear();
  const year = Number(filters.year) || thisYear;
  const { data: session } = useSession();
  const { data: units } = useUnits();
  const { items: indicators, by_code } = useIndicators();
  const { data, error, refetch } = useQuery({ queryKey: ["plans", year], queryFn: () => ledger.plans(year) });
  const why = useWhyNot("plans.write");
  const [editing, setEditing] = useState<{ unit: UnitRef; indicator: Indicator; value: Plan["value"] | null } | null>(null);
  const planned = (indicators ?? []).filter((indicator) => indicator.planned);
  const city = session?.city;
  const others = (units?.items ?? []).filter((unit) => unit.kind !== "city");
  const rows: UnitRef[] | undefined = data && units ? [...(city ? [city] : []), ...others] : undefined;
  const valueOf = (unit: UnitRef, indicator: Indicator) => data?.items.find((plan) => plan.unit.code === unit.code && plan.indicator === indicator.code)?.value ?? null;
  // A district sees its own targets only: they cannot add up.
  const gaps = data && units && city && session.account.unit === null ? planGaps(data.items, units.items, city.code) : [];
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  const columns: Column<UnitRef>[] = [
    { key: "unit", title: t.unit, phone: "title", render: (unit) => (unit === city ? <b>{t.city}</b> : unitName(unit, locale)) },
    ...planned.map((indicator): Column<UnitRef> => ({
      key: indicator.code,
      title: pick(indicator.name, locale),
      unit: indicator.unit === "CNY" ? common.money_headline : pick(indicator.count_unit, locale),
      numeric: true,
      render: (unit) => {
        const value = valueOf(unit, indicator);
        const shown = headlineFigure(value, indicator.unit, locale);
        if (why) return shown;
        return <Button type="text" size="small" aria-label={`${unitName(unit, locale)} ${pick(indicator.name, locale)} ${shown}`} onClick={() => setEditing({ unit, indicator, value })}>{shown}</Button>;
      },
    })),
  ];
  return (
    <Section
      title={`${t.plans} ${year}`}
      className="plans"
      hint={why ?? t.plans_hint}
      flush
      actions={<Segmented size="small" value={year} aria-label={t.year} onChange={(next) => set({ year: String(next) })} options={[thisYear - 1, thisYear, thisYear + 1]} />}
    >
      <DataTable dense uncounted rows={rows} rowKey={(unit) => unit.code} label={t.plans} columns={columns} />
      {gaps.length > 0 && (
        <ul className="card-foot plan-gaps" aria-label={t.plan_gap_title}>
          {gaps.map((gap) => {
            const indicator = by_code.get(gap.indicator);
            const shown = (value: string) => `${indicator?.unit === "CNY" ? group(asTyped(value, 8)) : group(value)} ${indicator?.unit === "CNY" ? entry.yi : pick(indicator?.count_unit, locale)}`;
            return <li key={gap.indicator}>{fill(t.plan_gap, { name: pick(indicator?.name, locale), units: shown(gap.units), city: shown(gap.city), off: shown(gap.off) })}</li>;
          })}
        </ul>
      )}
      {editing && <PlanDialog {...editing} year={year} onClose={() => setEditing(null)} />}
    </Section>
  );
}
