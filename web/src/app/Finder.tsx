/** Ctrl-K finds anything: pages by name, records by name, pinyin, initials or code. Arrows move, Enter opens, Esc closes. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { Input, Modal } from "antd";
import { useState, type KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { findAnything } from "@/api/desk";
import { useSession } from "@/api/queries";
import { keepRecent, readRecent } from "@/lib/recent";
import { fill, useLocale, useText } from "@/locales";
import { useSettled } from "@/ui/useSettled";
import { foundGroups, pageGroup, recentGroup, type Hit, type HitGroup } from "./finding";
import { MENU } from "./pages";

const asking = (q: string) => ({ queryKey: ["find", q], queryFn: () => findAnything(q), staleTime: 30_000 });

/** The groups for the words; `found` is false while the newest words are still being looked for. */
function useGroups(words: string) {
  const { locale } = useLocale();
  const { data: session } = useSession();
  const typed = words.trim();
  const q = useSettled(typed, 150);
  const may = session?.permissions.includes("find.read") ?? false;
  const query = useQuery({ ...asking(q), enabled: may && q !== "", placeholderData: keepPreviousData });
  const pages = MENU.flatMap((group) => group.pages).filter((page) => session?.permissions.includes(page.permission));
  const named = pageGroup(pages, typed, locale);
  const groups: HitGroup[] = typed === "" ? [...recentGroup(readRecent(), locale), ...named] : [...named, ...foundGroups(query.data?.kinds ?? [], locale)];
  const found = !may || typed === "" || (q === typed && !query.isPlaceholderData && !query.isPending);
  return { groups, found, may, failed: query.isError && typed !== "", named, locale };
}

function Group({ group, chosen, onGo, onAt }: { group: HitGroup; chosen: Hit | undefined; onGo: (hit: Hit) => void; onAt: (hit: Hit) => void }) {
  return (
    <div role="group" aria-label={group.name}>
      <p className="finder-kind" aria-hidden>{group.name}</p>
      {group.hits.map((hit) => (
        <div key={hit.key} id={`hit-${hit.key}`} className="finder-hit" role="option" aria-selected={hit === chosen} onClick={() => onGo(hit)} onMouseMove={() => onAt(hit)}>
          <b>{hit.name}</b>
          <small>{hit.second}</small>
        </div>
      ))}
    </div>
  );
}

/** The dialog; it stays mounted so that the words are there when it opens again. */
export function Finder({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText("finder");
  const shell = useText("shell");
  const client = useQueryClient();
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const { groups, found, may, failed, named, locale } = useGroups(words);
  const hits = groups.flatMap((group) => group.hits);
  const chosen = hits[Math.min(at, hits.length - 1)];
  const type = (next: string) => {
    setWords(next);
    setAt(0);
  };
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    if (hit.words !== undefined) {
      type(hit.words);
      return;
    }
    keepRecent(words);
    onClose();
    void navigate(hit.path);
  };
  // Who types a code and presses Enter at once means what the server will answer, not what stands there yet.
  const enter = async () => {
    if (found || !may || at > 0) return go(chosen);
    const answer = await client.fetchQuery(asking(words.trim())).catch(() => ({ kinds: [] }));
    go([...named, ...foundGroups(answer.kinds, locale)][0]?.hits[0]);
  };
  const move = (to: number) => {
    setAt(to);
    document.getElementById(`hit-${hits[to]?.key}`)?.scrollIntoView({ block: "nearest" });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const index = Math.min(at, hits.length - 1);
    if (event.key === "ArrowDown") move(Math.min(index + 1, hits.length - 1));
    else if (event.key === "ArrowUp") move(Math.max(index - 1, 0));
    else if (event.key === "Enter") void enter();
    else return;
    event.preventDefault();
  };
  return (
    <Modal open={open} onCancel={onClose} footer={null} closable={false} width={620} title={<span className="hidden-words">{shell.find}</span>} className="finder" afterOpenChange={(now) => now && document.getElementById("finder-input")?.focus()}>
      <Input
        id="finder-input"
        size="large"
        allowClear
        autoComplete="off"
        value={words}
        placeholder={t.hint}
        aria-label={shell.find}
        role="combobox"
        aria-expanded
        aria-controls="finder-hits"
        aria-activedescendant={chosen ? `hit-${chosen.key}` : undefined}
        onKeyDown={keys}
        onChange={(event) => type(event.target.value)}
      />
      <div id="finder-hits" className="finder-hits" role="listbox" aria-label={shell.find} aria-busy={!found}>
        {groups.map((group) => <Group key={group.key} group={group} chosen={chosen} onGo={go} onAt={(hit) => setAt(hits.indexOf(hit))} />)}
      </div>
      {failed && <p className="notice notice-slow">{t.failed}</p>}
      {hits.length === 0 && found && !failed && <p className="finder-none" role="status">{fill(t.none, { words: words.trim() })}</p>}
      <p className="finder-keys" aria-hidden>{t.keys}</p>
    </Modal>
  );
}
