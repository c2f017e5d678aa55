import { operations } from '../../../functions/operations.ts';
import { type Call, createClient } from '../../../web/api/client.ts';
import { ApiProblem } from '../../../web/api/problem.ts';
import { signIn, signUp } from '../sign-in.ts';

/** Someone with an account, and what they may call. */
export interface Caller {
  email: string;
  call: Call;
  /** The access token as it is now. */
  token: () => string;
}

export interface Credentials {
  email: string;
  password: string;
}

const operationMap = Object.fromEntries(
  Object.entries(operations).map(([name, { method, path }]) => [name, [method, path] as const]),
);

/** A call that was not answered as it should have been: names who asked for what. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer';
}

/** The typed client as one person; `renewed` signs in again when the token has run out. Refusals are thrown as `ApiProblem`. */
const callerWith = (
  origin: string,
  email: string,
  first: string,
  renewed?: () => Promise<string>,
): Caller => {
  let token = first;
  const call = createClient({
    fetch,
    base: `${origin}/v1`,
    operations: operationMap,
    token: () => token,
    renew: async () => {
      if (renewed === undefined) return false;
      token = await renewed();
      return true;
    },
  });
  const naming: Call = async (name, ...rest) => {
    try {
      return await call(name, ...rest);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      const fields = error.fields.map(({ pointer, reason }) => ` ${pointer} ${reason}.`).join('');
      throw new UnexpectedAnswer(
        `${email} called ${name}: ${error.status} ${error.code}: ${error.message}${fields}`,
        { cause: error },
      );
    }
  };
  return { email, call: naming, token: () => token };
};

/** Somebody whose token another issuer gave out; it is not renewed. */
export const callerWithToken = (origin: string, { email, token }: { email: string; token: string }): Caller =>
  callerWith(origin, email, token);

const signedIn = async (origin: string, { email, password }: Credentials, first: string): Promise<Caller> =>
  callerWith(origin, email, first, async () => (await signIn(origin, email, password)).accessToken);

/** Signs in on the sign-in page. Throws `SignInRefused`. */
export const callerOf = async (origin: string, credentials: Credentials): Promise<Caller> =>
  signedIn(origin, credentials, (await signIn(origin, credentials.email, credentials.password)).accessToken);

/** Creates an account on the sign-up page and is signed in with it. Throws `SignInRefused`. */
export const newCaller = async (
  origin: string,
  account: Credentials & { name: string; role: 'student' | 'company' | 'referrer' },
): Promise<Caller> => signedIn(origin, account, (await signUp(origin, account)).accessToken);

/** Waits for a refusal and answers its code; undefined when the call was let through. */
export const refusalOf = async (pending: Promise<unknown>): Promise<string | undefined> => {
  try {
    await pending;
    return undefined;
  } catch (error) {
    if (error instanceof UnexpectedAnswer && error.cause instanceof ApiProblem) return error.cause.code;
    throw error;
  }
};

type Page<T> = { items: T[]; next?: string | undefined };

/** Every entry of a list that is answered page by page. */
export const allPages = async <T>(read: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
};
