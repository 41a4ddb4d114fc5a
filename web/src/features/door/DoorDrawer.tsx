/**
 * The number's door: a drawer with an address of its own. First the figure with its definition and the
 * list that adds up to it, then, one level deeper, the fact with its evidence. Esc goes one level up.
 */
import { ArrowLeftOutlined, CloseOutlined, LinkOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { useSearchParams } from "react-router";
import { closeDoor, levelUp, openFact, readDoor } from "@/lib/door";
import { useText } from "@/locales";
import { Empty } from "@/ui/Empty";
import { useToast } from "@/ui/toast";
import { usePhone } from "@/ui/usePhone";
import { FactLevel } from "./FactLevel";
import { FigureLevel } from "./FigureLevel";
import "./door.css";

/** The drawer of the address now. */
export function DoorDrawer() {
  const t = useText("door");
  const common = useText("common");
  const phone = usePhone();
  const say = useToast();
  const [search, setSearch] = useSearchParams();
  const door = readDoor(search.get("door"));
  const seq = Number(search.get("fact") ?? "0");
  const deep = Number.isSafeInteger(seq) && seq > 0;
  const up = () => setSearch(levelUp);
  const close = () => setSearch(closeDoor);
  const share = () => void navigator.clipboard?.writeText(location.href).then(() => say(common.copied));
  return (
    <Drawer
      open
      // Esc and the mask both come here: Esc climbs one level, the mask leaves.
      onClose={(event) => ("key" in event && event.key === "Escape" ? up() : close())}
      size={phone ? "100%" : 560}
      closable={false}
      className="door-drawer"
      title={
        <span className="door-head">
          {deep && <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t.up} onClick={up} />}
          <span>{t.title}</span>
        </span>
      }
      extra={
        <>
          <Button type="text" icon={<LinkOutlined />} aria-label={t.share} onClick={share} />
          <Button type="text" icon={<CloseOutlined />} aria-label={common.close} onClick={close} />
        </>
      }
    >
      {!door && <Empty title={t.broken} hint={t.broken_hint} />}
      {/* The list stays where it was while a fact is open over it. */}
      {door && (
        <div hidden={deep}>
          <FigureLevel door={door} onFact={(fact) => setSearch((now) => openFact(now, fact))} />
        </div>
      )}
      {door && deep && <FactLevel key={seq} seq={seq} unit={door.unit} onFact={(fact) => setSearch((now) => openFact(now, fact))} />}
    </Drawer>
  );
}
