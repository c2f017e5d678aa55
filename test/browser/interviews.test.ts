import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationId } from '../../functions/ids.ts';
import { applications, ofStudent } from '../../functions/application/store.ts';
import { findSlot, interviewSlots, slotsOf } from '../../functions/interview/store.ts';
import { findCompany } from '../../functions/company/store.ts';
import { ofCompany, postings } from '../../functions/posting/store.ts';
import { companyOfRecruiter } from '../../functions/company/recruiters.ts';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { linXiaoyu, wutong } from '../../infra/local/seed/accounts.ts';
import enCompany from '../../web/i18n/en/interviews.ts';
import en from '../../web/i18n/en/interview.ts';
import zhCompany from '../../web/i18n/zh/interviews.ts';
import zh from '../../web/i18n/zh/interview.ts';
import { startSiteAt } from '../support/site-at.ts';
import { Visitor } from './visitor.ts';

/** A Monday; clocks in London go forward on the Sunday after. */
const now = '2026-03-23T08:00:00.000Z';

const readers = [
  {
    locale: 'en-GB',
    width: 1280,
    t: en,
    words: enCompany,
    change:
      /^Clocks in London go forward by 1 hr on 29 Mar 2026, 01:00\. Before then, Shanghai is 8 hrs ahead/,
    saturday: /^Saturday 28 March, 06:00–06:30 your time, Sat 28 Mar 14:00–14:30 in Shanghai, online/,
    wednesday: /^Wednesday 1 April, 07:00–07:30 your time, Wed 1 Apr 14:00–14:30 in Shanghai, online/,
    planned: '2 times would be offered',
    leftOut: '2 of these 3 times overlap others that you already offer, so they are left out.',
    left: 'Offer 1 time',
  },
  {
    locale: 'zh-CN',
    width: 360,
    t: zh,
    words: zhCompany,
    change: /^伦敦的时钟在2026年3月29日 01:00拨快1小时。 此前上海比你早8小时，此后比你早7小时。/,
    saturday: /^3月28日星期六，你的时间06:30–07:00，上海时间3月28日周六 14:30–15:00，线上/,
    wednesday: /^4月1日星期三，你的时间07:30–08:00，上海时间4月1日周三 14:30–15:00，线上/,
    planned: '将放出2个时间',
    leftOut: '这3个时间中有2个和你已放出的时间重叠，不会放出。',
    left: '放出这1个时间',
  },
] as const;

