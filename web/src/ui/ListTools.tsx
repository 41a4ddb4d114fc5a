/** The tools at the end of a list's filters: columns, saved views, print. */
import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useText } from "@/locales";
import type { Choosable } from "@/lib/columns";
import { ColumnChooser, type Offered } from "./ColumnChooser";
import { usePhone } from "./usePhone";
import { ViewMenu, type Views } from "./ViewMenu";

/** `columns` as `useColumns` gives them; `views` as `useViews` does, null for who may keep none. */
export function ListTools({ columns, views }: { columns?: { columns: readonly Offered[]; shown: readonly Choosable[]; choose: (text: string) => void } | null; views: Views | null }) {
  const t = useText("common");
  const phone = usePhone();
  return (
    <span className="list-tools">
      {views && <ViewMenu views={views} />}
      {columns && !phone && <ColumnChooser columns={columns.columns} shown={columns.shown} onChoose={columns.choose} />}
      {!phone && <Button icon={<PrinterOutlined />} title={t.print} aria-label={t.print} onClick={() => window.print()} />}
    </span>
  );
}
