import { callerOf } from '../../infra/local/cycle/client.ts';
import { linXiaoyu, referrer } from '../../infra/local/seed/accounts.ts';
import type { Person } from './person.ts';

/** How a person comes to a page that no link leads to; `exampleOf` gives the address of another route's example. */
type Way = (person: Person, exampleOf: (route: string) => string | undefined) => Promise<string | undefined>;

const addressOf = ({ page }: Person): string => page.url().slice(new URL(page.url()).origin.length);

const originOf = ({ page }: Person): string => new URL(page.url()).origin;

const spreadsheet = `岗位名称,岗位类别,工作方式,名额,每周工时,开始日期,结束日期
数据标注实习生,data,远程,2,20,2027-07-01,2027-08-31
海外内容运营实习生,content,远程,1,16,2027-07-01,2027-08-31
未填名额的岗位,data,远程,,20,2027-07-01,2027-08-31
`;

/** The first link of last year's internships, which the list shows when it is asked for them. */
const lastYearsInternship = async (person: Person): Promise<string | undefined> => {
  await person.open('/coordinator/placements');
  const year = await person.page.locator('main a[href*="cycle=cyc_"]').last().getAttribute('href');
  await person.open(year ?? '/coordinator/placements');
  return (await person.page.locator('main tbody a').first().getAttribute('href')) ?? undefined;
};

/** Pages that there are only once a round is published. */
export const unseeded: readonly string[] = ['/student/offers/:offerId/decline'];

/** Pages that something has to be done for; every other page of the site is found by links. */
export const waysTo: Readonly<Record<string, Way>> = {
  // The address of an invitation is shown once, to whoever makes it.
  '/join/:code': async (person) => {
    const { call } = await callerOf(originOf(person), referrer);
    const expiresAt = await person.page.evaluate(() => new Date(Date.now() + 86_400_000).toISOString());
    const { url } = await call('createInvitationLink', { body: { label: 'Fair', cap: 1, expiresAt } });
    return new URL(url, originOf(person)).pathname;
  },
  // It stands at the end of each letter; the address before it is where the letter was written.
  '/unsubscribe/:token': async (person) => {
    const { call } = await callerOf(originOf(person), linXiaoyu);
    const { items } = await call('listMyLetters', { query: { limit: 50 } });
    return items.map(({ text }) => /\/unsubscribe\/[\w.~%-]+/.exec(text)?.[0]).find(Boolean);
  },
  '/coordinator/rounds/:roundId/windows': async (_, exampleOf) => {
    const round = exampleOf('/coordinator/rounds/:roundId');
    return round === undefined ? undefined : `${round}/windows`;
  },
  '/company/postings/:postingId/compare': async (person, exampleOf) => {
    const applicants = exampleOf('/company/postings/:postingId/applicants');
    if (applicants === undefined) return undefined;
    await person.open(applicants);
    const boxes = person.page.locator(
      'main input[type=checkbox][name=compare], .applicants input[type=checkbox]',
    );
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    return (await person.page.locator('main a[href*="/compare?"]').getAttribute('href')) ?? undefined;
  },
  '/student/applications/:applicationId/interview': async (_, exampleOf) => {
    const application = exampleOf('/student/applications/:applicationId');
    return application === undefined ? undefined : `${application}/interview`;
  },
  '/coordinator/placements/:placementId': lastYearsInternship,
  '/coordinator/placements/:placementId/evaluations/:evaluationId': async (person) => {
    await person.open((await lastYearsInternship(person)) ?? '/coordinator/placements');
    return (
      (await person.page.locator('main a[href*="/evaluations/"]').first().getAttribute('href')) ?? undefined
    );
  },
  '/coordinator/import/:importId': async (person) => {
    await person.open('/coordinator/import');
    await person.page
      .locator('#import-file')
      .setInputFiles({ name: '岗位.csv', mimeType: 'text/csv', buffer: Buffer.from(spreadsheet) });
    await person.page.waitForURL(/\/coordinator\/import\/./);
    return addressOf(person);
  },
};
