/** The real layout in grey while it loads. */
import { useText } from "@/locales";

/** So many grey lines; wide ones in front, as in a table. */
export function Skeleton({ lines = 6, height = 20 }: { lines?: number; height?: number }) {
  const t = useText("common");
  return (
    <div className="skeleton" role="status" aria-label={t.loading}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" style={{ height, width: `${96 - ((line * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
