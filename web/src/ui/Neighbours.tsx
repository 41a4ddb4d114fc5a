/** The way to the neighbours inside the result that one came from; rows hand it over as `state={{ result }}`. */
import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useLocation, useNavigate } from "react-router";
import { neighboursOf } from "@/lib/neighbours";
import { fill, useText } from "@/locales";
import { ReasonButton } from "./ReasonButton";

/** The record's place in the result that was handed over, and the records beside it; null outside any result. */
export function useNeighbours(id: string) {
  const location = useLocation();
  const state = location.state as { result?: string[] } | null;
  const found = neighboursOf(state?.result, id);
  return found && { ...found, state };
}

/** Two buttons with the place between them; nothing outside a result. */
export function Neighbours({ id, to }: { id: string; to: (id: string) => string }) {
  const t = useText("lists");
  const navigate = useNavigate();
  const found = useNeighbours(id);
  if (!found) return null;
  const { previous, next, place, total, state } = found;
  const go = (other: string | null) => other !== null && void navigate(to(other), { state });
  const before = previous === null ? t.first : fill(t.previous, { n: place - 1 });
  const after = next === null ? t.last : fill(t.next, { n: place + 1 });
  return (
    <span className="neighbours">
      <ReasonButton icon={<LeftOutlined />} why={previous === null ? before : null} title={previous === null ? undefined : before} aria-label={before} onClick={() => go(previous)} />
      <span>{fill(t.place, { n: place, total })}</span>
      <ReasonButton icon={<RightOutlined />} why={next === null ? after : null} title={next === null ? undefined : after} aria-label={after} onClick={() => go(next)} />
    </span>
  );
}
