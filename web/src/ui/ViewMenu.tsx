/** Saved views of a list: choose one, save what is seen as one, delete one; the address is how it is shared. */
import { CloseOutlined, DownOutlined, LinkOutlined } from "@ant-design/icons";
import { Button, Form, Input, Popover } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { openView, viewQuery } from "@/lib/views";
import { fill, useText } from "@/locales";
import { Fault, type Told } from "./Fault";
import { useToast } from "./toast";

/** The views of a page, and what may be done with them. */
export interface Views {
  items: readonly { id: string; name: string; query: string }[];
  problem: Told | null;
  save: (name: string, query: string) => Promise<boolean>;
  remove: (id: string) => Promise<boolean>;
}

function Saving({ views, query }: { views: Views; query: string }) {
  const t = useText("lists");
  const say = useToast();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const clean = name.trim();
  const save = async () => {
    if (clean === "") return;
    setBusy(true);
    if (await views.save(clean, query)) {
      say(fill(t.view_saved, { name: clean }));
      setName("");
    }
    setBusy(false);
  };
  return (
    <Form layout="vertical" className="view-saving" onFinish={() => void save()}>
      <label htmlFor="view-name">{t.view_save_as}</label>
      <div className="view-line">
        <Input id="view-name" value={name} maxLength={40} autoComplete="off" placeholder={t.view_name} onChange={(event) => setName(event.target.value)} />
        <Button type="primary" htmlType="submit" loading={busy}>{t.view_save}</Button>
      </div>
      {views.items.some((view) => view.name === clean) && <p className="form-note">{fill(t.view_replaces, { name: clean })}</p>}
    </Form>
  );
}

/** A deleted view can be brought back as long as the menu stands open. */
function Removed({ gone, views, onDone }: { gone: { name: string; query: string }; views: Views; onDone: () => void }) {
  const t = useText("lists");
  const back = async () => {
    if (await views.save(gone.name, gone.query)) onDone();
  };
  return <p className="notice" role="status">{fill(t.view_removed, { name: gone.name })} <Button type="link" size="small" onClick={() => void back()}>{t.view_undo}</Button></p>;
}

/** The button with its menu. */
export function ViewMenu({ views }: { views: Views }) {
  const t = useText("lists");
  const common = useText("common");
  const say = useToast();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState<{ name: string; query: string } | null>(null);
  const query = viewQuery(search);
  const current = views.items.find((view) => view.query === query);
  const choose = (next: string) => {
    setSearch((now) => openView(now, next));
    setOpen(false);
  };
  const remove = async (view: Views["items"][number]) => {
    if (await views.remove(view.id)) setGone(view);
  };
  const copy = () => void navigator.clipboard?.writeText(location.href).then(() => say(common.copied));
  const menu = (
    <div className="tool-panel view-panel">
      <b>{t.views_own}</b>
      {views.problem && <Fault problem={views.problem} />}
      {views.items.length === 0 && <p className="form-note">{t.views_empty}</p>}
      <ul>
        {views.items.length > 0 && <li><button type="button" className="bare-button" aria-current={query === ""} onClick={() => choose("")}>{t.view_all}</button></li>}
        {views.items.map((view) => (
          <li key={view.id}>
            <button type="button" className="bare-button" aria-current={view === current} onClick={() => choose(view.query)}>{view.name}</button>
            <Button type="text" size="small" icon={<CloseOutlined />} title={fill(t.view_remove, { name: view.name })} aria-label={fill(t.view_remove, { name: view.name })} onClick={() => void remove(view)} />
          </li>
        ))}
      </ul>
      {gone && <Removed gone={gone} views={views} onDone={() => setGone(null)} />}
      <Saving views={views} query={query} />
      <p className="form-note">{t.view_share} <Button type="link" size="small" icon={<LinkOutlined />} onClick={copy}>{t.copy_address}</Button></p>
    </div>
  );
  return (
    <Popover
      content={menu}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        if (!now) setGone(null);
      }}
    >
      <Button className="tool-views"><span className="tool-views-name">{current?.name ?? t.views}</span> <DownOutlined aria-hidden /></Button>
    </Popover>
  );
}
