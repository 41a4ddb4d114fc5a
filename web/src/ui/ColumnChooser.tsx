/** Which columns a table shows: a list with ticks; the first column always stays. */
import { AppstoreOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import type { ReactNode } from "react";
import { writeColumns, type Choosable } from "@/lib/columns";
import { useText } from "@/locales";

/** A column that can be chosen, with its name. */
export type Offered = Choosable & { title: ReactNode; unit?: ReactNode };

/** The button with its list. */
export function ColumnChooser({ columns, shown, onChoose }: { columns: readonly Offered[]; shown: readonly Choosable[]; onChoose: (text: string) => void }) {
  const t = useText("lists");
  const keys = new Set(shown.map((column) => column.key));
  const toggle = (key: string) => {
    const next = new Set(keys);
    if (!next.delete(key)) next.add(key);
    onChoose(writeColumns(columns, next));
  };
  const list = (
    <div className="tool-panel">
      {columns.filter((column) => column.title !== "").map((column) => (
        <Checkbox key={column.key} checked={keys.has(column.key)} disabled={column.fixed} onChange={() => toggle(column.key)}>{column.title}</Checkbox>
      ))}
      <p className="form-note">{t.columns_hint}</p>
      <Button size="small" onClick={() => onChoose("")}>{t.columns_reset}</Button>
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight" arrow={false}>
      <Button icon={<AppstoreOutlined />} className="tool-columns">{t.columns}</Button>
    </Popover>
  );
}
