import { coordinators } from '../seed/accounts.ts';
import { type Caller, callerOf, newCaller } from './client.ts';

/** Somebody whom the cycle wants to play with. */
export interface Part {
  email: string;
  name: string;
}

/** Where those who play come from. A student or recruiter is somebody else at each call. */
export interface Cast {
  /** Two: one runs the round, the other approves. */
  coordinators(): Promise<readonly Caller[]>;
  recruiter(part: Part): Promise<Caller>;
  student(part: Part): Promise<Caller>;
}

/** Of everybody who signs up on the local server. */
export const password = 'a-long-summer';

/** The issuer of the local server: its demo coordinators, and everybody else as a new account. */
export const localCast = (origin: string): Cast => ({
  coordinators: () => Promise.all(coordinators.map((account) => callerOf(origin, account))),
  recruiter: (part) => newCaller(origin, { ...part, password, role: 'company' }),
  student: (part) => newCaller(origin, { ...part, password, role: 'student' }),
});
