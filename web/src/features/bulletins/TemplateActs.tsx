/** Keeping a text as the office's own template: save as, save, rename, remove. Those that ship stay as they are. */
import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import type { BulletinTemplate } from "@/api/contract";
import { templates } from "@/api/desk";
import { useWhyNot } from "@/api/permits";
import { useAct } from "@/api/useAct";
import { fill, pick, useLocale, useText } from "@/locales";
import { ConfirmDialog } from "@/ui/ConfirmDialog";
import { ReasonButton } from "@/ui/ReasonButton";
import { useToast } from "@/ui/toast";
import { Faults } from "./Faults";
import { TemplateDialog } from "./TemplateDialog";

type Asking = "create" | "rename" | "remove";

/** The buttons under the text; `onKept` hears the code of what was saved, `onRemoved` that it is gone. */
export function TemplateActs({ template, body, changed, faulty, onKept, onRemoved }: {
  template: BulletinTemplate;
  body: string;
  changed: boolean;
  faulty: boolean;
  onKept: (code: string) => void;
  onRemoved: () => void;
}) {
  const t = useText("bulletins");
  const common = useText("common");
  const { locale } = useLocale();
  const say = useToast();
  const [asking, setAsking] = useState<Asking | null>(null);
  const barred = useWhyNot("bulletins.write");
  const why = barred ?? (faulty ? t.template_faulty : null);
  const name = pick(template.name, locale);
  const saving = useAct(() => templates.update(template.code, { body }));
  const removing = useAct(() => templates.remove(template.code));
  const save = async () => {
    if (!(await saving.run())) return;
    say(fill(t.template_saved, { name }));
    onKept(template.code);
  };
  const remove = async () => {
    const answer = await removing.run();
    setAsking(null);
    if (!answer) return;
    say(fill(t.template_removed, { name }));
    onRemoved();
  };
  const problem = saving.problem ?? removing.problem;
  return (
    <>
      {problem && <Faults problem={problem} />}
      <div className="form-foot template-acts">
        {template.own && <ReasonButton type="primary" ghost loading={saving.busy} why={why ?? (changed ? null : t.template_same)} onClick={() => void save()}>{t.template_save}</ReasonButton>}
        <ReasonButton why={why} onClick={() => setAsking("create")}>{t.template_save_as}</ReasonButton>
        {template.own && !barred && (
          <Dropdown trigger={["click"]} menu={{ items: [{ key: "rename", label: t.template_rename }, { key: "remove", label: t.template_remove, danger: true }], onClick: ({ key }) => setAsking(key as Asking) }}>
            <Button icon={<MoreOutlined />} aria-label={common.actions} title={common.actions} />
          </Dropdown>
        )}
      </div>
      {(asking === "create" || asking === "rename") && (
        <TemplateDialog
          template={asking === "rename" ? template : null}
          body={body}
          red_head={template.red_head}
          onKept={(code) => {
            setAsking(null);
            onKept(code);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === "remove" && (
        <ConfirmDialog title={fill(t.template_remove_title, { name })} verb={t.template_remove} danger busy={removing.busy} onConfirm={() => void remove()} onClose={() => setAsking(null)}>
          <p>{t.template_remove_hint}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
