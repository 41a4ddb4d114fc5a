/** The indicators with their definitions and versions: read here, kept in files. */
import { Link } from "react-router";
import { toProblem } from "@/api/problem";
import { useIndicators } from "@/api/queries";
import { paths } from "@/lib/paths";
import { fill, pick, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { Section } from "@/ui/Section";

/** The table of definitions. */
export function Definitions() {
  const t = useText("settings");
  const figures = useText("figures");
  const common = useText("common");
  const { locale } = useLocale();
  const { items, error, refetch } = useIndicators();
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  return (
    <Section title={t.indicators} hint={t.indicators_hint} flush>
      <DataTable
        rows={items}
        rowKey={(row) => row.code}
        label={t.indicators}
        columns={[
          { key: "name", title: t.indicator, phone: "title", width: "24%", render: (row) => <><Link to={paths.indicator(row.code)}>{pick(row.name, locale)}</Link><span className="cell-second"><code>{row.code}</code></span></> },
          { key: "definition", title: t.definition, phone: "plain", render: (row) => <>{pick(row.definition, locale)}{pick(row.source, locale) && <span className="cell-second">{t.source}{common.colon}{pick(row.source, locale)}</span>}</> },
          { key: "sort", title: t.sort, nowrap: true, render: (row) => term("sort", row.sort, locale) },
          { key: "version", title: t.version, nowrap: true, render: (row) => fill(figures.version, { n: row.version }) },
          { key: "effective", title: t.effective, nowrap: true, render: (row) => row.effective_month ?? "—" },
          { key: "planned", title: t.has_plan, phone: "none", render: (row) => (row.planned ? common.yes : "—") },
        ]}
      />
    </Section>
  );
}
