import type { CallOptions } from '../../../support/request.ts';
import { type people, startWorld, type World } from '../../../support/world.ts';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applicationId, type ApplicationId, PostingId, StudentId } from '../../../../functions/ids.ts';
import { type Ask, Refused } from '../../caller.ts';
import { askIn, type Play, type Step, stepping } from '../play.ts';
import { worldFacts } from './world-facts.ts';

/** A play in a small cycle that is taking applications. */
export const inWorld = (
  steps: readonly Step[],
  furnish: (world: World) => Promise<unknown> = async () => {},
): Play => ({
  prepare: async () => {
    const world = await startWorld();
    try {
      await furnish(world);
      await world.settle();
      const folder = mkdtempSync(join(tmpdir(), 'play-'));
      cpSync(world.folder, folder, { recursive: true });
      return { folder, now: world.clock.now() };
    } finally {
      await world.stop();
    }
  },
  ...stepping(steps),
  facts: async (deps) => {
    const ask = askIn(deps);
    return worldFacts(ask, await cycleOf(ask));
  },
});

export const cycleOf = async (ask: Ask) => (await ask('getCycle', { params: { cycleId: 'current' } })).id;

type Recruiter = typeof people.company | typeof people.otherCompany;
type Student = typeof people.student | typeof people.otherStudent;

/** The posting that a company began with. */
const postingOf = async (ask: Ask, as: Recruiter): Promise<PostingId> => {
  const { company } = await ask('getMe', { as });
  const { items } = await ask('listCompanyPostings', { as, params: { companyId: company?.id ?? '' } });
  return PostingId.parse(items.at(-1)?.id);
};

/** An application, by who made it to whose posting. */
export const applicationOf = async (
  ask: Ask,
  student: Student,
  recruiter: Recruiter,
): Promise<ApplicationId> => applicationId(StudentId.parse(student.subject), await postingOf(ask, recruiter));

/** What an application has been, in order; nothing when there is none. */
const statesOf = async (ask: Ask, student: Student, id: ApplicationId): Promise<string[]> => {
  try {
    const { history } = await ask('getMyApplication', { as: student, params: { applicationId: id } });
    return history.map(({ state }) => state);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return [];
    throw error;
  }
};

/** Applies under a key; a repeat is told that it was carried out, and must not apply twice. */
export const applying = (student: Student, recruiter: Recruiter, submit: boolean): Step => ({
  name: `${student.subject} applies to ${recruiter.subject}`,
  isRepeated: true,
  isDone: async (ask) =>
    (await statesOf(ask, student, await applicationOf(ask, student, recruiter))).length > 0,
  take: async (ask) => {
    const body = { postingId: await postingOf(ask, recruiter), content: { answers: [] }, submit };
    try {
      await ask('apply', { as: student, body, key: `${student.subject}-${recruiter.subject}` });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw error;
    }
  },
});

/** Moves an application on, once. */
export const moving = (
  [student, recruiter]: readonly [Student, Recruiter],
  by: Student | Recruiter,
  body: { to: string; reason?: string },
  { length }: { length: number },
): Step => ({
  name: `${by.subject} makes ${student.subject}'s application to ${recruiter.subject} ${body.to} (${length})`,
  isDone: async (ask) =>
    (await statesOf(ask, student, await applicationOf(ask, student, recruiter))).length >= length,
  take: async (ask) => {
    const params = { applicationId: await applicationOf(ask, student, recruiter) };
    const { version } = await ask('getMyApplication', { as: student, params });
    const call: CallOptions = { as: by, params, body, ifMatch: version };
    await ask('moveApplication', call);
  },
});
