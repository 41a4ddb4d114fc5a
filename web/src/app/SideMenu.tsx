/** The side menu, 184 px; on phones it stands in a drawer. */
import { Link, useLocation, useSearchParams } from "react-router";
import { useBoard, useMonth } from "@/api/useMonth";
import type { Session } from "@/api/contract";
import { clockTime } from "@/lib/month";
import { withQuery } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import { Logo } from "./Logo";
import { MENU, pageAt } from "./pages";

/** The pages that the account may see, and the time of the data at its foot. */
export function SideMenu({ session }: { session: Session }) {
  const t = useText("shell");
  const { locale } = useLocale();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const { month } = useMonth();
  const board = useBoard(session.permissions.includes("figures.read") ? month : null);
  const here = pageAt(pathname);
  return (
    <nav className="side" aria-label={t.menu}>
      <div className="side-brand">
        <Logo />
        <b>{t.product}</b>
        <span>{unitName(session.city, locale)}</span>
      </div>
      {MENU.map(({ group, pages }) => {
        const shown = pages.filter((page) => session.permissions.includes(page.permission));
        if (shown.length === 0) return null;
        return (
          <div key={group ?? "top"} className="side-group">
            {group && <p>{t[group]}</p>}
            <ul>
              {shown.map((page) => (
                <li key={page.word}>
                  <Link to={withQuery(page.path, { month: search.get("month") })} aria-current={page === here ? "page" : undefined}>
                    <page.Sign />
                    {t[page.word]}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {board.data?.data_at && (
        <p className="side-foot">
          {t.data_at}
          <time dateTime={board.data.data_at}>{clockTime(board.data.data_at)}</time>
        </p>
      )}
    </nav>
  );
}
