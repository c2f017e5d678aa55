export interface FieldProblem {
  /** RFC 6901 pointer into the body: `/title`. */
  pointer: string;
  reason: string;
}

/** A refusal by the server (RFC 9457), or a request that never reached it (`offline`, status 0). */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  /** Stable; the page's sentence for it is `errors.CODE` of the shared dictionary. */
  readonly code: string;
  readonly fields: readonly FieldProblem[];
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: Partial<Pick<ApiProblem, 'fields' | 'facts'>> = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.fields = more.fields ?? [];
    this.facts = more.facts ?? {};
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const fieldsIn = (value: unknown): FieldProblem[] =>
  (Array.isArray(value) ? value : []).flatMap((field: unknown) =>
    isRecord(field) && typeof field['pointer'] === 'string' && typeof field['reason'] === 'string'
      ? [{ pointer: field['pointer'], reason: field['reason'] }]
      : [],
  );

const factsIn = (value: unknown): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).flatMap(([name, fact]) =>
      typeof fact === 'string' || typeof fact === 'number' ? [[name, fact]] : [],
    ),
  );

/** Reads an answer that is not 2xx, whoever wrote it: a gateway's HTML page becomes `throttled` or `internal`. */
export async function problemIn(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isRecord(body) && typeof body['code'] === 'string') {
    const detail = typeof body['detail'] === 'string' ? body['detail'] : body['code'];
    return new ApiProblem(response.status, body['code'], detail, {
      fields: fieldsIn(body['fields']),
      facts: factsIn(body['facts']),
    });
  }
  const code =
    response.status === 401 ? 'unauthenticated' : response.status === 429 ? 'throttled' : 'internal';
  return new ApiProblem(response.status, code, `HTTP ${response.status}`);
}

/** What was thrown, as a problem: anything else than a refusal is a request that did not get through. */
export const asProblem = (thrown: unknown): ApiProblem =>
  thrown instanceof ApiProblem ? thrown : new ApiProblem(0, 'offline', String(thrown));
