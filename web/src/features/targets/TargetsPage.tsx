/** The target companies, by chain, unit and batch. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { chains, type Target } from "@/api/care";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { useBooking } from "@/api/useBooking";
import { useUnitOptions } from "@/api/useUnitOptions";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
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
import { TargetDrawer } from "./TargetDrawer";

const KEYS = ["q", "chain", "node", "unit", "recommended_by", "standing"] as const;

/** The list. */
export function TargetsPage() {
  const t = useText("chains");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const units = useUnitOptions(true);
  const [adding, setAdding] = useState(false);
  const { month, why } = useBooking("targets.write");
  const noExport = useWhyNoExport();
  const views = useViews("targets");
  const known = useQuery({ queryKey: ["chains"], queryFn: chains.list });
  const query = toQuery(filters);
  const list = usePages(["targets", query], (after) => chains.targets({ ...query, after, limit: 50 }));
  const nameOf = (chain: { name: string; name_en: string }) => (locale === "en" && chain.name_en ? chain.name_en : chain.name);
  const columns: Column<Target>[] = [
    { key: "company", title: records.company, phone: "title", render: (row) => <><RecordLink to={paths.target(row.id)}>{row.company.name}</RecordLink><span className="cell-second">{row.batch}</span></> },
    { key: "chain", title: t.chain, render: (row) => <><Link to={paths.chain(row.chain.id)}>{nameOf(row.chain)}</Link>{row.node && <span className="cell-second">{row.node.name}</span>}</> },
    { key: "unit", title: records.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "by", title: t.recommended_by, nowrap: true, render: (row) => term("recommender", row.recommended_by, locale) },
    { key: "on", title: t.targeted_on, nowrap: true, render: (row) => row.targeted_on },
    { key: "state", title: t.standing, nowrap: true, phone: "figure", render: (row) => <Tag tone={row.untargeted_on ? "plain" : "good"}>{row.untargeted_on ? t.standing_no : t.standing_yes}</Tag> },
  ];
  return (
    <ListPage
      title={t.target_title}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("targets", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.target_new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.target_find} />
          <ChoiceFilter label={t.chain} value={filters.chain} onChange={(chain) => set({ chain, node: "" })} options={(known.data?.items ?? []).map((each) => ({ value: each.id, label: nameOf(each) }))} />
          <ChoiceFilter label={records.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
          <ChoiceFilter label={t.recommended_by} value={filters.recommended_by} onChange={(recommended_by) => set({ recommended_by })} options={termOptions("recommender", locale)} />
          <ChoiceFilter label={t.standing} value={filters.standing} onChange={(standing) => set({ standing })} options={[{ value: "true", label: t.standing_yes }, { value: "false", label: t.standing_no }]} width={120} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      label={t.target_title}
      empty={{ title: t.target_empty, hint: t.target_empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <TargetDrawer month={month} onDone={(id) => void navigate(paths.target(id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
