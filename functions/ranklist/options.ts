import { isLive } from '../application/rules.ts';
import type { Application } from '../application/schema.ts';
import { applications, ofPosting, ofStudent } from '../application/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import { getPosting } from '../posting/store.ts';
import { postingViews } from '../posting/view.ts';
import { postingSeating } from '../seating/view.ts';
import { findStudent } from '../student/store.ts';
import type { Table } from '../table/table.ts';
import type { PostingRankListView, StudentRankListView } from './schema.ts';

/** What may stand in a list: live applications; those that are rankable may be certified. */
export interface Listable<Id extends string> {
  live: ReadonlySet<Id>;
  rankable: ReadonlySet<Id>;
}

const liveOf = async (list: AsyncIterable<Application>): Promise<Application[]> =>
  (await Array.fromAsync(list)).filter(({ state }) => isLive(state));

const studentApplications = async (table: Table, studentId: string, cycle: Cycle): Promise<Application[]> =>
  (await liveOf(applications.all(table, ofStudent(studentId)))).filter(({ cycleId }) => cycleId === cycle.id);

const listable = <Id extends string>(
  list: readonly Application[],
  idOf: (application: Application) => Id,
): Listable<Id> => ({
  live: new Set(list.map(idOf)),
  rankable: new Set(list.filter(({ state }) => state === 'rankable').map(idOf)),
});

export const listableByStudent = async (table: Table, studentId: string, cycle: Cycle) =>
  listable(await studentApplications(table, studentId, cycle), ({ postingId }) => postingId);
export const listableByPosting = async (table: Table, postingId: string) =>
  listable(await liveOf(applications.all(table, ofPosting(postingId))), ({ studentId }) => studentId);

/** The postings that a student may list, with their companies' names and how their seats are given. */
export const studentOptions = async (
  table: Table,
  studentId: string,
  cycle: Cycle,
): Promise<StudentRankListView['options']> => {
  const list = await studentApplications(table, studentId, cycle);
  const postings = await Promise.all(list.map(({ postingId }) => getPosting(table, postingId)));
  const views = await postingViews(table, postings);
  const seating = await Promise.all(postings.map((posting) => postingSeating(table, posting, 'other')));
  return views.map((posting, index) => ({
    id: posting.id,
    title: posting.content.title,
    note: posting.company.name,
    rankable: list[index]?.state === 'rankable',
    ...(seating[index] && { seating: seating[index] }),
  }));
};

/** The applicants that a posting may list, with where they study. */
export const postingOptions = async (
  table: Table,
  postingId: string,
): Promise<PostingRankListView['options']> => {
  const list = await liveOf(applications.all(table, ofPosting(postingId)));
  return Promise.all(
    list.map(async (application) => {
      const profile = (await findStudent(table, application.studentId))?.profile;
      const name = profile?.names?.preferred ?? '—';
      return {
        id: application.studentId,
        title: { zh: name, en: name },
        note: { en: profile?.university },
        rankable: application.state === 'rankable',
      };
    }),
  );
};
