/** Ctrl-K finds anything: pages, projects, companies. Arrows move, Enter opens, Esc closes. */
import { useQuery } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useDeferredValue, useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { work } from "@/api/calls";
import { useSession } from "@/api/queries";
import { paths } from "@/lib/paths";
import { unitName, useLocale, useText } from "@/locales";
import { MENU } from "./pages";

interface Hit { key: string; group: string; name: string; second: string; path: string }

function useHits(words: string): Hit[] {
  const t = useText("shell");
  const { locale } = useLocale();
  const { data: session } = useSession();
  const q = useDeferredValue(words.trim());
  const enabled = q.length > 0;
  const projects = useQuery({ queryKey: ["find", "projects", q], queryFn: () => work.projects({ q, limit: 6 }), enabled });
  const companies = useQuery({ queryKey: ["find", "companies", q], queryFn: () => work.companies({ q, limit: 4 }), enabled });
  const pages = MENU.flatMap((group) => group.pages).filter((page) => session?.permissions.includes(page.permission)).filter((page) => !q || t[page.word].toLowerCase().includes(q.toLowerCase()));
  return [
    ...(projects.data?.items ?? []).map((found) => ({ key: found.id, group: t.find_projects, name: found.name, second: `${found.code} · ${unitName(found.unit, locale)}`, path: paths.project(found.id) })),
    ...(companies.data?.items ?? []).map((found) => ({ key: found.id, group: t.find_companies, name: found.name, second: found.division?.name ?? "", path: paths.company(found.id) })),
    ...pages.map((page) => ({ key: page.word, group: t.find_pages, name: t[page.word], second: "", path: page.path })),
  ];
}

/** The dialog; it stays mounted so that the words are there when it opens again. */
export function Finder({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText("shell");
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const navigate = useNavigate();
  const hits = useHits(words);
  const chosen = Math.min(at, hits.length - 1);
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate(hit.path);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") setAt(Math.min(chosen + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") go(hits[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open={open} onCancel={onClose} footer={null} closable={false} width={560} title={<span className="hidden-words">{t.find}</span>} className="finder" afterOpenChange={(now) => now && document.getElementById("finder-input")?.focus()}>
      <Input
        id="finder-input"
        size="large"
        value={words}
        placeholder={t.find_hint}
        aria-label={t.find}
        role="combobox"
        aria-expanded
        aria-controls="finder-hits"
        aria-activedescendant={hits[chosen] ? `hit-${hits[chosen].key}` : undefined}
        onKeyDown={keys}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
      />
      <ul id="finder-hits" role="listbox" aria-label={t.find}>
        {hits.map((hit, index) => (
          <li key={hit.key} id={`hit-${hit.key}`} role="option" aria-selected={index === chosen} onClick={() => go(hit)} onMouseEnter={() => setAt(index)}>
            <small>{hit.group}</small>
            <b>{hit.name}</b>
            <small>{hit.second}</small>
          </li>
        ))}
      </ul>
      {hits.length === 0 && <p className="quiet">{t.find_none}</p>}
    </Modal>
  );
}
