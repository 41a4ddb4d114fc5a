/** The columns of the projects' table; some are shown only when chosen. */
import { Link } from "react-router";
import type { ProjectRow } from "@/api/contract";
import { tableMoney } from "@/lib/format";
import { clockTime } from "@/lib/month";
import { paths } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import type { Column } from "@/ui/DataTable";
import { Marks } from "./Marks";
import { StageTag } from "./StageTag";

/** The rows hand their result on to the record's page, so that it knows its neighbours. */
export function useProjectColumns(rows: ProjectRow[] | undefined): Column<ProjectRow>[] {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const result = rows?.map((row) => row.id);
  return [
    {
      key: "name", title: t.name, phone: "title", fixed: true,
      render: (row) => (
        <>
          <Link to={paths.project(row.id)} state={{ result }}>{row.name}</Link>
          <span className="cell-second">{[row.code, row.investor].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { key: "unit", title: t.unit, nowrap: true, render: (row) => unitName(row.unit, locale) },
    { key: "stage", title: t.stage, nowrap: true, render: (row) => <StageTag stage={row.stage} /> },
    { key: "place", title: t.place, off: true, phone: "none", render: (row) => row.place.name },
    { key: "investment", title: t.planned_investment, unit: common.money_table, numeric: true, phone: "figure", render: (row) => tableMoney(row.planned_investment, locale, 2) },
    { key: "contract", title: t.contract_amount, unit: common.money_table, numeric: true, off: true, phone: "none", render: (row) => tableMoney(row.contract_amount, locale, 2) },
    { key: "number", title: t.contract_number, nowrap: true, off: true, phone: "none", render: (row) => row.contract_number ?? "—" },
    { key: "arrived", title: t.arrived, unit: common.money_table, numeric: true, render: (row) => tableMoney(row.arrived, locale, 2) },
    { key: "introduced", title: t.introduced_month, nowrap: true, phone: "none", render: (row) => row.introduced_month ?? "—" },
    { key: "started", title: t.started_on, nowrap: true, phone: "none", render: (row) => row.started_on ?? "—" },
    { key: "lists", title: t.lists, phone: "plain", render: (row) => <Marks row={row} /> },
    { key: "updated", title: t.updated_at, nowrap: true, off: true, phone: "none", render: (row) => clockTime(row.updated_at) },
  ];
}
