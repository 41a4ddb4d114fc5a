/** The catalogue of figures: every indicator, the city and every unit, any month and window. */
import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { ledger } from "@/api/calls";
import { toProblem } from "@/api/problem";
import { useIndicators, useSession, useUnits } from "@/api/queries";
import { useMonth } from "@/api/useMonth";
import { saveCsv } from "@/lib/csv";
import { useFilters } from "@/lib/filters";
import { windowName } from "@/lib/month";
import { windowStart } from "@/lib/window";
import { fill, messages, pick, unitName, useLocale, useText } from "@/locales";
import { Fault } from "@/ui/Fault";
import { ChoiceFilter, FilterBar, SearchFilter } from "@/ui/Filters";
import { PageHead } from "@/ui/PageHead";
import { Skeleton } from "@/ui/Skeleton";
import { usePhone } from "@/ui/usePhone";
import { figureOf, indexFigures } from "./find";
import { Matrix } from "./Matrix";
import { measureName } from "./measure";
import { SubjectIndex } from "./SubjectIndex";
import { bySubject } from "./subjects";
import { UnitTable } from "./UnitTable";
import { WindowFilter } from "./WindowFilter";
import "./figures.css";

const KEYS = ["unit", "from", "q"] as const;
/** The subject is a place in the catalogue rather than a filter: clearing the filters leaves it. */
const PLACE = ["subject"] as const;

/** All indicators of the page's month. */
export function FiguresPage() {
  const t = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const { month } = useMonth();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { items: indicators } = useIndicators();
  const { data: units } = useUnits();
  const { data: session } = useSession();
  const phone = usePhone();
  const from = windowStart(filters.from, month ?? "");
  const { data, error, refetch } = useQuery({
    queryKey: ["figures", month, from],
    queryFn: () => ledger.figures({ month: month ?? "", from, unit: "all" }),
    enabled: month !== null,
  });
  const reporting = (units?.items ?? []).filter((unit) => unit.kind !== "city");
  const city = session?.city?.code ?? "";
  const place = useFilters(PLACE);
  const named = (indicators ?? []).filter((indicator) => !filters.q || `${indicator.name.zh} ${indicator.name.en} ${indicator.code}`.toLowerCase().includes(filters.q.toLowerCase()));
  const groups = bySubject(named);
  const chosen = groups.find((group) => group.subject === place.filters.subject);
  const wanted = chosen ? chosen.indicators : groups.flatMap((group) => group.indicators);
  const single = filters.unit || (phone ? city : "");
  const ready = data && indicators && units && month;
  const save = () => {
    if (!ready) return;
    const index = indexFigures(data.figures, city);
    const shown = [null, ...reporting.map((unit) => unit.code)].filter((code) => !single || code === (single === city ? null : single));
    const head = [t.indicator, "", ...shown.map((code) => (code === null ? t.city : unitName(reporting.find((unit) => unit.code === code), locale)))];
    const rows = wanted.map((indicator) => [pick(indicator.name, locale), indicator.unit === "CNY" ? common.yuan : measureName(indicator, common, locale), ...shown.map((code) => String(figureOf(index, code, indicator.code)?.value ?? ""))]);
    saveCsv(`${t.title}-${month}.csv`, [t.title, windowName(from, month, locale), session?.demo ? messages(locale).shell.demo : ""].filter(Boolean), [head, ...rows]);
  };
  return (
    <div className="page page-list">
      <PageHead
        title={t.title}
        actions={
          <>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{common.print}</Button>
            <Button icon={<DownloadOutlined />} disabled={!ready} onClick={save}>{common.export}</Button>
          </>
        }
      >
        {month && fill(t.subtitle, { n: wanted.length, window: windowName(from, month, locale) })}
      </PageHead>
      <FilterBar active={active} onClear={clear}>
        {month && <WindowFilter from={from} month={month} onChange={(next) => set({ from: next })} />}
        <ChoiceFilter label={t.unit_filter} width={locale === "zh" ? 150 : 200} value={filters.unit} all={phone ? t.city : t.units_all} onChange={(unit) => set({ unit })} options={[{ value: city, label: t.city }, ...reporting.map((unit) => ({ value: unit.code, label: unitName(unit, locale) }))]} />
        <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
      </FilterBar>
      {ready && <SubjectIndex groups={groups} total={named.length} chosen={chosen?.subject ?? ""} onChoose={(subject) => place.set({ subject })} />}
      {error && <Fault problem={toProblem(error)} onRetry={() => void refetch()} />}
      {!ready && !error && <div className="card"><Skeleton lines={14} /></div>}
      {ready && wanted.length === 0 && <div className="card quiet">{t.empty}</div>}
      {ready && wanted.length > 0 && (
        <section className="card card-flush" aria-label={pick({ zh: "指标", en: "Indicators" }, locale)}>
          {single ? (
            (chosen ? [chosen] : groups).map((group) => (
              <div key={group.subject} className="subject-part">
                <h2>{t[`subject_${group.subject}`]}</h2>
                <UnitTable figures={data.figures} indicators={group.indicators} unit={single === city ? null : single} city={city} month={month} from={from} />
              </div>
            ))
          ) : (
            <Matrix figures={data.figures} indicators={wanted} units={reporting} city={city} month={month} from={from} />
          )}
        </section>
      )}
    </div>
  );
}
