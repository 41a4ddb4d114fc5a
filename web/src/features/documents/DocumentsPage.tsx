/** The policy documents; a form beside the list records, changes and takes back. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { useState } from "react";
import { Link } from "react-router";
import { files } from "@/api/calls";
import { useWhyNoExport } from "@/api/permits";
import { usePages } from "@/api/queries";
import { outreach, type PolicyDocument } from "@/api/records";
import { useAct } from "@/api/useAct";
import { useBooking } from "@/api/useBooking";
import { useMonth } from "@/api/useMonth";
import { useUnitOptions } from "@/api/useUnitOptions";
import { useViews } from "@/api/useViews";
import { toQuery, useFilters } from "@/lib/filters";
import { paths } from "@/lib/paths";
import { messages, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { BookedMarks } from "@/ui/Booked";
import type { Column } from "@/ui/DataTable";
import { ChoiceFilter, SearchFilter } from "@/ui/Filters";
import { ListPage } from "@/ui/ListPage";
import { ReasonButton } from "@/ui/ReasonButton";
import { ReverseDialog } from "@/ui/ReverseDialog";
import { termOptions } from "@/ui/wordFields";
import { DocumentDrawer } from "./DocumentDrawer";

const KEYS = ["q", "unit", "nature", "theme", "campaign", "during"] as const;

function Reversal({ document, month, onClose }: { document: PolicyDocument; month: string | null; onClose: () => void }) {
  const act = useAct((reason: string) => outreach.reverse_document(document.id, reason));
  return <ReverseDialog name={document.name} month={month} act={act} onClose={onClose} />;
}

/** The list. */
export function DocumentsPage() {
  const t = useText("documents");
  const common = useText("common");
  const records = useText("records");
  const { locale } = useLocale();
  const { filters, set, clear, active } = useFilters(KEYS);
  const { rows } = useMonth();
  const units = useUnitOptions(true);
  const { month, barred, why } = useBooking("policy_documents.write");
  const noExport = useWhyNoExport();
  const views = useViews("policy_documents");
  const [open, setOpen] = useState<"new" | { edit: PolicyDocument } | { reverse: PolicyDocument } | null>(null);
  const { during, ...others } = filters;
  const query = toQuery({ ...others, month: during });
  const list = usePages(["documents", query], (after) => outreach.documents({ ...query, after, limit: 50 }));
  const columns: Column<PolicyDocument>[] = [
    { key: "name", title: t.name, phone: "title", render: (row) => <>{row.name} <BookedMarks {...row} /><span className="cell-second">{row.number}</span></> },
    { key: "nature", title: t.nature, nowrap: true, render: (row) => term("document_nature", row.nature, locale) },
    { key: "theme", title: t.theme, nowrap: true, render: (row) => term("document_theme", row.theme, locale) },
    { key: "issuer", title: t.issuer, render: (row) => (row.issuer === row.unit.name ? unitName(row.unit, locale) : row.issuer) },
    { key: "issued_on", title: t.issued_on, nowrap: true, render: (row) => row.issued_on },
    { key: "campaign", title: t.campaign, render: (row) => (row.campaign ? <Link to={paths.campaign(row.campaign.id)}>{row.campaign.name}</Link> : "—") },
    {
      key: "act", title: "", phone: "plain", nowrap: true,
      render: (row) => {
        const held = row.reversed ? records.already_reversed : null;
        return (
          <>
            <ReasonButton size="small" why={held ?? barred} aria-label={`${common.edit} ${row.number}`} onClick={() => setOpen({ edit: row })}>{common.edit}</ReasonButton>{" "}
            <ReasonButton size="small" why={held ?? why} aria-label={`${records.reverse} ${row.number}`} onClick={() => setOpen({ reverse: row })}>{records.reverse}</ReasonButton>
          </>
        );
      },
    },
  ];
  return (
    <ListPage
      title={t.title}
      actions={
        <>
          <ReasonButton icon={<DownloadOutlined />} why={noExport} href={files.export("policy_documents", query)}>{common.export}</ReasonButton>
          <ReasonButton type="primary" icon={<PlusOutlined />} why={why} onClick={() => setOpen("new")}>{t.new}</ReasonButton>
        </>
      }
      filters={
        <>
          <SearchFilter value={filters.q} onChange={(q) => set({ q })} placeholder={t.find} />
          <ChoiceFilter label={t.nature} value={filters.nature} onChange={(nature) => set({ nature })} options={termOptions("document_nature", locale)} width={120} />
          <ChoiceFilter label={t.theme} value={filters.theme} onChange={(theme) => set({ theme })} options={termOptions("document_theme", locale)} width={130} />
          <ChoiceFilter label={t.issuer} value={filters.unit} onChange={(unit) => set({ unit })} options={units} />
          <ChoiceFilter label={t.during} value={during} onChange={(next) => set({ during: next })} options={rows.map((row) => ({ value: row.month, label: row.month }))} width={120} />
        </>
      }
      active={active}
      onClear={clear}
      views={views}
      list={list}
      columns={columns}
      rowClass={(row) => (row.reversed ? "row-off" : "")}
      label={t.title}
      empty={{ title: t.empty, hint: t.empty_hint, action: <Link to={paths.imports()}>{messages(locale).shell.imports}</Link> }}
    >
      {open === "new" && <DocumentDrawer month={month} onClose={() => setOpen(null)} />}
      {open && open !== "new" && "edit" in open && <DocumentDrawer document={open.edit} month={month} onClose={() => setOpen(null)} />}
      {open && open !== "new" && "reverse" in open && <Reversal document={open.reverse} month={month} onClose={() => setOpen(null)} />}
    </ListPage>
  );
}
