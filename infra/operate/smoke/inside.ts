import { setTimeout } from 'node:timers/promises';
import type { Cast } from '../../local/cycle/cast.ts';
import { type Caller, refusalOf } from '../../local/cycle/client.ts';
import type { Look } from './look.ts';

type Role = 'coordinator' | 'company' | 'student';

const hasRole = async (caller: Caller, wanted: Role): Promise<string | undefined> => {
  const { role } = await caller.call('getMe');
  return role === wanted ? undefined : `${caller.email} is a ${role}`;
};

/** Resolves with what is wrong once the changes of this run are followed, or after two minutes. */
export const followed = async (coordinator: Caller): Promise<string | undefined> => {
  for (const end = Date.now() + 120_000; ;) {
    const state = await coordinator.call('getSearchState');
    const wrong = [
      ...(state.answeredBy === 'engine'
        ? []
        : [`searches are answered by ${state.answeredBy}: ${state.reason ?? ''}`]),
      // Where no place in the feed is noted, nobody can count them.
      ...((state.waitingChanges ?? 0) === 0 ? [] : [`${state.waitingChanges} changes wait to be followed`]),
    ];
    if (wrong.length === 0) return undefined;
    if (Date.now() > end) return wrong.join('; ');
    await setTimeout(1_000);
  }
};

/** Writes what is the student's own, sees that an old version is refused, and takes it away again. */
const writeAndRemove = async (student: Caller): Promise<string | undefined> => {
  const name = `smoke ${new Date().toISOString()}`;
  const body = { name, digest: false, lang: 'en', conditions: { q: name } } as const;
  const saved = await student.call('saveSearch', { body });
  const params = { savedSearchId: saved.id };
  const list = async () => (await student.call('listSavedSearches')).items.map(({ id }) => id);
  const wrong = [];
  if (!(await list()).includes(saved.id)) wrong.push('what was written is not there');
  const other = student.call('deleteSavedSearch', { params, ifMatch: saved.version + 1 });
  if ((await refusalOf(other)) !== 'stale_version')
    wrong.push('another version than the written one could be deleted');
  await student.call('deleteSavedSearch', { params, ifMatch: saved.version });
  if ((await list()).includes(saved.id)) wrong.push('what was deleted is still there');
  return wrong[0];
};

/** What people with accounts can ask; what is written is removed again. */
export const fromInside = async (cast: Cast): Promise<readonly Look[]> => {
  const student = await cast.student({ email: `smoke-${Date.now()}@student.example`, name: 'Smoke' });
  const [coordinator] = await cast.coordinators();
  return [
    { name: 'A student signs in as one', look: () => hasRole(student, 'student') },
    {
      name: 'A student may not do what coordinators do',
      look: async () => {
        const refusal = await refusalOf(student.call('getSearchState'));
        return refusal === 'not_allowed' ? undefined : `the answer was ${refusal ?? 'what was asked for'}`;
      },
    },
    { name: 'A student writes, reads and deletes', look: () => writeAndRemove(student) },
    ...(coordinator === undefined
      ? []
      : [
          { name: 'A coordinator signs in as one', look: () => hasRole(coordinator, 'coordinator') },
          { name: 'The search follows the record', look: () => followed(coordinator) },
        ]),
  ];
};
