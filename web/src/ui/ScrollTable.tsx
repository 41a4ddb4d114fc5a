/** The frame of a wide table: it scrolls sideways, and shows by a shadow and a button that more lies there. */
import { RightOutlined } from "@ant-design/icons";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useText } from "@/locales";

/** A scrolling region with its name; the table stands inside. */
export function ScrollTable({ label, children }: { label: string; children: ReactNode }) {
  const t = useText("common");
  const frame = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const node = frame.current;
    if (!node) return;
    const look = () => setMore(node.scrollWidth - node.clientWidth - node.scrollLeft > 4);
    look();
    node.addEventListener("scroll", look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(node);
    if (node.firstElementChild) watcher.observe(node.firstElementChild);
    return () => {
      node.removeEventListener("scroll", look);
      watcher.disconnect();
    };
  }, []);
  return (
    <div className={`scroll-frame ${more ? "scroll-more" : ""}`}>
      <div ref={frame} className="table-scroll" tabIndex={0} role="region" aria-label={label}>{children}</div>
      {more && <button type="button" className="scroll-on" title={t.scroll_on} aria-label={t.scroll_on} onClick={() => frame.current?.scrollBy({ left: frame.current.clientWidth / 2, behavior: "smooth" })}><RightOutlined aria-hidden /></button>}
    </div>
  );
}
