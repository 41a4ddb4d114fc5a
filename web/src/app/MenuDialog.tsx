/** The side menu on a phone: a native dialog at the left edge, closed by Esc, the shade, or a choice. */
import { useEffect, useRef, type ReactNode } from "react";
import { useText } from "@/locales";

/** Shown while it is mounted. */
export function MenuDialog({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const t = useText("shell");
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="menu-dialog"
      aria-label={t.menu}
      onClose={onClose}
      onClick={(event) => {
        const target = event.target as HTMLElement;
        if (target === dialog.current || target.closest("a")) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
