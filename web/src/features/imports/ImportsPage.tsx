/** Handing in a workbook: the place to drop it, the templates, what was imported before. */
import { Link } from "react-router";
import { files, intake } from "@/api/calls";
import { useWhyNot } from "@/api/permits";
import { usePages } from "@/api/queries";
import { anyWorking, isWorking } from "@/api/running";
import { useMonth } from "@/api/useMonth";
import { clockTime } from "@/lib/month";
import { paths } from "@/lib/paths";
import { fill, pick, useLocale, useText } from "@/locales";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { PageHead } from "@/ui/PageHead";
import { Section } from "@/ui/Section";
import { CountsLine } from "./CountsLine";
import { useKinds } from "./kinds";
import { Drop } from "./Drop";
import { BatchProgress, StateTag } from "./StateTag";
import "./imports.css";

/** The page of imports. */
export function ImportsPage() {
  const t = useText("imports");
  const { locale } = useLocale();
  const entry = useText("entry");
  const { open_month } = useMonth();
  const why = useWhyNot("imports.write");
  const list = usePages(["imports"], (after) => intake.list({ after, limit: 20 }), { every: (rows) => (anyWorking(rows) ? 1000 : false) });
  const kinds = useKinds();
  return (
    <div className="page">
      <PageHead title={t.title}><span>{t.intro}</span>{!why && open_month && <span>{fill(entry.booking_month, { month: open_month })}</span>}</PageHead>
      <div className="columns">
        <Drop why={why} />
        <Section title={t.templates} hint={t.templates_hint}>
          <ul className="templates">
            {kinds.data?.items.map((kind) => <li key={kind.kind}><a href={files.template(kind.kind)} download>{pick(kind.name, locale) || kind.kind}.xlsx</a></li>)}
          </ul>
        </Section>
      </div>
      {list.error && <Fault problem={list.error} onRetry={list.refetch} />}
      {!list.error && (
        <Section title={t.history} flush>
          <DataTable
            rows={list.items}
            rowKey={(row) => row.id}
            label={t.history}
            empty={{ title: t.history_empty, hint: why ?? t.history_empty_hint }}
            total={list.first?.total}
            totalExact={list.first?.total_exact}
            hasNext={list.hasNext}
            onNext={list.next}
            fetching={list.isFetching}
            columns={[
              { key: "file", title: t.file, phone: "title", render: (row) => <Link to={paths.import_batch(row.id)}>{row.file_name}</Link> },
              { key: "state", title: t.state, phone: "figure", render: (row) => <><StateTag state={row.state} />{isWorking(row) && <BatchProgress batch={row} />}</> },
              { key: "counts", title: t.counts, phone: "plain", render: (row) => <CountsLine counts={row.counts} /> },
              { key: "month", title: t.month, nowrap: true, phone: "none", render: (row) => row.month ?? "—" },
              { key: "by", title: t.by, render: (row) => row.created_by },
              { key: "at", title: t.at, nowrap: true, render: (row) => clockTime(row.created_at) },
            ]}
          />
        </Section>
      )}
    </div>
  );
}
