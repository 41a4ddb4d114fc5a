/** What happened, what is safe, what to do; the request id in small. It stays on the page. */
import { fill, useLocale, useText } from "@/locales";
import { problemText } from "@/locales/problem";

/** The part of a problem that a person is told. */
export interface Told { code: string; params?: Record<string, unknown>; request_id?: string; status?: number }

/** Whether asking again may help: a network or a server recovers, a refusal (4xx) stays one. */
export function mayRecover({ status }: Told): boolean {
  return status === undefined || status < 400 || status >= 500 || status === 408 || status === 429;
}

/** A refusal or a fault in words, with a way to try again where trying may help. */
export function Fault({ problem, onRetry }: { problem: Told; onRetry?: () => void }) {
  const { locale } = useLocale();
  const t = useText("common");
  return (
    <div className="fault" role="alert">
      <p className="fault-title">{problemText(problem.code, problem.params, locale)}</p>
      <p className="fault-hint">
        {t.error_safe}
        {problem.request_id && <span className="fault-id">{fill(t.request_id, { id: problem.request_id })}</span>}
      </p>
      {onRetry && mayRecover(problem) && <button type="button" className="bare-button line-button" onClick={onRetry}>{t.retry}</button>}
    </div>
  );
}
