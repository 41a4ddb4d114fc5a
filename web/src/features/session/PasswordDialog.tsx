/** Changing one's own password at any time. */
import { Modal } from "antd";
import { useText } from "@/locales";
import { useToast } from "@/ui/toast";
import { PasswordForm } from "./PasswordForm";

/** The form in a dialog. */
export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useText("session");
  const common = useText("common");
  const say = useToast();
  return (
    <Modal open title={t.change_title} footer={null} onCancel={onClose} width={440}>
      <PasswordForm
        submitText={common.save}
        onDone={() => {
          say(t.changed);
          onClose();
        }}
      />
    </Modal>
  );
}
