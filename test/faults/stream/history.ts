import { makeDeps } from '../../support/deps.ts';
import { postingId, startMarket } from '../../support/market.ts';
import { companyContent, postingContent, profile } from '../../support/samples.ts';
import type { Person } from '../../support/request.ts';
import type { Ask } from '../caller.ts';
import { askIn } from '../crash/play.ts';
import { furnish, recruiter, student } from '../races/stage.ts';

export const now = '2026-03-20T08:00:00.000Z';
const coordinator: Person = { subject: 'runner', role: 'coordinator', email: 'runner@example.com' };
const students = 6;

const moveApplication = async (
  ask: Ask,
  [who, posting]: readonly [number, number],
  to: string,
  reason?: string,
) => {
  const params = { applicationId: `${student(who).subject}~${postingId(posting)}` };
  const { version } = await ask('getMyApplication', { as: student(who), params });
  await ask('moveApplication', {
    as: recruiter(posting),
    params,
    body: { to, ...(reason !== undefined && { reason }) },
    ifMatch: version,
  });
};

const movePosting = async (ask: Ask, as: Person, posting: number, body: { to: string; reason?: string }) => {
  const params = { postingId: postingId(posting) };
  const { version } = await ask('getPosting', { as, params });
  await ask('movePosting', { as, params, body, ifMatch: version });
};

/** A record in which much has happened that nobody has followed yet; says in which folder. */
export const makeHistory = async (): Promise<string> => {
  const deps = await makeDeps({ now });
  await startMarket([1, 1, 1, 1, 1], 0, deps);
  await furnish(deps.table, { phase: 'applying', cap: 5, postings: 5 });
  const ask = askIn(deps);
  for (let number = 1; number <= students; number += 1)
    for (const [version, weeklyHours] of [10, 20, 10 + number].entries())
      await ask('saveProfile', {
        as: student(number),
        body: { ...profile(), weeklyHours },
        ifMatch: version,
      });
  for (let number = 1; number <= students; number += 1)
    for (const posting of [1, 2, 3, 4])
      await ask('apply', {
        as: student(number),
        body: { postingId: postingId(posting), content: { answers: [] }, submit: posting < 4 || number > 2 },
      });
  await moveApplication(ask, [1, 1], 'not_selected', 'We look for more SQL.');
  await moveApplication(ask, [2, 2], 'not_selected', 'The team is full.');
  await moveApplication(ask, [2, 2], 'reviewing');
  await moveApplication(ask, [2, 2], 'shortlisted');
  await moveApplication(ask, [2, 2], 'rankable');
  for (const capacity of [2, 3, 4]) {
    const params = { postingId: postingId(1) };
    const { version } = await ask('getPosting', { as: recruiter(1), params });
    const body = { content: { ...postingContent(), capacity }, reason: 'More desks.' };
    await ask('updatePosting', { as: recruiter(1), params, body, ifMatch: version });
  }
  await movePosting(ask, coordinator, 3, { to: 'paused', reason: 'Under review.' });
  await movePosting(ask, recruiter(4), 4, { to: 'withdrawn', reason: 'No budget.' });
  const { company } = await ask('getMe', { as: recruiter(5) });
  const params = { companyId: company?.id ?? '' };
  const found = await ask('getCompany', { as: coordinator, params });
  await ask('moveCompany', {
    as: coordinator,
    params,
    body: { to: 'suspended', reason: 'The licence has ended.' },
    ifMatch: found.version,
  });
  const mine = await ask('getMe', { as: recruiter(2) });
  const own = { companyId: mine.company?.id ?? '' };
  const { version } = await ask('getCompany', { as: recruiter(2), params: own });
  const renamed = await ask('updateCompany', {
    as: recruiter(2),
    params: own,
    body: { ...companyContent(2), name: { zh: '新名', en: 'New Name' } },
    ifMatch: version,
  });
  await ask('decideCompanyChange', {
    as: coordinator,
    params: own,
    body: { accept: true },
    ifMatch: renamed.version,
  });
  return deps.folder;
};
