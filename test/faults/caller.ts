import * as z from 'zod';
import type { Deps } from '../../functions/deps.ts';
import type { OperationName } from '../../functions/operations.ts';
import { type CallOptions, type Data, dataOf, type Person, requestOf } from '../support/request.ts';

const Bearer = z.object({
  subject: z.string(),
  role: z.enum(['student', 'company', 'coordinator', 'referrer']),
  email: z.string(),
});
const tokenOf = (person: Person): string => Buffer.from(JSON.stringify(person)).toString('base64url');

/** Believes a token what it says: nobody here has to be kept out, and no key has to be there. */
export const believing = (deps: Deps): Deps => ({
  ...deps,
  identity: {
    verify: async (token) => {
      const bearer = Bearer.parse(JSON.parse(Buffer.from(token, 'base64url').toString()));
      return { ...bearer, name: bearer.subject };
    },
  },
});

const Shown = z.object({ code: z.string(), detail: z.string() });

/** An answer that is not 2xx. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: string | null;

  constructor(name: OperationName, { status, headers }: Response, text: string) {
    const { code, detail } = Shown.parse(JSON.parse(text));
    super(`${name}: ${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
    this.retryAfter = headers.get('retry-after');
  }
}

/** Calls an operation; an answer that is not 2xx is thrown. */
export type Ask = <N extends OperationName>(name: N, call: CallOptions) => Promise<Data<N>>;

/** How a request gets to the API: within the process, or over HTTP. */
type Send = (path: string, init: RequestInit) => Response | Promise<Response>;

export const askBy =
  (send: Send): Ask =>
  async (name, call) => {
    const { path, ...init } = requestOf(name, call);
    if (call.as) init.headers.set('authorization', `Bearer ${tokenOf(call.as)}`);
    const response = await send(path, init);
    const text = await response.text();
    if (!response.ok) throw new Refused(name, response, text);
    return dataOf(name, text);
  };

/** Asks once more, from its beginning, as long as somebody else was faster or the product says to come back. */
export const patiently = async <T>(attempt: () => Promise<T>, most = 200): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const passes = error instanceof Refused && (error.status === 412 || error.status === 503);
      if (!passes || tries === most) throw error;
      if (error.status === 503) await new Promise((resolve) => setTimeout(resolve, 50 * Math.random()));
    }
  }
};
