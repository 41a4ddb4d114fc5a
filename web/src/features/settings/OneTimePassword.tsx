/** A one-time password: shown now and never again, so the dialog closes only by its own button. */
import { Button, Modal } from "antd";
import { fill, useText } from "@/locales";
import { useToast } from "@/ui/toast";

/** The password in large letters. */
export function OneTimePassword({ login, password, onClose }: { login: string; password: string; onClose: () => void }) {
  const t = useText("settings");
  const common = useText("common");
  const say = useToast();
  const copy = () => void navigator.clipboard?.writeText(password).then(() => say(common.copied));
  return (
    <Modal open title={t.one_time_title} closable={false} keyboard={false} mask={{ closable: false }} footer={[<Button key="copy" onClick={copy}>{common.copy}</Button>, <Button key="done" type="primary" onClick={onClose}>{t.one_time_done}</Button>]}>
      <p className="one-time"><code>{password}</code></p>
      <p className="form-note">{fill(t.one_time_hint, { login })}</p>
    </Modal>
  );
}
