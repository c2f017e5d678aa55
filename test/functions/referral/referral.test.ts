import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReferral, referrals } from '../../../functions/referral/store.ts';
import { everyItem } from '../../../functions/table/every.ts';
import type { Person } from '../../support/request.ts';
import { profile } from '../../support/samples.ts';
import { addReferrer, makeLink } from '../../support/partners.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await addReferrer(world);
  await addReferrer(world, people.otherReferrer.email);
});
afterAll(() => world.stop());

let count = 0;
const newStudent = (): Person => {
  count += 1;
  return { subject: `fresh-${count}`, role: 'student', email: `fresh-${count}@example.com` };
};
const joinBy = (as: Person, code: string) => world.request('joinByInvitation', { as, params: { code } });
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code; // oxlint-disable-line typescript/no-unsafe-type-assertion -- a test's own reading
const consentTo = async (as: Person, given: boolean) => {
  const { referral, consentVersion } = await world.ok('getReferral', { as });
  const body = { consent: given ? consentVersion : null };
  return world.ok('setReferralConsent', { as, body, ifMatch: referral?.version ?? 0 });
};
const seenBy = async (as: Person = people.referrer) => (await world.ok('listReferredStudents', { as })).items;

describe('a link', () => {
  it('sets who brought a student, once, and says so to both', async () => {
    const link = await makeLink(world, { cap: 2 });
    expect(await world.ok('getInvitation', { params: { code: link.code } })).toMatchObject({
      referrer: { name: { en: 'Test union' }, kind: 'student_union' },
      state: 'open',
    });
    const as = newStudent();
    expect((await joinBy(as, link.code)).status).toBe(200);
    expect((await joinBy(as, link.code)).status).toBe(200);
    expect((await world.ok('getReferral', { as })).referral?.referrer.name.en).toBe('Test union');
    const { items } = await world.ok('listInvitationLinks', { as: people.referrer });
    expect(items.find(({ id }) => id === link.id)).toMatchObject({ used: 1, cap: 2, state: 'open' });
  });

  it('that is unknown, used, over or taken back says which, and what to do', async () => {
    const single = await makeLink(world, { cap: 1 });
    expect((await joinBy(newStudent(), single.code)).status).toBe(200);
    const short = await makeLink(world, { expiresAt: '2026-03-20T09:00:00.000Z' });
    const revoked = await makeLink(world);
    await world.ok('revokeInvitationLink', {
      as: people.referrer,
      params: { linkId: revoked.id },
      ifMatch: 1,
    });
    world.clock.advance(2 * 60 * 60 * 1000);
    const refusals = await Promise.all(
      [single.code, short.code, revoked.code, 'a'.repeat(26)].map(async (code) =>
        codeOf(await joinBy(newStudent(), code)),
      ),
    );
    expect(refusals).toEqual([
      'invitation_used', 'invitation_expired', 'invitation_revoked', 'invitation_unknown',
    ]); // prettier-ignore
  });

  it('lets no more join than it has places, however many come at once', async () => {
    const link = await makeLink(world, { cap: 3 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => joinBy(newStudent(), link.code)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(new Set(await Promise.all(answers.filter(({ ok }) => !ok).map(codeOf)))).toEqual(
      new Set(['invitation_used']),
    );
    const { items } = await world.ok('listInvitationLinks', { as: people.referrer });
    expect(items.find(({ id }) => id === link.id)).toMatchObject({ used: 3, state: 'used' });
  });

  it('of another referrer changes nothing of a student who was brought before, nor is it used', async () => {
    const as = newStudent();
    await joinBy(as, (await makeLink(world)).code);
    const other = await makeLink(world, { cap: 1 }, people.otherReferrer);
    expect(await codeOf(await joinBy(as, other.code))).toBe('already_referred');
    expect((await world.ok('getInvitation', { params: { code: other.code } })).state).toBe('open');
  });

  it('joins students alone, and belongs to the referrer that made it', async () => {
    const link = await makeLink(world);
    for (const as of [people.referrer, people.company, people.coordinator])
      expect((await joinBy(as, link.code)).status).toBe(403);
    const asOther = { as: people.otherReferrer, params: { linkId: link.id }, ifMatch: 1 };
    expect((await world.request('revokeInvitationLink', asOther)).status).toBe(404);
  });

  it('is nowhere in the record by its code, not even as an answer that is kept for a repeat', async () => {
    const body = { label: 'secret', cap: 1, expiresAt: '2026-06-01T00:00:00.000Z' };
    const call = { as: people.referrer, body, key: 'once' };
    const { url } = await world.ok('createInvitationLink', call);
    const code = url.slice(url.lastIndexOf('/') + 1);
    expect(code).toMatch(/^[a-z0-9]{26}$/);
    const { changes } = await world.deps.table.changes(undefined, 1_000);
    const written = JSON.stringify(changes);
    expect(written).toContain('INVITATION_CODE#');
    expect(written).not.toContain(code);
    const repeat = await world.request('createInvitationLink', call);
    expect([repeat.status, await codeOf(repeat)]).toEqual([409, 'already_under_way']);
  });
});

describe('a referrer', () => {
  it('sees nobody by name without consent, with it what is listed and no more, and nobody once it is taken back', async () => {
    const as = newStudent();
    await world.ok('saveProfile', { as, body: profile(), ifMatch: 0 });
    await joinBy(as, (await makeLink(world)).code);
    expect(await seenBy()).toEqual([]);
    expect((await consentTo(as, true)).shows).toEqual(['preferred_name', 'university', 'progress']);
    const seen = await seenBy();
    expect(seen).toEqual([
      { name: profile().names.preferred, university: profile().university, progress: 'profile_complete' },
    ]);
    expect(await seenBy(people.otherReferrer)).toEqual([]);
    await consentTo(as, false);
    expect(await seenBy()).toEqual([]);
  });

  it('sees nobody whose consent was to an earlier list, though an index may still name them', async () => {
    const as = newStudent();
    await joinBy(as, (await makeLink(world)).code);
    await consentTo(as, true);
    expect(await seenBy()).toHaveLength(1);
    const referral = await findReferral(world.deps.table, as.subject);
    if (referral === undefined) throw new Error('nobody joined');
    const consent = { version: '2025-01', at: world.clock.now() };
    const by = { by: 'test', action: 'test', at: world.clock.now() };
    await world.deps.table.write([referrals.update({ ...referral, consent }, by)]);
    expect(await seenBy()).toEqual([]);
  });

  it('is refused whatever says more of a student', async () => {
    for (const name of [
      'getStudent',
      'listStudents',
      'getApplicant',
      'listMyApplications',
      'getFigures',
    ] as const) {
      const params = {
        studentId: people.student.subject,
        applicationId: world.application.id,
        cycleId: world.cycle.id,
      };
      expect((await world.request(name, { as: people.referrer, params })).status).toBe(403);
    }
  });

  it('that nobody invited, and one that was let go, makes and reads nothing', async () => {
    const as: Person = { subject: 'referrer-9', role: 'referrer', email: 'nobody@example.com' };
    expect((await world.request('getReferralFigures', { as })).status).toBe(403);
    const referrer = await addReferrer(world, as.email);
    expect((await world.ok('getMe', { as })).referrer?.id).toBe(referrer.id);
    const params = { referrerId: referrer.id, email: as.email };
    expect((await world.request('removeFromReferrer', { as: people.coordinator, params })).status).toBe(204);
    expect((await world.request('getReferralFigures', { as })).status).toBe(403);
  });

  it('has each of its students in the partition of the student, for whoever deletes one', async () => {
    const kinds = [];
    for await (const { sk } of everyItem(world.deps.table, { pk: 'STUDENT#fresh-1' })) kinds.push(sk);
    expect(kinds).toContain('REFERRAL');
  });
});
