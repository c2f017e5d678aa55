import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseDue } from '../../functions/rights/erase.ts';
import { companyContent } from '../support/samples.ts';
import { people, type World } from '../support/world.ts';

type Account = { subject: string; role: 'company'; email: string };
const account = (number: number): Account => ({
  subject: `company-${number}`,
  role: 'company',
  email: `late${number}@example.com`,
});
const codeOf = ({ registration }: ReturnType<typeof companyContent>): string =>
  registration.kind === 'cn' ? registration.code : registration.number;

/** Somebody registers what a colleague had registered already, and joins the colleague. */
export const givesUp = (start: () => Promise<World>): void => {
  let world: World;
  beforeAll(async () => {
    world = await start();
  }, 120_000);
  afterAll(() => world?.stop());

  const colleague = people.company;
  const toColleague = () => ({ companyId: world.first.company.id });
  const register = (as: Account) => world.ok('registerCompany', { as, body: companyContent(7) });
  const move = async (as: Account | typeof people.coordinator, companyId: string, to: string) => {
    const params = { companyId };
    const { version } = await world.ok('getCompany', { as: people.coordinator, params });
    await world.ok('moveCompany', { as, params, body: { to, reason: 'Not yours.' }, ifMatch: version });
  };
  const invite = (email: string) =>
    world.ok('inviteRecruiter', { as: colleague, params: toColleague(), body: { email } });
  const accept = async (as: Account, giveUp?: true) => {
    const response = await world.request('answerCompanyInvitation', {
      as,
      params: toColleague(),
      body: { accept: true, ...(giveUp && { giveUp }) },
    });
    return response.ok ? 'ok' : (await response.json()).code;
  };
  const leave = async (as: Account, companyId: string, query: { giveUp?: string } = { giveUp: 'true' }) => {
    const params = { companyId, email: as.email };
    const response = await world.request('removeRecruiter', { as, params, query });
    return response.ok ? 'ok' : (await response.json()).code;
  };
  const companyOf = async (as: Account) => (await world.ok('getMe', { as })).company?.id;
  const stateOf = async (companyId: string) => {
    const company = await world.ok('getCompany', { as: people.coordinator, params: { companyId } });
    return [company.state, 'reason' in company ? company.reason : undefined];
  };
  const givenUp = ['rejected', expect.stringContaining('gave it up')];

  it('whoever alone acts for a draft may leave it, and it is closed with that', async () => {
    const as = account(11);
    const draft = await register(as);
    // Nobody closes it without having said so.
    expect(await leave(as, draft.id, {})).toBe('last_recruiter');
    expect(await stateOf(draft.id)).toEqual(['draft', undefined]);
    expect(await companyOf(as)).toBe(draft.id);
    expect(await leave(as, draft.id)).toBe('ok');
    expect(await companyOf(as)).toBeUndefined();
    expect(await stateOf(draft.id)).toEqual(givenUp);
    await world.settle();
    const { items } = await world.ok('listAudit', {
      as: people.coordinator,
      query: { entity: draft.id },
    });
    expect(items.map(({ action, by }) => [action, by])).toContainEqual([
      'company.give_up',
      'company:company-11',
    ]);
    const anew = await register(as);
    expect(anew.id).not.toBe(draft.id);
  });

  it('an invitation is accepted in the place of a draft, when that is said and not before', async () => {
    const as = account(12);
    const draft = await register(as);
    await invite(as.email);
    expect(await accept(as)).toBe('already_recruiter');
    expect(await stateOf(draft.id)).toEqual(['draft', undefined]);
    expect(await companyOf(as)).toBe(draft.id);
    expect(await accept(as, true)).toBe('ok');
    expect(await companyOf(as)).toBe(world.first.company.id);
    expect(await stateOf(draft.id)).toEqual(givenUp);
    expect((await world.ok('listCompanyInvitations', { as })).items).toEqual([]);
    const { items } = await world.ok('listRecruiters', { as, params: toColleague() });
    expect(items.filter(({ email }) => email === as.email)).toMatchObject([
      { companyId: world.first.company.id },
    ]);
    // Whoever joined leaves like anybody else.
    expect(await leave(as, world.first.company.id, {})).toBe('ok');
  });

  it('an invitation that was taken back costs nobody a draft', async () => {
    const as = account(13);
    const draft = await register(as);
    await invite(as.email);
    await world.ok('removeRecruiter', { as: colleague, params: { ...toColleague(), email: as.email } });
    expect(await accept(as, true)).toBe('not_found');
    expect(await stateOf(draft.id)).toEqual(['draft', undefined]);
    expect(await companyOf(as)).toBe(draft.id);
  });

  it('a company that waits for a check, or passed it, is not left alone; one that was rejected is', async () => {
    const as = account(14);
    const { id } = await register(as);
    await move(as, id, 'submitted');
    await invite(as.email);
    expect(await leave(as, id)).toBe('last_recruiter');
    expect(await accept(as, true)).toBe('already_recruiter');
    expect(await stateOf(id)).toEqual(['submitted', undefined]);
    expect(await leave({ ...people.otherCompany }, world.second.company.id)).toBe('last_recruiter');
    await move(people.coordinator, id, 'rejected');
    expect(await accept(as, true)).toBe('ok');
    expect(await stateOf(id)).toEqual(['rejected', 'Not yours.']);
    expect(await companyOf(as)).toBe(world.first.company.id);
  });

  it('a company that was asked for more is given up either way, and its number is free with the same write', async () => {
    const [leaver, joiner, next] = [account(16), account(17), account(18)] as const;
    const content = companyContent(16);
    const submitted = async (as: Account) => {
      const { id } = await world.ok('registerCompany', { as, body: content });
      await move(as, id, 'submitted');
      await move(people.coordinator, id, 'needs_info');
      return id;
    };
    const first = await submitted(leaver);
    expect(await leave(leaver, first)).toBe('ok');
    expect(await stateOf(first)).toEqual(givenUp);

    const second = await submitted(joiner);
    await invite(joiner.email);
    expect(await accept(joiner)).toBe('already_recruiter');
    expect(await stateOf(second)).toEqual(['needs_info', 'Not yours.']);
    expect(await accept(joiner, true)).toBe('ok');
    expect(await stateOf(second)).toEqual(givenUp);
    expect(await companyOf(joiner)).toBe(world.first.company.id);

    const third = await world.ok('registerCompany', { as: next, body: content });
    const registration = { pk: `REGISTRATION#CN#${codeOf(content)}`, sk: 'REGISTRATION' };
    expect(await world.deps.table.get(registration)).toBeUndefined();
    await move(next, third.id, 'submitted');
    expect((await world.deps.table.get(registration))?.body).toEqual({ companyId: third.id });
  });

  it('who cannot leave is told what would help: a colleague for a verified company, else a decision', async () => {
    const as = account(19);
    const { id } = await world.ok('registerCompany', { as, body: companyContent(19) });
    await move(as, id, 'submitted');
    const told = async (who: Account | typeof people.otherCompany, companyId: string) => {
      const params = { companyId, email: who.email };
      return (await world.request('removeRecruiter', { as: who, params })).json();
    };
    expect(await told(people.otherCompany, world.second.company.id)).toMatchObject({
      code: 'last_recruiter',
      detail: expect.stringContaining('Invite a colleague'),
    });
    expect(await told(as, id)).toMatchObject({
      code: 'last_recruiter',
      detail: expect.not.stringContaining('Invite'),
    });
  });

  it('a draft is closed, too, when the account goes of whoever alone acts for it', async () => {
    const as = account(15);
    const draft = await register(as);
    await world.ok('requestDeletion', { as, body: { email: as.email, when: 'now', lang: 'en' } });
    for (let turn = 0; turn < 4; turn += 1) {
      await eraseDue(world.deps);
      await world.settle();
    }
    expect(await stateOf(draft.id)).toEqual(givenUp);
    const { items } = await world.ok('listRecruiters', {
      as: people.coordinator,
      params: { companyId: draft.id },
    });
    expect(items).toEqual([]);
  });
};
