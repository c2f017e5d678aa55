import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../clock/clock.ts';
import { DomainError } from '../errors.ts';
import type { Operation, Table } from '../table/table.ts';
import { maxOperations, WriteConflict } from '../table/table.ts';
import { hashPassword, passwordMatches, strongCost } from './password.ts';

export const Email = z
  .string()
  .transform((email) => email.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email().max(254));

/** NIST SP 800-63B: length is what counts; no rules on kinds of characters. */
export const Password = z.string().min(10).max(200);

export const NewAccount = z.object({
  email: Email,
  name: z.string().trim().min(1).max(200),
  password: Password,
  role: z.enum(['student', 'company', 'coordinator', 'referrer']),
});
export type NewAccount = z.input<typeof NewAccount>;

/**
 * Anyone may become a student, a company or a referrer, of whom the latter two act for nobody until they register or are
 * invited; coordinators are made by the operator.
 */
export const SignUp = NewAccount.extend({ role: z.enum(['student', 'company', 'referrer']) });
/** What was typed; `signUp` decides whether it will do. */
export type SignUp = Record<keyof z.input<typeof SignUp>, string>;

export const Account = z.object({
  subject: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['student', 'company', 'coordinator', 'referrer']),
  passwordHash: z.string(),
  createdAt: z.string(),
});
export type Account = z.infer<typeof Account>;

/** An account whose subject is chosen by the caller. */
export type KnownPerson = Pick<Account, 'subject' | 'email' | 'name' | 'role'>;

export interface Accounts {
  /** For the operator and the seed: any role. Throws `email_taken`, `invalid_account`. */
  create(account: NewAccount): Promise<Account>;
  /**
   * For the seed: people who share one password, hashed once and of any length. An address that has an account keeps it.
   */
  createAll(people: readonly KnownPerson[], password: string): Promise<void>;
  /** For anyone: student, company or referrer. Throws `email_taken`, `invalid_account`. */
  signUp(account: SignUp): Promise<Account>;
  /** The account, or undefined when there is none or the password is another; both take as long. */
  authenticate(email: string, password: string): Promise<Account | undefined>;
  find(subject: string): Promise<Account | undefined>;
}

const accountKey = (subject: string) => ({ pk: `ACCOUNT#${subject}`, sk: 'ACCOUNT' });
const emailKey = (email: string) => ({ pk: `ACCOUNT_EMAIL#${email}`, sk: 'GUARD' });
const Guard = z.object({ subject: z.string() });

const randomSubject = (): string => randomBytes(16).toString('base64url');

export function parseAccount<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({
    pointer: `/${path.join('/')}`,
    reason: message,
  }));
  throw new DomainError('invalid', 'invalid_account', 'Correct the fields that are named.', { fields });
}

/** The accounts of the embedded issuer. `cost` is scrypt's N, lower only where speed matters more than safety. */
export function accountsIn(deps: {
  table: Table;
  clock: Clock;
  newId?: () => string;
  cost?: number;
}): Accounts {
  const { table, clock, newId = randomSubject, cost = strongCost } = deps;
  const nobody = hashPassword('no account has this hash', cost);

  const find = async (subject: string): Promise<Account | undefined> => {
    const item = await table.get(accountKey(subject));
    return item && Account.parse(item.body);
  };

  const findByEmail = async (email: string): Promise<Account | undefined> => {
    const guard = await table.get(emailKey(email));
    return guard && find(Guard.parse(guard.body).subject);
  };

  const add = async ({ password, ...fields }: z.output<typeof NewAccount>): Promise<Account> => {
    const now = clock.now();
    const passwordHash = await hashPassword(password, cost);
    const account: Account = { subject: newId(), ...fields, passwordHash, createdAt: now };
    const stamp = { by: account.subject, action: 'account.create', at: now };
    try {
      await table.write([
        { put: { ...accountKey(account.subject), body: account, stamp }, if: { absent: true } },
        {
          put: { ...emailKey(account.email), body: { subject: account.subject }, stamp },
          if: { absent: true },
        },
      ]);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      throw new DomainError(
        'conflict',
        'email_taken',
        'This email address already has an account. Sign in with it.',
        {
          fields: [{ pointer: '/email', reason: 'has an account already' }],
        },
      );
    }
    return account;
  };

  const createAll = async (people: readonly KnownPerson[], password: string): Promise<void> => {
    const now = clock.now();
    const passwordHash = await hashPassword(password, cost);
    const writes = people.map(({ subject, email, name, role }): Operation[] => {
      const account: Account = { subject, email, name, role, passwordHash, createdAt: now };
      const stamp = { by: subject, action: 'account.create', at: now };
      return [
        { put: { ...accountKey(subject), body: account, stamp }, if: { absent: true } },
        { put: { ...emailKey(email), body: { subject }, stamp }, if: { absent: true } },
      ];
    });
    const guards = await Promise.all(people.map(({ email }) => table.get(emailKey(email))));
    const missing = writes.filter((_, index) => guards[index] === undefined);
    const atOnce = maxOperations / 2;
    for (let from = 0; from < missing.length; from += atOnce)
      await table.write(missing.slice(from, from + atOnce).flat());
  };

  return {
    createAll,
    create: async (account) => add(parseAccount(NewAccount, account)),
    signUp: async (account) => add(parseAccount(SignUp, account)),
    authenticate: async (email, password) => {
      const address = Email.safeParse(email).data;
      const account = address === undefined ? undefined : await findByEmail(address);
      const matches = await passwordMatches(password, account?.passwordHash ?? (await nobody));
      return matches ? account : undefined;
    },
    find,
  };
}
