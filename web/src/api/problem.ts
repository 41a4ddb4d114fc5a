/** What the server refused, as it said it (RFC 9457); the page translates the code. */
import type { ProblemBody } from "./contract";

/** A refusal or a fault, thrown by every call. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly fields: { field: string; code: string; params?: Record<string, unknown> }[];
  readonly request_id: string | undefined;

  constructor(body: ProblemBody) {
    super(body.title ?? body.code);
    this.status = body.status;
    this.code = body.code;
    this.params = body.params ?? {};
    this.fields = body.fields ?? [];
    this.request_id = body.request_id;
  }
}

/** The problem in whatever was thrown: a network that failed has a code of its own. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  return new Problem({ status: 0, code: "client.offline", title: String(thrown) });
}

/** The problem of an answer; an answer that is no problem document keeps at least its status. */
export function fromAnswer(status: number, body: unknown, requestId: string | null): Problem {
  const known = (body ?? {}) as Partial<ProblemBody>;
  return new Problem({
    ...known,
    status,
    code: known.code ?? `http.${status}`,
    request_id: known.request_id ?? requestId ?? undefined,
  });
}
