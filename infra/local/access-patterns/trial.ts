import { applications, ofCycle as applicationsOf } from '../../../functions/application/store.ts';
import { recruiters } from '../../../functions/company/recruiters.ts';
import { allCompanies, companies } from '../../../functions/company/store.ts';
import { getCycle } from '../../../functions/cycle/store.ts';
import { applicationId, CompanyId, PostingId, StudentId } from '../../../functions/ids.ts';
import { ofCycle, postings } from '../../../functions/posting/store.ts';
import { students } from '../../../functions/student/store.ts';
import type { Operation } from '../../../functions/table/table.ts';
import { seasonFrom, settingsOf } from '../seed/season.ts';

import type { Caller } from '../cycle/client.ts';
import type { RunningServer } from '../server.ts';

const first = async <T>(list: AsyncIterable<T>): Promise<T> => {
  for await (const one of list) return one;
  throw new Error('The played cycle left nothing behind.');
};

/** A trial beside the played cycle, in which one student has applied to one company, and its removal. */
export const visitTrial = async ({ deps, settled }: RunningServer, coordinator: Caller): Promise<void> => {
  const { table } = deps;
  const body = { ...settingsOf(seasonFrom(deps.clock.now().slice(0, 10))), trial: true };
  const { id: cycleId, version } = await coordinator.call('createCycle', { body });
  // Whoever is here since then has come for the trial.
  const now = deps.clock.now();
  const by = { by: 'test', action: 'test', at: now };
  const played = await getCycle(table, 'current');
  const [company, posting, application] = await Promise.all([
    first(allCompanies(table)),
    first(postings.all(table, ofCycle(played.id))),
    first(applications.all(table, applicationsOf(played.id))),
  ]);
  const companyId = CompanyId.parse(`com_${deps.newId()}`);
  const postingId = PostingId.parse(`pos_${deps.newId()}`);
  const studentId = StudentId.parse('came-for-the-trial');
  const id = applicationId(studentId, postingId);
  const put = (kind: 'IMPORT' | 'BROADCAST', list: string): Operation => {
    const made = deps.newId();
    const index = { gsi1: { pk: list, sk: made } };
    return { put: { pk: `${kind}#${made}`, sk: kind, body: { id: made, cycleId }, index, stamp: by } };
  };
  await table.write([
    companies.create({ ...company, id: companyId, createdAt: now }, by),
    recruiters.create({ email: 'trial@company.example', companyId, invitedAt: now }, by),
    postings.create({ ...posting, id: postingId, cycleId, companyId }, by),
    students.create({ id: studentId, email: 'trial@student.example', profile: {}, updatedAt: now }, by),
    applications.create({ ...application, id, cycleId, studentId, postingId, companyId }, by),
    put('IMPORT', 'IMPORTS'),
    put('BROADCAST', `CYCLE#${cycleId}#BROADCASTS`),
  ]);
  await coordinator.call('closeSilentApplications', { params: { cycleId } });
  await settled();
  await coordinator.call('removeTrialCycle', { params: { cycleId }, ifMatch: version });
  await settled();
};
