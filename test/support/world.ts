import type { Files } from '../../functions/files/files.ts';
import type { OperationName } from '../../functions/operations.ts';
import type { LocalRecord } from '../../infra/local/record.ts';
import type { SearchEngine } from '../../infra/local/search.ts';
import type { Post } from '../../functions/webhook/post.ts';
import { startApi } from './api.ts';
import { type CallOptions, type Data, dataOf } from './request.ts';
import { companyContent, cycleSettings, postingContent, profile } from './samples.ts';

export const people = {
  student: { subject: 'student-1', role: 'student', email: 'student1@example.com' },
  otherStudent: { subject: 'student-2', role: 'student', email: 'student2@example.com' },
  company: { subject: 'company-1', role: 'company', email: 'hr1@example.com' },
  otherCompany: { subject: 'company-2', role: 'company', email: 'hr2@example.com' },
  newCompany: { subject: 'company-3', role: 'company', email: 'hr3@example.com' },
  coordinator: { subject: 'coordinator-1', role: 'coordinator', email: 'coordinator@example.com' },
  referrer: { subject: 'referrer-1', role: 'referrer', email: 'union@example.com' },
  otherReferrer: { subject: 'referrer-2', role: 'referrer', email: 'workstation@example.com' },
  approver: { subject: 'coordinator-2', role: 'coordinator', email: 'approver@example.com' },
} as const;

/** A small cycle in the applying phase, made through the API: two companies, one published posting each, two students who applied. */
export const startWorld = async (engine?: SearchEngine, record?: LocalRecord, post?: Post, files?: Files) => {
  const api = await startApi({
    ...(engine && { engine }),
    ...(record && { record }),
    ...(post && { post }),
    ...(files && { files }),
  });
  /** Calls and parses the answer; a refusal fails the test with its problem. */
  const ok = async <N extends OperationName>(name: N, call: CallOptions): Promise<Data<N>> => {
    const response = await api.request(name, call);
    const text = await response.text();
    if (!response.ok) throw new Error(`${name}: ${response.status} ${text} ${JSON.stringify(api.entries)}`);
    return dataOf(name, text);
  };

  const made = await ok('createCycle', { as: people.coordinator, body: cycleSettings() });
  let cycle = await ok('moveCycle', {
    as: people.coordinator,
    params: { cycleId: made.id },
    body: { to: 'posting' },
    ifMatch: made.version,
  });

  const openPosting = async (as: typeof people.company | typeof people.otherCompany, number: number) => {
    let company = await ok('registerCompany', { as, body: companyContent(number) });
    const companyParams = { companyId: company.id };
    company = await ok('moveCompany', {
      as,
      params: companyParams,
      body: { to: 'submitted' },
      ifMatch: company.version,
    });
    company = await ok('moveCompany', {
      as: people.coordinator,
      params: companyParams,
      body: { to: 'verified' },
      ifMatch: company.version,
    });
    let posting = await ok('createPosting', { as, params: companyParams, body: postingContent() });
    const params = { postingId: posting.id };
    posting = await ok('movePosting', { as, params, body: { to: 'submitted' }, ifMatch: posting.version });
    posting = await ok('movePosting', {
      as: people.coordinator,
      params,
      body: { to: 'approved' },
      ifMatch: posting.version,
    });
    posting = await ok('movePosting', { as, params, body: { to: 'published' }, ifMatch: posting.version });
    return { company, posting };
  };
  const first = await openPosting(people.company, 1);
  const second = await openPosting(people.otherCompany, 2);

  cycle = await ok('moveCycle', {
    as: people.coordinator,
    params: { cycleId: cycle.id },
    body: { to: 'applying' },
    ifMatch: cycle.version,
  });
  // Who comes later is not told that applying has begun: what tests look at begins after this.
  await api.settle();
  for (const as of [people.student, people.otherStudent])
    await ok('saveProfile', { as, body: profile(), ifMatch: 0 });
  const apply = (as: typeof people.student | typeof people.otherStudent) =>
    ok('apply', { as, body: { postingId: first.posting.id, content: { answers: [] }, submit: true } });
  const application = await apply(people.student);
  const otherApplication = await apply(people.otherStudent);
  const round = (await ok('listRounds', { params: { cycleId: cycle.id } })).items[0];
  if (round === undefined) throw new Error('the cycle has no round');
  await api.settle();
  return { ...api, ok, cycle, round, first, second, application, otherApplication };
};
export type World = Awaited<ReturnType<typeof startWorld>>;
