/** The industrial chains: how many nodes are strong, weak, missing, and how many targets they have. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { chains, type ChainRow } from "@/api/care";
import { useWhyNoExport, useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useViews } from "@/api/useViews";
import { useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { messages, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import type { Column } from "@/ui/DataTable";
import { ChoiceFilter } from "@/ui/Filters";
import { ListPage } from "@/ui/ListPage";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordLink } from "@/ui/RecordLink";
import { Tag } from "@/ui/Tag";
import { termOptions } from "@/ui/wordFields";
import { ChainDrawer } from "./ChainDrawer";

const KEYS = ["kind"] as const;

/** The list; it is short and comes whole. */
export function ChainsPage() {
  const t = useText("chains");
  const common = useText("common");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const [adding, setAdding] = useState(false);
  const why = useWhyNot("chains.write");
  const noExport = useWhyNoExport();
  const views = useViews("chains");
  const { data, error, isFetching, refetch } = useQuery({ queryKey: ["chains"], queryFn: chains.list });
  const items = useMemo(() => data?.items.filter((each) => !filters.kind || each.kind === filters.kind), [data, filters.kind]);
  const list = { items, first: items && { total: items.length, total_exact: true }, error: error ? toProblem(error) : null, isFetching, hasNext: false, next: () => undefined, refetch: () => void refetch() };
  const columns: Column<ChainRow>[] = [
    { key: "name", title: t.name, phone: "title", render: (row) => <><RecordLink to={paths.chain(row.id)}>{locale === "en" && row.name_en ? row.name_en : row.name}</RecordLink> {row.assumed && <Tag tone="slow">{common.assumed}</Tag>}<span className="cell-second">{row.code}</span></> },
    { key: "kind", title: t.kind, nowrap: true, render: (row) => term("chain_kind", row.kind, locale) },
    { key: "strong", title: t.strong, numeric: true, render: (row) => row.nodes.strong },
    { key: "weak", title: t.weak, numeric: true, render: (row) => row.nodes.weak },
    { key: "missing", title: t.missing, numeric: true, render: (row) => row.nodes.missing },
    { key: "unrated", title: t.unrated, numeric: true, phone: "none", render: (row) => row.nodes.unrated },
    { key: "targets", title: t.targets, numeric: true, phone: "figure", render: (row) => (row.targets > 0 ? <Link to={paths.targets({ chain: row.id })}>{row.targets}</Link> : 0) },
  ];
  return (
    <ListPage
      title={t.title}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("chains", {})}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.new}</ReasonButton>
        </>
      }
      filters={<ChoiceFilter label={t.kind} value={filters.kind} onChange={(kind) => set({ kind })} options={termOptions("chain_kind", locale)} width={120} />}
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      label={t.title}
      empty={{ title: t.empty, hint: t.empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <ChainDrawer onDone={(id) => void navigate(paths.chain(id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
