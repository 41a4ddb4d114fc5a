/** A campaign's goals, and what has been reached of each at the end of the last closed month. */
import { useQuery } from "@tanstack/react-query";
import { outreach, type Campaign, type Goal } from "@/api/records";
import { fill, pick, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { FigureLink } from "@/ui/FigureLink";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";
import { goalText } from "./goals";

/** The card of goals. */
export function Goals({ campaign }: { campaign: Campaign }) {
  const t = useText("campaigns");
  const common = useText("common");
  const { locale } = useLocale();
  // Asked beside the campaign: it belongs to the figures, and the goals stand without it.
  const { data } = useQuery({ queryKey: ["campaign-progress", campaign.code], queryFn: () => outreach.progress(campaign.code), enabled: campaign.goals.length > 0, retry: false });
  const progressOf = (goal: Goal) => data?.goals.find((each) => each.indicator === goal.indicator && each.measure.toLowerCase() === goal.measure.toLowerCase());
  const unitOf = (goal: Goal) => {
    return goal.unit === "CNY" ? common.money_headline : goal.unit === "percent" ? "%" : pick(goal.count_unit, locale);
  };
  const reached = (goal: Goal) => {
    const progress = progressOf(goal);
    if (!progress?.reached) return "—";
    // A district's reader has no door to the city's numbers; the link knows.
    const door = progress.month && progress.from_month ? { indicator: goal.indicator, month: progress.month, from: progress.from_month, unit: null } : null;
    return <FigureLink door={door}>{progress.reached}</FigureLink>;
  };
  const month = data?.goals.find((each) => each.month)?.month;
  return (
    <Section title={t.goals} hint={month ? fill(t.as_of, { month }) : undefined} flush>
      <DataTable
        rows={campaign.goals}
        rowKey={(row) => `${row.indicator}.${row.measure}`}
        label={t.goals}
        empty={{ title: t.goal_none, hint: t.goal_none_hint }}
        uncounted
        columns={[
          { key: "indicator", title: t.goal_indicator, phone: "title", render: (row) => pick(row.name, locale) },
          { key: "measure", title: t.goal_measure, nowrap: true, render: (row) => term("goal_measure", row.measure.toLowerCase(), locale) },
          { key: "value", title: t.wanted, numeric: true, render: (row) => <>{goalText(row, locale)} <small>{unitOf(row)}</small></> },
          { key: "reached", title: t.reached, numeric: true, phone: "figure", render: reached },
          { key: "until", title: t.goal_until, nowrap: true, render: (row) => row.until_month },
          {
            key: "state", title: common.state, nowrap: true,
            render: (row) => {
              const done = progressOf(row)?.is_reached ?? null;
              return <Tag tone={done === true ? "good" : done === false ? "slow" : "plain"}>{done === true ? t.state_reached : done === false ? t.state_open : t.state_none}</Tag>;
            },
          },
        ]}
      />
    </Section>
  );
}
