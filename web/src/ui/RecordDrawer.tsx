/** The form of a record beside its page: its refusals, its draft, its verb. */
import { Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { FormDrawer } from "./FormDrawer";
import { DraftRestored, FormFoot } from "./FormFoot";
import { FormProblem, useFieldProblems, type FieldTold } from "./FormProblem";
import { useToast } from "./toast";
import { useDraft } from "./useDraft";

/** An act as `useAct` gives it. */
export interface Act<A extends unknown[], R = unknown> { run: (...args: A) => Promise<{ done: R } | null>; busy: boolean; problem: FieldTold | null }

interface Props<T, R> {
  title: string;
  verb: string;
  act: Act<[T], R>;
  /** What the fields hold at first. */
  first?: Partial<T>;
  /** The name that the draft is kept under; without one nothing is kept. */
  draft?: string;
  /** The open month, where the form books a fact. */
  month?: string | null;
  danger?: boolean;
  /** What is said when it worked. */
  done: string;
  onDone?: (done: R) => void;
  onClose: () => void;
  children: ReactNode | ((form: FormInstance<T>) => ReactNode);
}

/** Open while it is mounted. */
export function RecordDrawer<T extends object, R>({ title, verb, act, first, draft: name, month, danger, done, onDone, onClose, children }: Props<T, R>) {
  const [form] = Form.useForm<T>();
  const draft = useDraft<T>(name ?? "none");
  const kept = name ? draft.kept : null;
  const say = useToast();
  useFieldProblems(form, act.problem);
  const submit = async () => {
    // Fields that are shown only sometimes stay out of `onFinish`; what was read at first stays.
    const answer = await act.run({ ...first, ...form.getFieldsValue() } as T);
    if (!answer) return;
    if (name) draft.drop();
    say(done);
    onClose();
    onDone?.(answer.done);
  };
  return (
    <FormDrawer title={title} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        className="form"
        initialValues={{ ...first, ...kept }}
        scrollToFirstError
        onFinish={() => void submit()}
        onValuesChange={(_, all) => name && draft.keep(all as Partial<T>)}
      >
        <FormProblem problem={act.problem} />
        {name && <DraftRestored form={form} draft={{ kept, drop: draft.drop }} />}
        {typeof children === "function" ? children(form) : children}
        <FormFoot verb={verb} busy={act.busy} danger={danger} month={month} touched={Boolean(name) && draft.touched} onCancel={onClose} />
      </Form>
    </FormDrawer>
  );
}
