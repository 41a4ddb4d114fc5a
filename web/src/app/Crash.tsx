/** A page that threw: the rest of the client goes on. */
import { useText } from "@/locales";
import { Empty } from "@/ui/Empty";

/** What happened, what is safe, what to do. */
export function Crash() {
  const t = useText("common");
  return <Empty title={t.crashed} hint={t.crashed_hint} action={<button type="button" className="bare-button line-button" onClick={() => location.reload()}>{t.reload}</button>} />;
}
