import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluationOf } from '../../functions/evaluation/rules.ts';
import { evaluations } from '../../functions/evaluation/store.ts';
import { applications, ofStudent } from '../../functions/application/store.ts';
import { evaluationId, offerId, type RoundId, StudentId } from '../../functions/ids.ts';
import { placementOf } from '../../functions/placement/rules.ts';
import { placements } from '../../functions/placement/store.ts';
import { roundOfCycle } from '../../functions/round/store.ts';
import type { Operation } from '../../functions/table/table.ts';
import { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
import { linXiaoyu } from '../../infra/local/seed/accounts.ts';
import { daysAfter, hoursAfter } from '../../infra/local/seed/days.ts';
import { type RunningServer, startServer } from '../../infra/local/server.ts';
import en from '../../web/i18n/en/internship.ts';
import zh from '../../web/i18n/zh/internship.ts';
import { Visitor } from './visitor.ts';

/** An internship of the demonstration's student that began a month ago, with its evaluations open. */
const plant = async ({ deps }: RunningServer): Promise<RoundId> => {
  const studentId = StudentId.parse(linXiaoyu.subject);
  const { items } = await applications.list(deps.table, ofStudent(studentId));
  const [application] = items;
  if (application === undefined) throw new Error('The demonstration has no application.');
  const { postingId, companyId, cycleId } = application;
  const round = await roundOfCycle(deps.table, cycleId);
  if (round === undefined) throw new Error('The demonstration has no round.');
  const now = deps.clock.now();
  const today = now.slice(0, 10);
  const days = { startsOn: daysAfter(today, -30), endsOn: daysAfter(today, 20), zone: 'Asia/Shanghai' };
  const offer = {
    id: offerId(studentId, round.id),
    roundId: round.id,
    studentId,
    postingId,
    companyId,
    cycleId,
    state: 'accepted' as const,
    version: 1,
  };
  const placement = {
    ...placementOf(offer, days, now),
    state: 'active' as const,
    startedAt: now,
    version: 1,
  };
  const by = { by: 'system:test', action: 'evaluation.open', at: now };
  const open = (side: 'student' | 'company', kind: 'mid_term' | 'final'): Operation =>
    evaluations.create(
      {
        ...evaluationOf(placement, kind, side),
        state: 'open',
        opensAt: hoursAfter(now, -24),
        dueAt: hoursAfter(now, 24 * 6),
      },
      by,
    );
  await deps.table.write([
    placements.create(placement, { ...by, action: 'placement.active' }),
    open('student', 'mid_term'),
    open('student', 'final'),
    open('company', 'mid_term'),
  ]);
  return round.id;
};

describe.skipIf(chromiumPath() === undefined)('an evaluation', { timeout: 400_000 }, () => {
  let folder: string;
  let server: RunningServer;
  let browser: Browser;
  let roundId: RoundId;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evaluation-'));
    server = await startServer({
      port: 0,
      dataDir: folder,
      seed: 'demo',
      site: { root: join(folder, 'site'), build: true },
      log: () => {},
    });
    roundId = await plant(server);
    browser = await launchChromium(chromiumPath() ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    { locale: 'en-GB', width: 1280, words: en, kind: 'mid_term', scales: 3, texts: ['learned'] },
    { locale: 'zh-CN', width: 320, words: zh, kind: 'final', scales: 3, texts: ['work', 'learned'] },
  ] as const)(
    'is left half done, resumed, checked and submitted, $locale, $width px',
    async ({ words, kind, scales, texts, ...options }) => {
      const visitor = await Visitor.arrive(browser, server.origin, options);
      const { page } = visitor;
      const id = evaluationId(StudentId.parse(linXiaoyu.subject), roundId, kind, 'student');
      const path = `/student/evaluations/${encodeURIComponent(id)}`;
      await visitor.signIn(linXiaoyu);
      await visitor.open('/student/placement');
      await visitor.open(path);
      const groups = page.getByRole('main').getByRole('group');
      const area = page.getByRole('main').getByRole('textbox');
      const typed = '学会了用 SQL 查数据。';
      await groups.nth(0).getByRole('radio').nth(3).check();
      await area.nth(0).fill(typed);
      // Left within a moment of the last key: nothing waits for a button.
      const kept = page.waitForResponse((answer) => answer.url().endsWith('/draft') && answer.ok());
      await page.getByRole('link', { name: words.title, exact: true }).first().click();
      await page.getByRole('heading', { name: words.list.title }).waitFor();
      await kept;

      const resumed = async () => {
        await groups.nth(0).waitFor();
        expect(await groups.nth(0).getByRole('radio').nth(3).isChecked()).toBe(true);
        expect(await area.nth(0).inputValue()).toBe(typed);
      };
      await page.goBack();
      await page.getByRole('heading', { name: words.write.title[kind] }).waitFor();
      await resumed();
      await visitor.open(path);
      await resumed();
      await visitor.button(words.write.check).click();
      await page.getByRole('alert').waitFor();
      await visitor.check('what is missing');

      for (let index = 1; index < scales; index += 1)
        await groups.nth(index).getByRole('radio').nth(4).check();
      for (const [index] of texts.entries()) await area.nth(index).fill(typed);
      if (kind === 'final') await groups.nth(scales).getByRole('radio').first().check();
      await visitor.button(words.write.check).click();
      await page.getByRole('heading', { name: words.write.checkTitle }).waitFor();
      await visitor.check('the check');
      await visitor.button(words.write.submit).click();
      await page.getByText(typed).first().waitFor();
      await page.getByRole('button', { name: words.write.submit }).waitFor({ state: 'detached' });
      await page.reload();
      await visitor.ready();
      await visitor.check('submitted');
      expect(await page.getByRole('textbox').count()).toBe(0);
      await visitor.leave();
    },
  );
});
