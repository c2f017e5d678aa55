import { afterAll, beforeAll, expect, it } from 'vitest';
import { notify } from '../../functions/changes/notify.ts';
import type { Change } from '../../functions/table/table.ts';
import { allChanges } from '../support/table.ts';
import { people, type World } from '../support/world.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Whoever is invited to a company is told, once, and by a letter that says the same to all. */
export const writesToInvited = (start: () => Promise<World>): void => {
  let world: World;
  beforeAll(async () => {
    world = await start();
  }, 120_000);
  afterAll(() => world?.stop());

  type Recruiting = typeof people.company | typeof people.otherCompany;
  const paramsOf = (as: Recruiting) => ({
    companyId: (as === people.company ? world.first : world.second).company.id,
  });
  const invite = async (as: Recruiting, email: string) => {
    const response = await world.request('inviteRecruiter', { as, params: paramsOf(as), body: { email } });
    return response.ok ? 'ok' : (await response.json()).code;
  };
  const takeBack = (as: Recruiting, email: string) =>
    world.ok('removeRecruiter', { as, params: { ...paramsOf(as), email } });
  const lettersTo = async (email: string) => {
    await world.settle();
    return (await world.deps.mail.received(email, { limit: 100 })).letters;
  };
  /** The word in the link that stops letters like the newest one. */
  const stopFrom = async (email: string): Promise<string> => {
    const [newest] = await lettersTo(email);
    return /\/unsubscribe\/([\w-]+)/.exec(newest?.text ?? '')?.[1] ?? '';
  };
  const moveOther = async (to: string) => {
    const params = paramsOf(people.otherCompany);
    const { version } = await world.ok('getCompany', { as: people.coordinator, params });
    const body = { to, reason: 'Nobody answers.' };
    await world.ok('moveCompany', { as: people.coordinator, params, body, ifMatch: version });
  };
  const invitedTo = async (email: string): Promise<Change> => {
    const all = await allChanges(world.deps.table);
    const found = all.find(({ key, stamp }) => stamp.action === 'recruiter.invite' && key.pk.endsWith(email));
    if (found === undefined) throw new Error('nobody was invited');
    return found;
  };

  it('somebody without an account gets one letter in both languages: who invites, and what to do', async () => {
    const email = 'unknown@example.com';
    expect(await invite(people.company, email)).toBe('ok');
    const [letter, ...more] = await lettersTo(email);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      subject: '样例科技1邀请你加入团队 / Sample Technology 1 invites you to its team',
      text: [
        '样例科技1邀请你加入团队，一起管理岗位和申请。请用这个邮箱注册企业账号或登录，然后接受或谢绝：',
        `${world.deps.site}/company/team`,
        '不认识这家企业？不用理会这封邮件。',
        '',
        'Sample Technology 1 invites you to its team, to work on its internships and applications. Create a company account with this address, or sign in, then accept or decline:',
        `${world.deps.site}/company/team`,
        'You do not know this company? Ignore this email.',
      ].join('\n'),
    });
    // Asked again, told again, or invited anew within 30 days: no second letter.
    expect(await invite(people.company, email)).toBe('ok');
    await notify.consume(world.deps, [await invitedTo(email)]);
    await takeBack(people.company, email);
    expect(await invite(people.company, email)).toBe('ok');
    expect(await lettersTo(email)).toHaveLength(1);
    // Another company is another matter.
    expect(await invite(people.otherCompany, email)).toBe('ok');
    expect(await lettersTo(email)).toHaveLength(2);
    for (const [days, letters] of [
      [1, 2],
      [28, 2],
      [1, 3],
      [29, 3],
      [1, 4],
    ] as const) {
      await takeBack(people.company, email);
      world.clock.advance(days * dayMs);
      expect(await invite(people.company, email)).toBe('ok');
      expect([days, (await lettersTo(email)).length]).toEqual([days, letters]);
    }
  });

  it('nobody is written to of an invitation that was taken back before', async () => {
    const email = 'early@example.com';
    const change = await invitedTo('unknown@example.com');
    const { after } = change;
    if (after === undefined) throw new Error('was removed');
    const body = { ...after.body, email };
    await notify.consume(world.deps, [{ ...change, after: { ...after, body } }]);
    expect(await lettersTo(email)).toEqual([]);
  });

  it('somebody who acts for another company is told in the inbox, and by a letter as they chose', async () => {
    const { email } = people.otherCompany;
    const noticesOf = async (as: Recruiting) => {
      await world.settle();
      const { items } = await world.ok('listNotices', { as });
      return items.filter(({ path }) => path === '/company/team');
    };
    const before = (await lettersTo(email)).length;
    expect(await invite(people.company, email)).toBe('ok');
    const notices = await noticesOf(people.otherCompany);
    expect(notices).toMatchObject([{ topic: 'invitation', about: { en: 'Sample Technology 1' } }]);
    expect(await noticesOf(people.company)).toEqual([]);
    expect(await lettersTo(email)).toHaveLength(before + 1);
    const invitation = await invitedTo(email);
    await notify.consume(world.deps, [invitation]);
    expect(await noticesOf(people.otherCompany)).toHaveLength(1);

    // Invited anew within 30 days it is the same notice, as its letter is the same.
    await takeBack(people.company, email);
    world.clock.advance(29 * dayMs);
    const { unread } = await world.ok('getInbox', { as: people.otherCompany });
    expect(await invite(people.company, email)).toBe('ok');
    expect(await noticesOf(people.otherCompany)).toEqual(notices);
    expect((await world.ok('getInbox', { as: people.otherCompany })).unread).toBe(unread);
    expect(await lettersTo(email)).toHaveLength(before + 1);

    await takeBack(people.company, email);
    world.clock.advance(dayMs);
    await world.ok('unsubscribe', { as: undefined, params: { token: await stopFrom(email) } });
    expect(await invite(people.company, email)).toBe('ok');
    expect(await noticesOf(people.otherCompany)).toHaveLength(2);
    expect(await lettersTo(email)).toHaveLength(before + 1);
    // What stops others' invitations stops nothing of the own company.
    await moveOther('suspended');
    const subjects = (await lettersTo(email)).map(({ subject }) => subject);
    expect(subjects.join('\n')).toContain('Your company is suspended');
    await moveOther('verified');
  });

  it('who declines is left alone by that company for 90 days, and it is told why', async () => {
    const as = { subject: 'company-30', role: 'company', email: 'No@example.com' } as const;
    const email = 'no@example.com';
    const decline = (from: Recruiting) =>
      world.request('answerCompanyInvitation', { as, params: paramsOf(from), body: { accept: false } });
    expect(await invite(people.company, email)).toBe('ok');
    expect(await lettersTo(email)).toHaveLength(1);
    expect((await decline(people.company)).status).toBe(204);
    expect((await decline(people.company)).status).toBe(404);
    const params = paramsOf(people.company);
    const again = await world.request('inviteRecruiter', { as: people.company, params, body: { email } });
    expect(await again.json()).toMatchObject({
      status: 409,
      code: 'invitation_declined',
      facts: { days: 90 },
      fields: [{ pointer: '/email', reason: 'declined an invitation from your company in the last 90 days' }],
    });
    expect((await world.ok('getMyData', { as })).held['asked']).toMatchObject([{ state: 'declined' }]);
    // Of another company nobody knows that.
    expect(await invite(people.otherCompany, email)).toBe('ok');
    expect(await lettersTo(email)).toHaveLength(2);
    await takeBack(people.otherCompany, email);
    world.clock.advance(90 * dayMs - 1);
    expect(await invite(people.company, email)).toBe('invitation_declined');
    world.clock.advance(1);
    expect(await invite(people.company, email)).toBe('ok');
    expect(await lettersTo(email)).toHaveLength(3);
    await takeBack(people.company, email);
  });

  it('an invitation that nobody answers lapses after 30 days, and can be made anew', async () => {
    const as = { subject: 'company-31', role: 'company', email: 'slow@example.com' } as const;
    const params = paramsOf(people.company);
    const seen = async () => {
      const { items } = await world.ok('listRecruiters', { as: people.company, params });
      const toMe = await world.ok('listCompanyInvitations', { as });
      return [items.filter(({ email }) => email === as.email).length, toMe.items.map(({ until }) => until)];
    };
    expect(await invite(people.company, as.email)).toBe('ok');
    const until = new Date(Date.parse(world.clock.now()) + 30 * dayMs).toISOString();
    world.clock.advance(30 * dayMs - 1);
    expect(await seen()).toEqual([1, [until]]);
    world.clock.advance(1);
    expect(await seen()).toEqual([0, []]);
    const accepting = { as, params, body: { accept: true } };
    expect((await world.request('answerCompanyInvitation', accepting)).status).toBe(404);
    expect(await invite(people.company, as.email)).toBe('ok');
    expect(await lettersTo(as.email)).toHaveLength(2);
    expect((await world.request('answerCompanyInvitation', accepting)).status).toBe(204);
    // Who acts for the company does so for good.
    world.clock.advance(31 * dayMs);
    expect(await seen()).toEqual([1, []]);
  });

  it('a company invites so many in a day, and so many who have not accepted', async () => {
    world.clock.advance(dayMs);
    const emails = Array.from({ length: 25 }, (_, index) => `many${index}@example.com`);
    const waiting = async () => {
      const { items } = await world.ok('listRecruiters', {
        as: people.otherCompany,
        params: paramsOf(people.otherCompany),
      });
      return items.filter((one) => one.waiting === true).map(({ email }) => email);
    };
    const had = (await waiting()).length;
    const answers = await Promise.all(emails.map((email) => invite(people.otherCompany, email)));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(20 - had);
    expect(await invite(people.otherCompany, 'late@example.com')).toBe('invitations_waiting');
    expect(await waiting()).toHaveLength(20);
    // Who is asked already may be asked again.
    const [asked = ''] = await waiting();
    expect(await invite(people.otherCompany, asked)).toBe('ok');
    for (const email of await waiting()) await takeBack(people.otherCompany, email);
    for (const email of ['one@example.com', 'two@example.com'].slice(0, had))
      expect(await invite(people.otherCompany, email)).toBe('ok');
    expect(await invite(people.otherCompany, 'late@example.com')).toBe('invitations_today');
    expect(await lettersTo('late@example.com')).toEqual([]);
    world.clock.advance(dayMs);
    expect(await invite(people.otherCompany, 'late@example.com')).toBe('ok');
    expect(await lettersTo('late@example.com')).toHaveLength(1);
  });
};
