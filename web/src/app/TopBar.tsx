/** The top bar, 48 px: the page's name, what is under way, the demo mark, the search, the month with its state, the account. */
import { MenuOutlined, SearchOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import type { Session } from "@/api/contract";
import { useLocale, useText } from "@/locales";
import { AccountMenu } from "./AccountMenu";
import { MonthPicker } from "./MonthPicker";
import { pageAt } from "./pages";

/** Everything that is on every page. */
export function TopBar({ session, sign, onMenu, onFind }: { session: Session; sign: ReactNode; onMenu: () => void; onFind: () => void }) {
  const t = useText("shell");
  const { locale, setLocale } = useLocale();
  const { pathname } = useLocation();
  const page = pageAt(pathname);
  const seesData = session.permissions.includes("figures.read");
  return (
    <div className="top" role="banner">
      <button type="button" className="bare-button top-menu" aria-label={t.menu} onClick={onMenu}><MenuOutlined aria-hidden /></button>
      <span className="top-name">{page ? t[page.word] : t.product}</span>
      <div className="top-tools">
        {sign}
        {session.demo && <span className="demo-mark" title={t.demo_hint}>{t.demo}</span>}
        {seesData && (
          <>
            <button type="button" className="find-button" onClick={onFind} aria-label={t.find}>
              <SearchOutlined aria-hidden />
              <span>{t.find}</span>
              <kbd>Ctrl K</kbd>
            </button>
            <MonthPicker />
          </>
        )}
        <button type="button" className="bare-button top-language" aria-label={t.language_label} onClick={() => setLocale(locale === "zh" ? "en" : "zh")}>
          {t.language}
        </button>
        <AccountMenu session={session} />
      </div>
    </div>
  );
}
