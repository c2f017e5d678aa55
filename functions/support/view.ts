import type { CoordinatorActor } from '../actor.ts';
import { hasReachedCompany } from '../application/rules.ts';
import { applications, ofPosting, ofStudent } from '../application/store.ts';
import { countBy } from '../count-by.ts';
import { recruiters, recruitersOf } from '../company/recruiters.ts';
import { getCompany } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { extensionsOf } from '../extension/store.ts';
import { missingFields } from '../fields.ts';
import type { CompanyId, StudentId } from '../ids.ts';
import { isRead } from '../notice/rules.ts';
import type { Inbox } from '../notice/schema.ts';
import { findInbox, noticesOf } from '../notice/store.ts';
import { offerViews } from '../offer/view.ts';
import { listCompanyOffers, listStudentOffers } from '../offer/store.ts';
import { findPosting, ofCompany, postings } from '../posting/store.ts';
import type { RankList } from '../ranklist/schema.ts';
import { postingList, studentList } from '../ranklist/store.ts';
import { roundsOfCycle } from '../round/store.ts';
import { searchesOf } from '../saved-search/store.ts';
import { Profile } from '../student/schema.ts';
import { getStudent } from '../student/store.ts';

const shown = 50;

const noticesSent = async (deps: Deps, inbox: Inbox) => {
  const [{ items }, state] = await Promise.all([
    noticesOf(deps.table, inbox, { limit: shown }),
    findInbox(deps.table, inbox),
  ]);
  return items.map((notice) => ({ ...notice, read: isRead(notice, state) }));
};

/** How far a list is, of those that were saved at all. What is on it is read by nobody here. */
const stateOf = ({ roundId, state, savedAt, certifiedAt, version }: RankList) =>
  version === 0 ? [] : [{ roundId, state, savedAt, certifiedAt }];

/** What a student sees. */
export const studentSupport = async (deps: Deps, studentId: StudentId, actor: CoordinatorActor) => {
  const { table } = deps;
  const student = await getStudent(table, studentId);
  const own = await Array.fromAsync(applications.all(table, ofStudent(studentId)));
  const cycleIds = [...new Set(own.map(({ cycleId }) => cycleId))];
  const rounds = (await Promise.all(cycleIds.map((id) => roundsOfCycle(table, id)))).flatMap(
    ({ items }) => items,
  );
  const lists = await Promise.all(rounds.map((round) => studentList(table, round, studentId)));
  const to = { kind: 'student', studentId } as const;
  return {
    student: { ...student, missing: missingFields(Profile, student.profile) },
    applications: await Promise.all(
      own.map(async (one) => ({
        ...one,
        title: (await findPosting(table, one.postingId))?.content.title ?? {},
      })),
    ),
    rankLists: lists.flatMap(stateOf),
    offers: await offerViews(
      table,
      (await listStudentOffers(table, studentId, { limit: shown })).items,
      actor,
    ),
    extensions: await extensionsOf(table, to),
    savedSearches: (await searchesOf(table, studentId)).length,
    notices: await noticesSent(deps, to),
  };
};

/** What a company sees: an application that was never sent is not among it. */
export const companySupport = async (deps: Deps, companyId: CompanyId, actor: CoordinatorActor) => {
  const { table } = deps;
  const company = await getCompany(table, companyId);
  const team = await Array.fromAsync(recruiters.all(table, recruitersOf(companyId)));
  const own = await Array.fromAsync(postings.all(table, ofCompany(companyId)));
  const cycleIds = [...new Set(own.map(({ cycleId }) => cycleId))];
  const rounds = await Promise.all(cycleIds.map((id) => roundsOfCycle(table, id)));
  const roundsIn = new Map(cycleIds.map((id, index) => [id, rounds[index]?.items ?? []] as const));
  return {
    company,
    recruiters: await Promise.all(
      team.map(async ({ email, invitedAt }) => ({
        email,
        invitedAt,
        notices: await noticesSent(deps, { kind: 'recruiter', companyId, email }),
      })),
    ),
    postings: await Promise.all(
      own.map(async ({ id, cycleId, state, content }) => {
        const sent = await Array.fromAsync(applications.all(table, ofPosting(id)));
        const inCycle = roundsIn.get(cycleId) ?? [];
        const lists = await Promise.all(inCycle.map((round) => postingList(table, round, id)));
        return {
          id,
          title: content.title ?? {},
          state,
          applications: countBy(sent.filter(hasReachedCompany).map((one) => one.state)),
          rankLists: lists.flatMap(stateOf),
        };
      }),
    ),
    offers: await offerViews(
      table,
      (await listCompanyOffers(table, companyId, { limit: shown })).items,
      actor,
    ),
    extensions: await extensionsOf(table, { kind: 'company', companyId }),
  };
};
