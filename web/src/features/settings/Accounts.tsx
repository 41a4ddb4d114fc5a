/** The accounts: roles and units; a new one gets a one-time password, shown once. */
import { useQuery } from "@tanstack/react-query";
import { Popconfirm } from "antd";
import { useState } from "react";
import { orgs } from "@/api/calls";
import type { Account } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/queries";
import { useAct } from "@/api/useAct";
import { unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";
import { AccountDrawer } from "./AccountDrawer";
import { OneTimePassword } from "./OneTimePassword";

function Switching({ account, why }: { account: Account; why: string | null }) {
  const t = useText("settings");
  const common = useText("common");
  const { run, busy, problem } = useAct((disabled: boolean) => orgs.update_account(account.id, { disabled }));
  if (account.disabled) return <><ReasonButton size="small" why={why} loading={busy} onClick={() => void run(false)}>{t.enable}</ReasonButton>{problem && <Fault problem={problem} />}</>;
  return (
    <>
      <Popconfirm title={t.disable_confirm} okText={t.disable} cancelText={common.cancel} disabled={why !== null} onConfirm={() => void run(true)}>
        <ReasonButton size="small" why={why} loading={busy}>{t.disable}</ReasonButton>
      </Popconfirm>
      {problem && <Fault problem={problem} />}
    </>
  );
}

/** The table of accounts. */
export function Accounts() {
  const t = useText("settings");
  const common = useText("common");
  const { locale } = useLocale();
  const { data: session } = useSession();
  const { data, error, refetch } = useQuery({ queryKey: ["accounts"], queryFn: orgs.accounts });
  const why = useWhyNot("accounts.write");
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<{ login: string; password: string } | null>(null);
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  return (
    <Section title={t.accounts} flush actions={<ReasonButton size="small" type="primary" why={why} onClick={() => setAdding(true)}>{t.account_new}</ReasonButton>}>
      <DataTable
        dense
        rows={data?.items}
        rowKey={(row) => row.id}
        rowClass={(row) => (row.disabled ? "row-off" : "")}
        label={t.accounts}
        empty={{ title: t.empty_accounts }}
        columns={[
          { key: "login", title: t.login, phone: "title", render: (row) => row.login },
          { key: "name", title: t.account_name, render: (row) => row.name },
          { key: "role", title: t.role, render: (row) => term("role", row.role, locale) },
          { key: "unit", title: t.unit, render: (row) => unitName(row.unit, locale) || "—" },
          { key: "state", title: common.state, phone: "figure", render: (row) => <Tag tone={row.disabled ? "behind" : "good"}>{row.disabled ? t.disabled : t.active}</Tag> },
          { key: "act", title: "", phone: "plain", render: (row) => (row.id === session?.account.id ? null : <Switching account={row} why={why} />) },
        ]}
      />
      {adding && <AccountDrawer onClose={() => setAdding(false)} onGiven={setGiven} />}
      {given && <OneTimePassword login={given.login} password={given.password} onClose={() => setGiven(null)} />}
    </Section>
  );
}
