/** A project's money: planned, contracted, arrived, and how far that is. */
import type { Project } from "@/api/contract";
import { compare } from "@/lib/decimal";
import { tableMoney } from "@/lib/format";
import { shareOf } from "./share";
import { fill, useLocale, useText } from "@/locales";
import { Bar } from "@/ui/Bar";
import { Section } from "@/ui/Section";

/** The card of money. */
export function Money({ project }: { project: Project }) {
  const t = useText("projects");
  const common = useText("common");
  const { locale } = useLocale();
  const planned = project.planned_investment;
  const share = planned && compare(planned, "0") > 0 ? shareOf(project.funds.total, planned) : null;
  const items = [
    [t.planned_investment, planned],
    [t.contract_amount, project.contract?.amount ?? project.contract_amount],
    [t.arrived, project.funds.total],
  ] as const;
  return (
    <Section title={t.money} hint={common.money_table}>
      <div className="project-money">
        {items.map(([name, value]) => <div key={name}><small>{name}</small><b>{tableMoney(value, locale, 2)}</b></div>)}
      </div>
      {share && <Bar value={share} label={fill(t.money_share, { percent: share })} />}
      <p className="form-note">{share && project.funds.count > 0 ? fill(t.money_share, { percent: share }) : t.money_none}</p>
    </Section>
  );
}