describe.skipIf(chromiumPath() === undefined)(
  'an interview is booked across a change of clocks',
  { timeout: 400_000 },
  () => {
    let site: Awaited<ReturnType<typeof startSiteAt>>;
    let applicationId: ApplicationId;
    let shortlistedBy: string;
    beforeAll(async () => {
      site = await startSiteAt(now);
      const { items } = await applications.list(site.deps.table, ofStudent(linXiaoyu.subject));
      const application = items.find(({ state }) => state === 'shortlisted');
      if (application === undefined) throw new Error('Nobody has shortlisted the student.');
      applicationId = application.id;
      shortlistedBy = application.postingId;
      expect(await findCompany(site.deps.table, application.companyId)).toBeDefined();
    });
    afterAll(() => site?.stop());

    const arrive = async (zone: string, options: { locale: 'en-GB' | 'zh-CN'; width: number }) => {
      const visitor = await Visitor.arrive(site.browser, site.origin, { ...options, zone });
      visitor.page.setDefaultTimeout(20_000);
      await visitor.page.clock.setFixedTime(now);
      return visitor;
    };

    /** Somebody else takes a time while the student still looks at it. */
    const takeMeanwhile = async (start: string): Promise<void> => {
      const found = (await slotsOf(site.deps.table, shortlistedBy)).find((slot) => slot.start === start);
      const slot = found && (await findSlot(site.deps.table, shortlistedBy, found.id));
      if (slot === undefined) throw new Error('There is no such time.');
      const by = { by: 'student:another', action: 'interview.booked', at: now };
      await site.deps.table.write([interviewSlots.update({ ...slot, taken: true }, by)]);
    };

    for (const [index, reader] of readers.entries()) {
      const { locale, width, t, words } = reader;
      it(`by a student in London: ${locale}, ${width} px`, async () => {
        const lin = await arrive('Europe/London', { locale, width });
        const { page } = lin;
        await lin.signIn(linXiaoyu);
        await lin.open(`/student/applications/${encodeURIComponent(applicationId)}`);
        await page.getByRole('link', { name: index === 0 ? t.way : t.wayBooked, exact: true }).click();
        await page.getByText(reader.change).waitFor();
        await lin.check('free times');
        const days = page.locator('.week > li:visible');
        expect(await days.count()).toBe(width > 1000 ? 7 : 4);

        // By keyboard: a time is chosen, asked about, taken by somebody else meanwhile, and said so in its place.
        const first = page.getByRole('button', { name: reader.saturday });
        await first.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('dialog').getByText(t.promise).waitFor();
        await lin.check('the question');
        await takeMeanwhile(index === 0 ? '2026-03-28T06:00:00.000Z' : '2026-03-28T06:30:00.000Z');
        await page.keyboard.press('Tab');
        const book = page.getByRole('dialog').getByRole('button', { name: t.book, exact: true });
        await book.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('alert').getByText(t.errors.slot_taken).waitFor();
        await first.waitFor({ state: 'detached' });
        expect(await page.locator(':focus').getAttribute('id')).toBe('day-2026-03-28');
        await lin.check('a time that was taken');

        // The week after: the same hour in Shanghai is an hour later in London.
        await lin.button(t.later).focus();
        await page.keyboard.press('Enter');
        await page.getByText(reader.change).waitFor({ state: 'detached' });
        await page.getByRole('button', { name: reader.wednesday }).focus();
        await page.keyboard.press('Enter');
        await book.focus();
        await page.keyboard.press('Enter');
        await page.getByText(t.done).waitFor();
        await expect.poll(() => page.locator(':focus').textContent()).toBe(t.done);
        await page.getByRole('link', { name: /https:\/\/meet\.example/ }).waitFor();
        await lin.check('a booked interview');

        const download = page.waitForEvent('download');
        await lin.button(t.calendar).click();
        const file = await readFile(await (await download).path(), 'utf8');
        expect(file).toContain(`DTSTART:20260401T06${index === 0 ? '00' : '30'}00Z\r\n`);

        await lin.open('/student');
        await page.getByRole('heading', { name: t.next }).waitFor();
        await lin.open(`/student/applications/${encodeURIComponent(applicationId)}/interview`);
        await lin.button(t.cancel).focus();
        await page.keyboard.press('Enter');
        await lin.check('calling it off');
        await page.getByRole('dialog').getByRole('button', { name: t.cancel, exact: true }).focus();
        await page.keyboard.press('Enter');
        await page.getByText(t.cancelled).waitFor();
        await page.getByRole('heading', { name: t.cancelledStudent }).waitFor();
        await lin.leave();
      });

      it(`offered by a recruiter in Shanghai: ${locale}, ${width} px`, async () => {
        const { table } = site.deps;
        const companyId = await companyOfRecruiter(table, wutong.email);
        const own = await postings.list(table, ofCompany(companyId ?? ''));
        const analysis = own.items.find(
          ({ content, state }) => content.title?.en === 'Data Analysis Intern' && state === 'published',
        );
        const recruiter = await arrive('Asia/Shanghai', { locale, width });
        const { page } = recruiter;
        await recruiter.signIn(wutong);
        await recruiter.open(`/company/postings/${analysis?.id}/interviews`);

        // What is missing is said beside its field; what was typed stays.
        await recruiter.button(words.preview).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('alert').getByRole('link').first().waitFor();
        await expect.poll(() => page.locator(':focus').getAttribute('class')).toBe('summary');
        await recruiter.check('nothing typed');
        const day = index === 0 ? '2026-03-30' : '2026-03-31';
        await page.getByLabel(words.from).fill(day);
        await page.getByLabel(words.to).fill(day);
        await page.getByLabel(words.end).fill('10:00');
        await page.getByLabel(words.url, { exact: true }).fill('https://meet.example/series');
        await recruiter.button(words.preview).click();
        await page.getByText(reader.planned).waitFor();
        expect(await page.locator(':focus').textContent()).toBe(reader.planned);
        await recruiter.check('a preview');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page
          .getByRole('status')
          .filter({ hasText: words.offered.other.replace('{count}', '2') })
          .waitFor();
        await recruiter.check('offered times');

        // The same hours and more: what overlaps is said, and the rest can be offered.
        await page.getByLabel(words.end).fill('10:30');
        await recruiter.button(words.preview).click();
        await page.getByText(reader.leftOut).waitFor();
        await recruiter.button(reader.left).waitFor();
        await recruiter.check('a preview of times that overlap');
        await recruiter.button(words.change).click();

        const back = page.getByRole('button', { name: new RegExp(`^${words.takeBack} ?(Mon|Tue|3月3)`) });
        const count = await back.count();
        await back.first().focus();
        await page.keyboard.press('Enter');
        await page.getByText(words.takenBack).waitFor();
        await expect.poll(() => back.count()).toBe(count - 1);

        if (index === 0) {
          await page.getByRole('button', { name: /^Call off the interview with/ }).focus();
          await page.keyboard.press('Enter');
          const dialog = page.getByRole('dialog');
          await dialog.getByRole('button', { name: words.cancel, exact: true }).click();
          await dialog.getByRole('alert').waitFor();
          await recruiter.check('no reason');
          await dialog.getByLabel(words.cancelReason).fill('The interviewer is travelling.');
          await dialog.getByRole('button', { name: words.cancel, exact: true }).click();
          await page.getByText(words.cancelled).waitFor();
        }
        await page.getByRole('button', { name: /^林晓雨(: missed|：未到)$/ }).click();
        await recruiter.check('how it went');
        await page.getByRole('dialog').getByRole('button', { name: words.record, exact: true }).click();
        await page.getByText(words.recorded).waitFor();
        await recruiter.leave();
      });
    }
  },
);
