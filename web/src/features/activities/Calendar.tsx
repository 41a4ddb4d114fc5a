/** Activities on the days of a month; on a phone, where seven columns have no room, a list of days. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import { toProblem } from "@/api/problem";
import { outreach, type ActivityRow } from "@/api/records";
import { monthName, shiftMonth, yearOf } from "@/lib/month";
import { paths } from "@/lib/paths";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Empty } from "@/ui/Empty";
import { Fault } from "@/ui/Fault";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { usePhone } from "@/ui/usePhone";
import { byDay, lastDay, shiftDay, weeksOf } from "./days";

/** A page of the server's, and how many of them are asked for at most. */
const LIMIT = 200;
const PAGES = 3;
/** How many activities a day shows before it folds the rest. */
const SHOWN = 4;

/** All activities that touch the month, in the order of their days. */
async function activitiesOf(month: string, query: Record<string, string>): Promise<{ items: ActivityRow[]; cut: boolean }> {
  // The server filters by the first day; what began up to a month before may still go on.
  const window = { ...query, from: shiftDay(`${month}-01`, -31), until: lastDay(month), limit: LIMIT };
  const items: ActivityRow[] = [];
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer: Awaited<ReturnType<typeof outreach.activities>> = await outreach.activities({ ...window, after });
    items.push(...answer.items);
    after = answer.next;
    if (after === null) break;
  }
  const standing = items.filter((each) => !each.reversed).sort((a, b) => a.begins_on.localeCompare(b.begins_on) || a.code.localeCompare(b.code));
  return { items: standing, cut: after !== null };
}

function Event({ activity }: { activity: ActivityRow }) {
  const { locale } = useLocale();
  const hint = [activity.name, term("activity_kind", activity.kind, locale), activity.organisers.map((each) => unitName(each, locale)).join(locale === "zh" ? "、" : ", ")].join(" · ");
  return <Link className={`calendar-event calendar-${activity.kind}`} to={paths.activity(activity.id)} title={hint}>{activity.name}</Link>;
}

function Day({ day, month, activities }: { day: string; month: string; activities: ActivityRow[] }) {
  const t = useText("activities");
  const [open, setOpen] = useState(false);
  const outside = !day.startsWith(month);
  const shown = open || activities.length <= SHOWN + 1 ? activities : activities.slice(0, SHOWN);
  return (
    <td className={outside ? "calendar-outside" : undefined}>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {!outside && shown.map((each) => <Event key={each.id} activity={each} />)}
      {shown.length < activities.length && <button type="button" className="bare-button calendar-more" onClick={() => setOpen(true)}>{fill(t.more_of_day, { n: activities.length - shown.length })}</button>}
    </td>
  );
}

function Grid({ month, days }: { month: string; days: Map<string, ActivityRow[]> }) {
  const t = useText("activities");
  const { locale } = useLocale();
  const weeks = weeksOf(month);
  const name = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en", { weekday: "short", timeZone: "UTC" });
  return (
    <table className="calendar">
      <caption className="hidden-words">{fill(t.calendar_of, { month })}</caption>
      <thead><tr>{weeks[0]?.map((day) => <th key={day} scope="col">{name.format(new Date(`${day}T00:00:00Z`))}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week) => <tr key={week[0]}>{week.map((day) => <Day key={day} day={day} month={month} activities={days.get(day) ?? []} />)}</tr>)}
      </tbody>
    </table>
  );
}

function Agenda({ days }: { days: Map<string, ActivityRow[]> }) {
  const { locale } = useLocale();
  return (
    <ol className="agenda">
      {[...days].sort(([a], [b]) => a.localeCompare(b)).map(([day, activities]) => (
        <li key={day}>
          <time dateTime={day}>{day.slice(5)}</time>
          <ul>
            {activities.map((each) => <li key={each.id}><Link to={paths.activity(each.id)}>{each.name}</Link><small>{term("activity_kind", each.kind, locale)} · {each.organisers.map((unit) => unitName(unit, locale)).join(locale === "zh" ? "、" : ", ")}</small></li>)}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** The month with its activities; `query` holds the other filters. */
export function Calendar({ month, query, onMonth }: { month: string; query: Record<string, string>; onMonth: (month: string) => void }) {
  const t = useText("activities");
  const { locale } = useLocale();
  const phone = usePhone();
  const { data, error, refetch } = useQuery({ queryKey: ["activities", "calendar", month, query], queryFn: () => activitiesOf(month, query) });
  const days = useMemo(() => byDay(data?.items ?? [], month), [data, month]);
  const there = new Set([...days.values()].flat().map((each) => each.id)).size;
  const title = locale === "zh" ? `${yearOf(month)} 年 ${monthName(month, locale)}` : `${monthName(month, locale)} ${yearOf(month)}`;
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  return (
    <Section
      title={title}
      hint={data && there > 0 ? fill(t.calendar_sum, { n: there, days: days.size }) : undefined}
      actions={
        <>
          <Button icon={<LeftOutlined />} aria-label={t.previous_month} onClick={() => onMonth(shiftMonth(month, -1))} />
          <Button icon={<RightOutlined />} aria-label={t.next_month} onClick={() => onMonth(shiftMonth(month, 1))} />
        </>
      }
    >
      {data?.cut && <p className="notice notice-slow">{fill(t.calendar_cut, { n: data.items.length })}</p>}
      {!data ? <Skeleton lines={10} /> : phone && days.size > 0 ? <Agenda days={days} /> : phone ? <Empty title={t.calendar_none} hint={t.empty_hint} /> : <Grid month={month} days={days} />}
      {data && !phone && days.size === 0 && <p className="quiet calendar-foot">{t.calendar_none}</p>}
    </Section>
  );
}
