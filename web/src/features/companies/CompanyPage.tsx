/** One company and its projects. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { work } from "@/api/calls";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { paths } from "@/lib/paths";
import { tableMoney } from "@/lib/format";
import { unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { Facts } from "@/ui/Facts";
import { Fault } from "@/ui/Fault";
import { Neighbours } from "@/ui/Neighbours";
import { PageHead } from "@/ui/PageHead";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { Skeleton } from "@/ui/Skeleton";
import { CompanyDrawer } from "./CompanyDrawer";
import { CompanyTargets, Honours, MetAt } from "./Known";

/** The page of a company. */
export function CompanyPage() {
  const { id = "" } = useParams();
  const t = useText("companies");
  const projects = useText("projects");
  const chains = useText("chains");
  const common = useText("common");
  const { locale } = useLocale();
  const why = useWhyNot("companies.write");
  const [editing, setEditing] = useState(false);
  const { data: company, error, refetch } = useQuery({ queryKey: ["company", id], queryFn: () => work.company(id) });
  const related = useQuery({ queryKey: ["projects", "of", id], queryFn: () => work.projects({ q: company?.name, limit: 50 }), enabled: company !== undefined });
  if (error) return <div className="page"><Fault problem={toProblem(error)} onRetry={() => void refetch()} /></div>;
  if (!company) return <div className="page"><Skeleton lines={8} /></div>;
  return (
    <div className="page">
      <PageHead title={company.name} actions={<><Neighbours id={id} to={paths.company} /><ReasonButton why={why} onClick={() => setEditing(true)}>{common.edit}</ReasonButton></>}>{company.division?.name}</PageHead>
      <Section>
        <Facts items={[
          { name: t.uscc, value: <code>{company.uscc ?? "—"}</code> },
          { name: t.division, value: company.division ? `${company.division.name} ${company.division.code}` : "—" },
          { name: t.aliases, value: company.aliases.join("、") || "—" },
          { name: chains.group, value: company.group ?? "—" },
          { name: t.projects, value: company.projects },
        ]} />
      </Section>
      <Section title={t.related} flush>
        <DataTable
          rows={related.data?.items}
          rowKey={(row) => row.id}
          label={t.related}
          empty={{ title: t.related_empty, hint: t.related_empty_hint, action: <Link to={paths.funds({ q: company.name })}>{t.funds_paid}</Link> }}
          columns={[
            { key: "name", title: projects.name, phone: "title", render: (row) => <Link to={paths.project(row.id)} state={{ result: related.data?.items.map((each) => each.id) }}>{row.name}</Link> },
            { key: "unit", title: projects.unit, render: (row) => unitName(row.unit, locale) },
            { key: "stage", title: projects.stage, render: (row) => term("stage", row.stage, locale) },
            { key: "investment", title: projects.planned_investment, unit: common.money_table, numeric: true, phone: "figure", render: (row) => tableMoney(row.planned_investment, locale, 2) },
          ]}
        />
        {related.data && related.data.items.length > 0 && <p className="card-foot"><Link to={paths.projects({ q: company.name })}>{t.see_projects} →</Link> · <Link to={paths.funds({ q: company.name })}>{t.funds_paid} →</Link></p>}
      </Section>
      <MetAt company={company} />
      <CompanyTargets company={company} />
      <Honours company={company} why={why} />
      {editing && <CompanyDrawer company={company} onClose={() => setEditing(false)} />}
    </div>
  );
}
