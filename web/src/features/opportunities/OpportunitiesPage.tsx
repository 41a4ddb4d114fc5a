/** The opportunities in stock, by category; filters live in the address. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { channels, type OpportunityRow } from "@/api/records";
import { useBooking } from "@/api/useBooking";
import { useUnitOptions } from "@/api/useUnitOptions";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { tableMoney } from "@/lib/format";
import { paths } from "@/lib/paths";
import { messages, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import type { Column } from "@/ui/DataTable";
import { ChoiceFilter, SearchFilter } from "@/ui/Filters";
import { ListPage } from "@/ui/ListPage";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordLink } from "@/ui/RecordLink";
import { Tag } from "@/ui/Tag";
import { termOptions } from "@/ui/wordFields";
import { OpportunityDrawer } from "./OpportunityDrawer";

const KEYS = ["q", "category", "unit", "published", "closed"] as const;

/** In stock, published, or why it is out. */
export function StockTags({ row }: { row: Pick<OpportunityRow, "closed_on" | "outcome" | "published_on"> }) {
  const t = useText("opportunities");
  const { locale } = useLocale();
  if (row.closed_on) return <Tag tone={row.outcome === "matched" ? "good" : "plain"}>{t.closed_yes} · {term("opportunity_outcome", row.outcome, locale)}</Tag>;
  return <span className="tags"><Tag>{t.closed_no}</Tag>{row.published_on && <Tag tone="action">{t.published_yes}</Tag>}</span>;
}

/** The list. */
export function OpportunitiesPage() {
  const t = useText("opportunities");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const units = useUnitOptions(true);
  const [adding, setAdding] = useState(false);
  const { month, why } = useBooking("opportunities.write");
  const noExport = useWhyNoExport();
  const views = useViews("opportunities");
  const query = toQuery(filters);
  const list = usePages(["opportunities", query], (after) => channels.opportunities({ ...query, after, limit: 50 }));
  const columns: Column<OpportunityRow>[] = [
    { key: "name", title: t.name, phone: "title", render: (row) => <><RecordLink to={paths.opportunity(row.id)}>{row.name}</RecordLink><span className="cell-second">{[row.code, row.chain].filter(Boolean).join(" · ")}</span></> },
    { key: "category", title: t.category, nowrap: true, render: (row) => term("opportunity_category", row.category, locale) },
    { key: "unit", title: records.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "investment", title: t.investment, unit: common.money_table, numeric: true, phone: "figure", render: (row) => tableMoney(row.investment, locale) },
    { key: "reserved", title: t.reserved_on, nowrap: true, render: (row) => row.reserved_on },
    { key: "published", title: t.published_on, nowrap: true, phone: "none", render: (row) => row.published_on ?? "—" },
    { key: "state", title: common.state, phone: "plain", render: (row) => <StockTags row={row} /> },
  ];
  return (
    <ListPage
      title={t.title}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("opportunities", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
          <ChoiceFilter label={t.category} value={filters.category} onChange={(category) => set({ category })} options={termOptions("opportunity_category", locale)} />
          <ChoiceFilter label={records.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
          <ChoiceFilter label={t.published} value={filters.published} onChange={(published) => set({ published })} options={[{ value: "true", label: t.published_yes }, { value: "false", label: t.published_no }]} width={120} />
          <ChoiceFilter label={t.closed} value={filters.closed} onChange={(closed) => set({ closed })} options={[{ value: "false", label: t.closed_no }, { value: "true", label: t.closed_yes }]} width={120} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      label={t.title}
      empty={{ title: t.empty, hint: t.empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <OpportunityDrawer month={month} onDone={(id) => void navigate(paths.opportunity(id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
