/** The reporting units and their tiles. */
import { useState } from "react";
import type { Unit } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useUnits } from "@/api/queries";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { UnitDrawer } from "./UnitDrawer";

/** The table of units. */
export function Units() {
  const t = useText("settings");
  const common = useText("common");
  const { locale } = useLocale();
  const { data, error, refetch } = useUnits();
  const why = useWhyNot("units.write");
  const [editing, setEditing] = useState<Unit | "new" | null>(null);
  const name = (code: string | null) => data?.items.find((unit) => unit.code === code)?.name ?? "—";
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  return (
    <Section title={t.units} flush actions={<ReasonButton size="small" type="primary" why={why} onClick={() => setEditing("new")}>{t.unit_new}</ReasonButton>}>
      <DataTable
        dense
        rows={data?.items}
        rowKey={(row) => row.code}
        label={t.units}
        columns={[
          { key: "name", title: t.name, phone: "title", render: (row) => row.name },
          { key: "en", title: t.name_en, render: (row) => row.name_en || "—" },
          { key: "code", title: t.code, render: (row) => <code>{row.code}</code> },
          { key: "kind", title: t.kind, phone: "figure", render: (row) => term("unit_kind", row.kind, locale) },
          { key: "parent", title: t.parent, phone: "none", render: (row) => name(row.parent_code) },
          { key: "division", title: t.division, phone: "none", render: (row) => row.division_code ?? "—" },
          { key: "ranked", title: t.ranked, render: (row) => (row.ranked ? common.yes : common.no) },
          { key: "tile", title: t.tile, phone: "none", render: (row) => (row.tile ? fill(t.tile_at, { ...row.tile }) : "—") },
          { key: "act", title: "", phone: "plain", render: (row) => <ReasonButton size="small" why={why} onClick={() => setEditing(row)}>{common.edit}</ReasonButton> },
        ]}
      />
      {editing && <UnitDrawer unit={editing === "new" ? null : editing} units={data?.items ?? []} onClose={() => setEditing(null)} />}
    </Section>
  );
}
