/** A form beside the page: one column, 560 px at most, the whole window on phones. */
import { Drawer } from "antd";
import type { ReactNode } from "react";
import { usePhone } from "./usePhone";

/** Open while it is mounted. */
export function FormDrawer({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const phone = usePhone();
  return (
    <Drawer open title={title} onClose={onClose} size={phone ? "100%" : 480} destroyOnHidden>
      {children}
    </Drawer>
  );
}
