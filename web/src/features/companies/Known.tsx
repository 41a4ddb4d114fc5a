/** What the register knows of a company beside its name: honours, targets, the meetings it took part in. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { chains, type Honour } from "@/api/care";
import type { Company } from "@/api/contract";
import { usePermission } from "@/api/queries";
import { outreach } from "@/api/records";
import { useAct } from "@/api/useAct";
import { paths } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { ReasonButton } from "@/ui/ReasonButton";
import { RecordDrawer } from "@/ui/RecordDrawer";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";
import { useToast } from "@/ui/toast";
import { Field, TermField, TextField } from "@/ui/wordFields";

function HonourDrawer({ company, onClose }: { company: Company; onClose: () => void }) {
  const t = useText("chains");
  const act = useAct((typed: { honour: Honour["honour"]; year: string; source: string }) => chains.add_honour(company.id, { honour: typed.honour, year: Number(typed.year), source: typed.source.trim() }));
  return (
    <RecordDrawer title={`${t.honour_add} · ${company.name}`} verb={t.honour_add} act={act} done={t.honour_added} onClose={onClose}>
      <TermField name="honour" label={t.honour} group="honour" />
      <Field name="year" label={t.year}><Input inputMode="numeric" maxLength={4} style={{ maxWidth: 120 }} autoComplete="off" /></Field>
      <TextField name="source" label={t.source} max={200} />
    </RecordDrawer>
  );
}

function Removal({ company, honour, onClose }: { company: Company; honour: Honour; onClose: () => void }) {
  const t = useText("chains");
  const { locale } = useLocale();
  const say = useToast();
  const { run, busy, problem } = useAct(() => chains.remove_honour(company.id, honour.id));
  const remove = async () => {
    if (!(await run())) return;
    say(t.honour_removed);
    onClose();
  };
  return (
    <ConfirmDialog title={t.honour_remove} verb={t.honour_remove} danger busy={busy} onConfirm={() => void remove()} onClose={onClose}>
      {problem && <Fault problem={problem} />}
      <p>{term("honour", honour.honour, locale)} · {honour.year}</p>
    </ConfirmDialog>
  );
}

/** Its honours; `why` bars changing them. */
export function Honours({ company, why }: { company: Company; why: string | null }) {
  const t = useText("chains");
  const common = useText("common");
  const { locale } = useLocale();
  const [open, setOpen] = useState<"add" | Honour | null>(null);
  return (
    <Section title={t.honours} flush actions={<ReasonButton icon={<PlusOutlined />} why={why} onClick={() => setOpen("add")}>{t.honour_add}</ReasonButton>}>
      <DataTable
        rows={company.honours}
        rowKey={(row) => row.id}
        label={t.honours}
        uncounted
        empty={{ title: t.honour_none }}
        columns={[
          { key: "honour", title: t.honour, phone: "title", render: (row) => term("honour", row.honour, locale) },
          { key: "year", title: t.year, nowrap: true, phone: "figure", render: (row) => row.year },
          { key: "source", title: t.source, render: (row) => row.source },
          { key: "act", title: "", phone: "plain", render: (row) => <ReasonButton size="small" why={why} aria-label={`${common.remove} ${term("honour", row.honour, locale)}`} onClick={() => setOpen(row)}>{common.remove}</ReasonButton> },
        ]}
      />
      {open === "add" && <HonourDrawer company={company} onClose={() => setOpen(null)} />}
      {open && open !== "add" && <Removal company={company} honour={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

/** What it is or was wanted for. */
export function CompanyTargets({ company }: { company: Company }) {
  const t = useText("chains");
  const { locale } = useLocale();
  return (
    <Section title={t.company_targets} flush>
      <DataTable
        rows={company.targets}
        rowKey={(row) => row.id}
        label={t.company_targets}
        uncounted
        empty={{ title: t.company_targets_none }}
        columns={[
          { key: "chain", title: t.chain, phone: "title", render: (row) => <><Link to={paths.target(row.id)}>{locale === "en" && row.chain.name_en ? row.chain.name_en : row.chain.name}</Link>{row.node && <span className="cell-second">{row.node.name}</span>}</> },
          { key: "batch", title: t.batch, render: (row) => row.batch },
          { key: "unit", title: t.standing, render: (row) => <>{unitName(row.unit, locale)} <Tag tone={row.untargeted_on ? "plain" : "good"}>{row.untargeted_on ? t.standing_no : t.standing_yes}</Tag></> },
          { key: "on", title: t.targeted_on, nowrap: true, phone: "figure", render: (row) => row.targeted_on },
        ]}
      />
    </Section>
  );
}

/** The meetings it took part in. */
export function MetAt({ company }: { company: Company }) {
  const t = useText("activities");
  const { locale } = useLocale();
  const may = usePermission("activities.read");
  const { data } = useQuery({ queryKey: ["meetings", "of", company.id], queryFn: () => outreach.meetings({ company: company.id, limit: 50 }), enabled: may });
  if (!may) return null;
  return (
    <Section title={t.met_at} flush>
      <DataTable
        rows={data?.items.filter((each) => !each.reversed)}
        rowKey={(row) => row.id}
        label={t.met_at}
        uncounted
        empty={{ title: t.met_at_none }}
        columns={[
          { key: "activity", title: t.name, phone: "title", render: (row) => <Link to={paths.activity(row.activity.id)}>{row.activity.name}</Link> },
          { key: "on", title: t.begins_on, nowrap: true, phone: "figure", render: (row) => row.activity.begins_on },
          { key: "levels", title: `${t.our_level} / ${t.their_level}`, render: (row) => `${term("our_level", row.our_level, locale)} / ${term("their_level", row.their_level, locale)}` },
          { key: "outcome", title: t.outcome, nowrap: true, render: (row) => term("meeting_outcome", row.outcome, locale) },
        ]}
      />
    </Section>
  );
}
