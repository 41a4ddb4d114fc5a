/** The sheets of a workbook; what each was recognised as, and whether anything in it is refused. */
import type { Sheet } from "@/api/contract";
import { count } from "@/lib/format";
import { fill, useLocale, useText } from "@/locales";
import { term } from "@/locales/term";
import { Tag } from "@/ui/Tag";
import { useKindName } from "./kinds";

/** One button per sheet. */
export function SheetTabs({ sheets, chosen, onChoose }: { sheets: Sheet[]; chosen: string; onChoose: (sheet: string) => void }) {
  const t = useText("imports");
  const { locale } = useLocale();
  const kindName = useKindName();
  return (
    <div className="sheet-tabs" role="group" aria-label={t.sheets}>
      {sheets.map((sheet) => (
        <button key={sheet.sheet} type="button" className="bare-button sheet-tab" aria-pressed={sheet.sheet === chosen} onClick={() => onChoose(sheet.sheet)}>
          <b>{sheet.sheet}</b>
          <small>{sheet.kind ? `${kindName(sheet.kind)} · ${fill(t.sheet_rows, { n: count(sheet.rows) })}` : t.sheet_ignored}</small>
          {sheet.hidden && <Tag>{t.sheet_hidden}</Tag>}
          {sheet.counts.refused > 0 && <Tag tone="behind">{term("import_status", "refused", locale)} {sheet.counts.refused}</Tag>}
        </button>
      ))}
    </div>
  );
}
