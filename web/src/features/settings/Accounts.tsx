/** The accounts: roles and units; a new or forgotten password is a one-time one, shown once. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orgs } from "@/api/calls";
import type { Account } from "@/api/contract";
import { useWhyNot } from "@/api/permits";
import { toProblem } from "@/api/problem";
import { useSession } from "@/api/queries";
import { useAct } from "@/api/useAct";
import { fill, unitName, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { DataTable } from "@/ui/DataTable";
import { Fault } from "@/ui/Fault";
import { ReasonButton } from "@/ui/ReasonButton";
import { Section } from "@/ui/Section";
import { Tag } from "@/ui/Tag";
import { useToast } from "@/ui/toast";
import { AccountDrawer } from "./AccountDrawer";
import { OneTimePassword } from "./OneTimePassword";

type Given = { login: string; password: string };
/** What is asked about an account before it is done. */
type Asked = { kind: "disable" | "enable" | "password"; account: Account };

function Question({ asked, onClose, onGiven }: { asked: Asked; onClose: () => void; onGiven: (given: Given) => void }) {
  const t = useText("settings");
  const say = useToast();
  const { kind, account } = asked;
  const { run, busy, problem } = useAct(async () => {
    if (kind === "password") return orgs.new_password(account.id);
    await orgs.update_account(account.id, { disabled: kind === "disable" });
    return null;
  });
  const confirm = async () => {
    const answer = await run();
    if (!answer) return;
    if (answer.done) onGiven({ login: account.login, password: answer.done.one_time_password });
    else say(fill(kind === "disable" ? t.disable_done : t.enable_done, { login: account.login }));
    onClose();
  };
  const words = {
    password: { verb: t.one_time, hint: t.one_time_confirm },
    disable: { verb: t.disable, hint: t.disable_confirm },
    enable: { verb: t.enable, hint: t.enable_confirm },
  }[kind];
  return (
    <ConfirmDialog title={`${words.verb} · ${account.login}`} verb={words.verb} danger={kind === "disable"} busy={busy} onConfirm={() => void confirm()} onClose={onClose}>
      <p>{words.hint}</p>
      {problem && <Fault problem={problem} />}
    </ConfirmDialog>
  );
}

function StateTag({ account }: { account: Account }) {
  const t = useText("settings");
  if (account.disabled) return <Tag tone="behind">{t.disabled}</Tag>;
  return account.must_change_password ? <Tag tone="slow" hint={t.waiting_hint}>{t.waiting}</Tag> : <Tag tone="good">{t.active}</Tag>;
}

/** The table of accounts. */
export function Accounts() {
  const t = useText("settings");
  const common = useText("common");
  const { locale } = useLocale();
  const { data: session } = useSession();
  const { data, error, refetch } = useQuery({ queryKey: ["accounts"], queryFn: orgs.accounts });
  const why = useWhyNot("accounts.write");
  const [editing, setEditing] = useState<Account | "new" | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [given, setGiven] = useState<Given | null>(null);
  if (error) return <Fault problem={toProblem(error)} onRetry={() => void refetch()} />;
  const own = (account: Account) => account.id === session?.account.id;
  const acts = (account: Account) => (
    <span className="row-acts">
      <ReasonButton size="small" why={why} onClick={() => setEditing(account)}>{common.edit}</ReasonButton>
      <ReasonButton size="small" why={why ?? (own(account) ? t.own_password : null)} onClick={() => setAsked({ kind: "password", account })}>{t.one_time}</ReasonButton>
      <ReasonButton size="small" type="link" danger={!account.disabled} why={why ?? (own(account) ? t.own_disable : null)} onClick={() => setAsked({ kind: account.disabled ? "enable" : "disable", account })}>{account.disabled ? t.enable : t.disable}</ReasonButton>
    </span>
  );
  return (
    <Section title={t.accounts} hint={t.accounts_hint} flush actions={<ReasonButton size="small" type="primary" why={why} onClick={() => setEditing("new")}>{t.account_new}</ReasonButton>}>
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
          { key: "state", title: common.state, phone: "figure", render: (row) => <StateTag account={row} /> },
          { key: "act", title: "", phone: "plain", render: acts },
        ]}
      />
      {editing && <AccountDrawer account={editing === "new" ? null : editing} own={editing !== "new" && own(editing)} onClose={() => setEditing(null)} onGiven={setGiven} />}
      {asked && <Question asked={asked} onClose={() => setAsked(null)} onGiven={setGiven} />}
      {given && <OneTimePassword login={given.login} password={given.password} onClose={() => setGiven(null)} />}
    </Section>
  );
}
