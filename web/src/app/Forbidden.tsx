/** An address that the role may not open: said in plain words, with a way back. */
import { Link } from "react-router";
import type { Session } from "@/api/contract";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Empty } from "@/ui/Empty";
import { firstPage, pageAt } from "./pages";

/** Leads to the page above if that may be read, else to the first that may. */
export function Forbidden({ session, pathname }: { session: Session; pathname: string }) {
  const t = useText("entry");
  const shell = useText("shell");
  const { locale } = useLocale();
  const page = pageAt(pathname);
  const back = page && session.permissions.includes(page.permission) ? page : firstPage(session.permissions);
  const who = pathname.startsWith("/settings") ? t.forbidden_administrator : t.forbidden_bureau;
  return (
    <div className="page">
      <h1 className="hidden-words">{t.forbidden}</h1>
      <Empty
        title={t.forbidden}
        hint={fill(t.forbidden_hint, { role: term("role", session.account.role, locale), page: page ? shell[page.word] : pathname, who })}
        action={back && <Link to={back.path}>{fill(t.forbidden_back, { page: shell[back.word] })}</Link>}
      />
    </div>
  );
}
