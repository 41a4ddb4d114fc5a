/** The problems of companies and projects, open and solved. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { files } from "@/api/calls";
import { care, type CareProblem } from "@/api/care";
import { useWhyNoExport, useWhyNot } from "@/api/permits";
import { usePages } from "@/api/queries";
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
import { PartyLinks } from "./Party";
import { ProblemDrawer } from "./ProblemDrawer";

const KEYS = ["q", "category", "unit", "solved"] as const;

/** Open or solved. */
export function SolvedTag({ problem }: { problem: CareProblem }) {
  const t = useText("care");
  return <Tag tone={problem.solution ? "good" : "slow"}>{problem.solution ? t.done : t.open}</Tag>;
}

/** The list. */
export function Problems({ tabs }: { tabs: ReactNode }) {
  const t = useText("care");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const { filters, set, clear, active } = useFilters(KEYS);
  const units = useUnitOptions(true);
  const [adding, setAdding] = useState(false);
  const why = useWhyNot("problems.write");
  const noExport = useWhyNoExport();
  const views = useViews("problems");
  const query = toQuery(filters);
  const list = usePages(["problems", query], (after) => care.problems({ ...query, after, limit: 50 }));
  const columns: Column<CareProblem>[] = [
    { key: "description", title: t.description, phone: "title", render: (row) => <><RecordLink to={paths.care_record("problems", row.id)}>{row.description}</RecordLink><span className="cell-second">{row.code}</span></> },
    { key: "party", title: records.party, phone: "plain", render: (row) => <PartyLinks party={row} /> },
    { key: "category", title: t.category, nowrap: true, render: (row) => term("problem_category", row.category, locale) },
    { key: "unit", title: records.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "raised", title: t.raised_on, nowrap: true, render: (row) => row.raised_on },
    { key: "solved", title: t.solved_on, nowrap: true, phone: "none", render: (row) => row.solution?.solved_on ?? "—" },
    { key: "state", title: common.state, nowrap: true, phone: "figure", render: (row) => <SolvedTag problem={row} /> },
  ];
  return (
    <ListPage
      title={t.title}
      above={tabs}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("problems", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setAdding(true)}>{t.problem_new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.problems_find} />
          <ChoiceFilter label={t.solved} value={filters.solved} onChange={(solved) => set({ solved })} options={[{ value: "false", label: t.open }, { value: "true", label: t.done }]} width={120} />
          <ChoiceFilter label={t.category} value={filters.category} onChange={(category) => set({ category })} options={termOptions("problem_category", locale)} />
          <ChoiceFilter label={records.unit} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      label={t.problems}
      empty={{ title: t.problems_empty, hint: t.problems_empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {adding && <ProblemDrawer onDone={(id) => void navigate(paths.care_record("problems", id))} onClose={() => setAdding(false)} />}
    </ListPage>
  );
}
