/** The line of filters above a list; each keeps its place in the address. */
import { SearchOutlined } from "@ant-design/icons";
import { Button, Input, Select } from "antd";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useText } from "@/locales";

/** The filters, and a way to clear them all once one is set. `said` are the filters in words, for print. */
export function FilterBar({ children, active, onClear, said, tools }: { children: ReactNode; active: number; onClear: () => void; said?: readonly (string | false)[]; tools?: ReactNode }) {
  const t = useText("common");
  const lists = useText("lists");
  const [open, setOpen] = useState(false);
  const words = (said ?? []).filter(Boolean).join(" · ");
  return (
    <>
      <p className="print-filters">{lists.filtered}{t.colon}{words || lists.unfiltered}</p>
      <div className={`filters ${open ? "filters-open" : ""}`} role="search">
        {children}
        <button type="button" className="bare-button line-button filters-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>{t.filters}{active > 0 ? ` (${active})` : ""}</button>
        {active > 0 && <Button type="link" size="small" onClick={onClear}>{t.clear_filters}</Button>}
        {tools}
      </div>
    </>
  );
}

/** A search field that waits for the person to stop typing. */
export function SearchFilter({ value, onChange, placeholder }: { value: string; onChange: (value: string) => void; placeholder: string }) {
  const [typed, setTyped] = useState(value);
  const known = useRef(value);
  useEffect(() => {
    // The address changed from elsewhere (back, cleared): the field follows it.
    if (value !== known.current) {
      known.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === known.current) return;
    const timer = setTimeout(() => {
      known.current = typed;
      onChange(typed.trim());
    }, 250);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <Input className="filter-search" prefix={<SearchOutlined aria-hidden />} allowClear value={typed} placeholder={placeholder} aria-label={placeholder} onChange={(event) => setTyped(event.target.value)} />
  );
}

/** One choice out of a list, with its name in front; nothing chosen means all. */
export function ChoiceFilter({ label, value, options, onChange, all, width = 150 }: {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
  all?: string;
  width?: number;
}) {
  const t = useText("common");
  const id = useId();
  return (
    <span className="filter">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value}
        style={{ width }}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: "label" }}
        options={[{ value: "", label: all ?? t.all }, ...options]}
        onChange={onChange}
        aria-label={label}
      />
    </span>
  );
}
