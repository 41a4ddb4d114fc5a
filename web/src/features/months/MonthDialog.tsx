/** Closing a month cannot be undone lightly, so it asks; reopening needs a reason; opening needs a month. */
import { Form, Input } from "antd";
import { months } from "@/api/calls";
import type { MonthRow } from "@/api/contract";
import { useAct } from "@/api/useAct";
import { fill, useLocale, useText } from "@/locales";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { MonthField } from "@/ui/fields";
import { FormProblem, requiredRule, useFieldProblems } from "@/ui/FormProblem";
import { useToast } from "@/ui/toast";
import { CloseCheck } from "./CloseCheck";
import "./months.css";

/** What is to be done. */
export type MonthAct = { kind: "close"; row: MonthRow } | { kind: "reopen"; row: MonthRow } | { kind: "open" };

interface Typed { month?: string; reason?: string }

/** The question in a dialog. */
export function MonthDialog({ act, onClose }: { act: MonthAct; onClose: () => void }) {
  const t = useText("months");
  const { locale } = useLocale();
  const say = useToast();
  const [form] = Form.useForm<Typed>();
  const month = act.kind === "open" ? "" : act.row.month;
  const { run, busy, problem } = useAct(({ month: typed, reason }: Typed): Promise<unknown> => {
    if (act.kind === "close") return months.close(month);
    return act.kind === "reopen" ? months.reopen(month, reason ?? "") : months.open(typed ?? "");
  });
  useFieldProblems(form, problem);
  const words = {
    close: { title: t.close_title, hint: fill(t.close_hint, { month }), verb: t.close_confirm, done: t.closed },
    reopen: { title: t.reopen_title, hint: t.reopen_hint, verb: t.reopen_confirm, done: t.reopened },
    open: { title: t.open_first_title, hint: t.open_first_hint, verb: t.open_first, done: t.opened },
  }[act.kind];
  const submit = async (typed: Typed) => {
    if (!(await run(typed))) return;
    say(fill(words.done, { month: month || typed.month }));
    onClose();
  };
  return (
    <ConfirmDialog title={fill(words.title, { month })} verb={words.verb} danger={act.kind === "reopen"} busy={busy} onConfirm={() => form.submit()} onClose={onClose}>
      <p className="notice">{words.hint}</p>
      {act.kind === "close" && <CloseCheck month={month} />}
      <Form form={form} layout="vertical" onFinish={(typed) => void submit(typed)}>
        <FormProblem problem={problem} />
        {act.kind === "open" && <MonthField name="month" label={t.month} />}
        {act.kind === "reopen" && (
          <Form.Item name="reason" label={t.reason} rules={[requiredRule(t.reason, locale)]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        )}
      </Form>
    </ConfirmDialog>
  );
}
