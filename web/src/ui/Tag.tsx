/** A short word about a record, in a quiet frame. */
import { Tooltip } from "antd";
import type { ReactNode } from "react";

/** Tones mean something: slow for what is late, behind for what is refused or reversed. */
export function Tag({ children, tone = "plain", hint }: { children: ReactNode; tone?: "plain" | "good" | "slow" | "behind" | "action"; hint?: string }) {
  const mark = <span className={`tag tag-${tone}`}>{children}</span>;
  return hint ? <Tooltip title={hint}>{mark}</Tooltip> : mark;
}
