import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../infra/local/chromium.ts';
import { coordinator, demoPassword } from '../../infra/local/seed/accounts.ts';
import { callerOf } from '../../infra/local/cycle/client.ts';
import { startSite } from './site.ts';
import { Visitor } from './visitor.ts';

interface Seeded {
  /** Codes of a certificate of each state, and the signed file of the valid one. */
  issued: { code: string; file: string; name: string };
  revoked: { code: string };
  /** A student whose details are still to be confirmed. */
  waiting: string;
}

const words = {
  'en-GB': {
    title: 'Check a certificate',
    field: 'Code of the certificate',
    look: 'Check',
    wrong: /one character is wrong/,
    valid: 'Valid',
    revoked: /^Revoked on/,
    none: 'Not valid',
    paste: 'Or paste its content here',
    checkFile: 'Check the file',
    genuine: 'The file is genuine and unaltered',
    altered: /Altered after it was signed: who it is issued to/,
    unreadable: /not a certificate file/,
    statistics: 'Statistics of past cycles',
    confirm: 'Confirm and issue',
    issuedNow: 'Download the PDF',
    agree: 'Yes, you may ask me',
  },
  'zh-CN': {
    title: '查验实习证书',
    field: '证书编号',
    look: '查验',
    wrong: /有字符输错了/,
    valid: '有效',
    revoked: /撤销$/,
    none: '无效',
    paste: '或把文件内容粘贴在这里',
    checkFile: '核对文件',
    genuine: '文件真实，内容未改动',
    altered: /改动过：持有人/,
    unreadable: /不是证书文件/,
    statistics: '往期统计',
    confirm: '确认并签发',
    issuedNow: '下载PDF',
    agree: '愿意接受回访',
  },
} as const;

describe.skipIf(chromiumPath() === undefined)('the check of a certificate', () => {
  let site: Awaited<ReturnType<typeof startSite>>;
  let seeded: Seeded;
  beforeAll(async () => {
    site = await startSite();
    const { call } = await callerOf(site.origin, coordinator);
    const { items: cycles } = await call('listCycles', { query: {} });
    const ended = cycles.find(({ phase }) => phase === 'archived');
    if (ended === undefined) throw new Error('there is no cycle of last year');
    const { items } = await call('listCycleCertificates', {
      params: { cycleId: ended.id },
      query: { limit: 200 },
    });
    const [issued, revoked, eligible] = (['issued', 'revoked', 'eligible'] as const).map((state) =>
      items.find((one) => one.state === state),
    );
    const { code = '', file = '', holder } = issued ?? {};
    const emailOf = async (studentId = '') => (await call('getStudent', { params: { studentId } })).email;
    seeded = {
      issued: { code, file, name: holder?.passport ?? '' },
      revoked: { code: revoked?.code ?? '' },
      waiting: await emailOf(eligible?.studentId),
    };
  });
  afterAll(() => site?.stop());

  it.each([
    { locale: 'en-GB', width: 1280 },
    { locale: 'zh-CN', width: 360 },
  ] as const)(
    'answers plainly by code, then by file: $locale, $width px',
    async ({ locale, width }) => {
      const say = words[locale];
      const visitor = await Visitor.arrive(site.browser, site.origin, { locale, width });
      const { page } = visitor;
      await visitor.open('/certificates');
      const field = page.getByLabel(say.field, { exact: true });
      await field.fill('3333-4444');
      await visitor.button(say.look).click();
      await page.getByText(say.wrong).first().waitFor();
      await visitor.check('a code with a mistake');
      expect(await field.inputValue()).toBe('3333-4444');

      await field.fill(seeded.issued.code.toLowerCase().replaceAll('-', ' '));
      await visitor.button(say.look).click();
      await page.getByText(say.valid, { exact: true }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/certificates/${seeded.issued.code}`);
      await page.getByText(seeded.issued.name).first().waitFor();
      await visitor.check('a valid certificate');
      await visitor.open(`/certificates/${seeded.revoked.code}`);
      await page.getByText(say.revoked).waitFor();
      await visitor.open('/certificates/3333-3333-3333-3333-3333-3333');
      await page.getByText(say.none, { exact: true }).waitFor();

      await visitor.open('/certificates');
      const paste = page.getByLabel(say.paste, { exact: true });
      await paste.fill(seeded.issued.file);
      await visitor.button(say.checkFile).click();
      await page.getByText(say.genuine).waitFor();
      await visitor.check('a genuine file');
      await paste.fill(seeded.issued.file.replace(seeded.issued.name, 'SOMEBODY ELSE'));
      await visitor.button(say.checkFile).click();
      await page.getByText(say.altered).waitFor();
      await paste.fill('{}');
      await visitor.button(say.checkFile).click();
      await page.getByText(say.unreadable).waitFor();
      await visitor.check('a file that is none');
      await visitor.leave();
    },
    200_000,
  );

  it('is had by its student once the details are confirmed, under names that a coordinator corrected', async () => {
    const say = words['en-GB'];
    const staff = await Visitor.arrive(site.browser, site.origin);
    await staff.signIn(coordinator);
    await staff.open('/coordinator/certificates?state=eligible');
    await staff
      .button(/^Correct the names of/)
      .first()
      .click();
    await staff.check('names to correct');
    const dialog = staff.page.getByRole('dialog');
    await dialog.getByLabel(/^Name in the passport/).fill('CORRECTED NAME');
    await dialog.getByRole('button', { name: 'Correct the names', exact: true }).click();
    await dialog.getByRole('link', { name: 'Why: fill this in' }).waitFor();
    await dialog.getByLabel('Why').fill('The passport says so.');
    await dialog.getByRole('button', { name: 'Correct the names', exact: true }).click();
    await staff.page.getByText('Corrected. The student is told.').waitFor();
    await staff.check('corrected names');
    // The same on the page of that student, who has not confirmed yet.
    await staff.page.getByRole('rowheader').getByRole('link').first().click();
    await staff.page.getByRole('heading', { name: 'Account and consent' }).waitFor();
    await staff.button(/^Correct the names of/).click();
    expect(await dialog.getByLabel(/^Name in the passport/).inputValue()).toBe('CORRECTED NAME');
    await staff.check("a student's certificate");
    await staff.leave();
    const visitor = await Visitor.arrive(site.browser, site.origin);
    const { page } = visitor;
    // Somebody of last year: not among the people whom the sign-in page offers.
    await page.goto(`${site.origin}/student`);
    await page.getByRole('main').getByRole('button').first().click();
    await page.locator('input[name=email]').fill(seeded.waiting);
    await page.locator('input[name=password]').fill(demoPassword);
    await page.locator('input[name=password]').press('Enter');
    await page.waitForURL((url) => url.pathname === '/student');
    await visitor.ready();
    await visitor.open('/student/certificate');
    await page
      .getByText(/CORRECTED NAME/)
      .first()
      .waitFor();
    await visitor.button(say.confirm).click();
    await visitor.button(say.issuedNow).waitFor({ timeout: 20_000 });
    await visitor.check('an issued certificate');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      visitor.button(say.issuedNow).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^certificate-[\w-]{29}\.pdf$/);
    await visitor.open('/student/follow-up');
    await visitor.leave();
  }, 200_000);

  it('has statistics beside it', async () => {
    const visitor = await Visitor.arrive(site.browser, site.origin);
    await visitor.open('/statistics');
    await visitor.page.getByRole('table').first().waitFor();
    await visitor.leave();
  }, 100_000);
});
