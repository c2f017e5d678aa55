import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { type Cast, localCast } from '../../local/cycle/cast.ts';
import { type Caller, callerWithToken } from '../../local/cycle/client.ts';
import { inOneLine, OperatorRefused } from '../refusal.ts';

const Signed = z.object({ email: z.email(), token: z.string().min(1) });

/** Accounts made for looking after a deployment, with tokens that its issuer gave out for them. */
const People = z.strictObject({
  coordinators: z.array(Signed).default([]),
  companies: z.array(Signed).default([]),
  students: z.array(Signed).default([]),
});

/** Each person for one part. */
const castOf = (origin: string, people: z.infer<typeof People>): Cast => {
  const callers = (list: readonly z.infer<typeof Signed>[]): Caller[] =>
    list.map((one) => callerWithToken(origin, one));
  const [companies, students] = [callers(people.companies), callers(people.students)];
  const next = async (from: Caller[], kind: string): Promise<Caller> => {
    const caller = from.shift();
    if (caller === undefined)
      throw new OperatorRefused(`There are too few ${kind} among the people who are named.`);
    return caller;
  };
  return {
    coordinators: async () => callers(people.coordinators),
    recruiter: () => next(companies, 'companies'),
    student: () => next(students, 'students'),
  };
};

/**
 * Who signs in: people with tokens, from a file or from SMOKE_PEOPLE, whatever the issuer; or the demo accounts of a
 * local server and new ones beside them. Undefined when nobody is named.
 */
export const smokeCast = async (
  origin: string,
  { file, demo }: { file: string | undefined; demo: boolean },
): Promise<Cast | undefined> => {
  if (demo) return localCast(origin);
  const text =
    file === undefined ? process.env.SMOKE_PEOPLE : await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined && file === undefined) return undefined;
  try {
    return castOf(origin, People.parse(JSON.parse(text ?? '')));
  } catch (error) {
    const shape = '{"coordinators": [{"email": …, "token": …}], "companies": […], "students": […]}';
    throw new OperatorRefused(`${file ?? 'SMOKE_PEOPLE'} must be ${shape}: ${inOneLine(error)}`);
  }
};
