/** Who is signed in, and the way out. */
import { UserOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { session as calls } from "@/api/calls";
import type { Session } from "@/api/contract";
import { paths } from "@/lib/paths";
import { useLocale, useText } from "@/locales";
import { term } from "@/locales/term";

const PasswordDialog = lazy(() => import("@/features/session/PasswordDialog").then((m) => ({ default: m.PasswordDialog })));

/** Closes an open menu on Esc and on a click elsewhere. */
function useDismiss(open: boolean, close: () => void) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: MouseEvent) => {
      if (!place.current?.contains(event.target as Node)) close();
    };
    const escape = (event: KeyboardEvent) => event.key === "Escape" && close();
    document.addEventListener("mousedown", away);
    document.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("mousedown", away);
      document.removeEventListener("keydown", escape);
    };
  }, [open, close]);
  return place;
}

/** The account's name with its menu. */
export function AccountMenu({ session }: { session: Session }) {
  const t = useText("shell");
  const { locale } = useLocale();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [changing, setChanging] = useState(false);
  const [close] = useState(() => () => setOpen(false));
  const place = useDismiss(open, close);
  const id = useId();
  const signOut = async () => {
    await calls.remove().catch(() => undefined);
    client.clear();
    await navigate(paths.sign_in());
  };
  return (
    <div className="account" ref={place}>
      <button type="button" className="bare-button top-account" aria-expanded={open} aria-controls={id} aria-label={`${t.account}: ${session.account.name}`} onClick={() => setOpen(!open)}>
        <UserOutlined aria-hidden />
        <span>{session.account.name}</span>
      </button>
      <div id={id} className="account-menu" hidden={!open}>
        <p>{session.account.name}<small>{term("role", session.account.role, locale)} · {session.account.login}</small></p>
        <button type="button" className="bare-button" onClick={() => { close(); setChanging(true); }}>{t.change_password}</button>
        <button type="button" className="bare-button" onClick={() => void signOut()}>{t.sign_out}</button>
      </div>
      {changing && <Suspense><PasswordDialog onClose={() => setChanging(false)} /></Suspense>}
    </div>
  );
}
