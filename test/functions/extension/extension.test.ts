import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getApplication } from '../../../functions/application/store.ts';
import { endExtensions } from '../../../functions/extension/end-extensions.ts';
import { getCycle, cycles } from '../../../functions/cycle/store.ts';
import type { Phase } from '../../../functions/cycle/phases.ts';
import { getRound } from '../../../functions/round/store.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const day = 24 * 60 * 60 * 1000;
let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const coordinator = people.coordinator;
const student = { kind: 'student', studentId: people.student.subject };
const until = (days: number) => new Date(Date.parse(world.clock.now()) + days * day).toISOString();
const grant = (body: object) =>
  world.request('grantExtension', {
    as: coordinator,
    params: { cycleId: world.cycle.id },
    body: { reason: 'A power cut.', ...body },
  });
/** Puts the cycle into a phase past its window, whatever stands in the way. */
const toPhase = async (phase: Phase) => {
  const cycle = await getCycle(world.deps.table, world.cycle.id);
  const by = { by: 'test', action: `cycle.${phase}`, at: world.clock.now() };
  await world.deps.table.write([cycles.update({ ...cycle, phase }, by)]);
  await world.settle();
};
const applyTo = (as: typeof people.student | typeof people.otherStudent, submit = true) =>
  world.request('apply', {
    as,
    body: { postingId: world.second.posting.id, content: { answers: [] }, submit },
  });

describe('more time to apply', () => {
  it('is for the person who was given it, to its end, and no other', async () => {
    await toPhase('shortlisting');
    expect((await applyTo(people.student)).status).toBe(409);
    expect((await grant({ to: student, step: 'applying', until: until(2) })).status).toBe(201);
    expect((await applyTo(people.otherStudent)).status).toBe(409);
    world.clock.advance(2 * day + 1);
    expect((await applyTo(people.student)).status).toBe(409);
    world.clock.advance(-1);
    expect((await applyTo(people.student)).status).toBe(201);
  });

  it('is told to the person, seen by the person, and stands in the trail with its reason', async () => {
    await grant({ to: student, step: 'applying', until: until(2) });
    await world.settle();
    const { items } = await world.ok('listNotices', { as: people.student, query: {} });
    expect(items[0]).toMatchObject({
      words: { en: { subject: 'You have more time' } },
      reason: 'A power cut.',
      dates: [{ at: until(2) }],
    });
    expect((await world.ok('listMyExtensions', { as: people.student })).items).toHaveLength(1);
    expect((await world.ok('listMyExtensions', { as: people.otherStudent })).items).toEqual([]);
    const query = { entity: people.student.subject };
    const trail = await world.ok('listAudit', { as: coordinator, query });
    expect(trail.items[0]).toMatchObject({ action: 'extension.grant', reason: 'A power cut.' });
  });

  it('keeps the draft beyond the end of the phase, to the end of the extra time', async () => {
    const drafts = await Promise.all(
      [people.student, people.otherStudent].map((as) =>
        world.ok('apply', {
          as,
          body: { postingId: world.second.posting.id, content: { answers: [] }, submit: false },
        }),
      ),
    );
    await grant({ to: student, step: 'applying', until: until(2) });
    await toPhase('shortlisting');
    const states = async () =>
      Promise.all(drafts.map(async ({ id }) => (await getApplication(world.deps.table, id)).state));
    expect(await states()).toEqual(['draft', 'not_submitted']);
    await endExtensions(world.deps);
    expect(await states()).toEqual(['draft', 'not_submitted']);
    world.clock.advance(3 * day);
    await endExtensions(world.deps);
    expect(await states()).toEqual(['not_submitted', 'not_submitted']);
  });

  it('can be taken back', async () => {
    await toPhase('shortlisting');
    await grant({ to: student, step: 'applying', until: until(2) });
    await world.ok('takeBackExtension', {
      as: coordinator,
      params: { cycleId: world.cycle.id },
      body: { to: student, step: 'applying', reason: 'A mistake.' },
      ifMatch: 1,
    });
    world.clock.advance(1);
    expect((await applyTo(people.student)).status).toBe(409);
  });
});

describe('more time to answer applications', () => {
  it('is the company’s alone, and its applications are not closed meanwhile', async () => {
    await toPhase('ranking');
    const move = () =>
      world.request('moveApplication', {
        as: people.company,
        params: { applicationId: world.application.id },
        body: { to: 'shortlisted' },
        ifMatch: world.application.version,
      });
    expect((await move()).status).toBe(409);
    await grant({
      to: { kind: 'company', companyId: world.second.company.id },
      step: 'shortlisting',
      until: until(1),
    });
    expect((await move()).status).toBe(409);
    await grant({
      to: { kind: 'company', companyId: world.first.company.id },
      step: 'shortlisting',
      until: until(1),
    });
    await world.ok('closeSilentApplications', { as: coordinator, params: { cycleId: world.cycle.id } });
    await world.settle();
    expect((await getApplication(world.deps.table, world.otherApplication.id)).state).toBe('submitted');
    expect((await move()).status).toBe(200);
  });
});

describe('more time to rank', () => {
  const list = { roundId: '' };
  const certify = async (as: typeof people.student | typeof people.otherStudent) => {
    const { version } = await world.ok('getMyRankList', { as, params: list });
    return world.request('certifyMyRankList', { as, params: list, ifMatch: version });
  };
  beforeEach(async () => {
    list.roundId = world.round.id;
    await toPhase('matching');
  });

  it('holds in the phase after it, for the one alone', async () => {
    const end = until(100);
    await grant({ to: student, step: 'ranking', until: end });
    const { closesAt } = await world.ok('getMyRankList', { as: people.student, params: list });
    expect(closesAt).toBe(end);
    expect((await certify(people.otherStudent)).status).toBe(409);
    expect((await certify(people.student)).status).toBe(200);
  });

  it('never after the freeze, and none is given then', async () => {
    await grant({ to: student, step: 'ranking', until: until(1) });
    await world.ok('freezeRound', {
      as: coordinator,
      params: { roundId: world.round.id },
      ifMatch: (await getRound(world.deps.table, world.round.id)).version,
    });
    await world.settle();
    const refused = await certify(people.student);
    expect(await refused.json()).toMatchObject({ code: 'rank_list_locked' });
    const late = await grant({ to: student, step: 'ranking', until: until(1) });
    expect(await late.json()).toMatchObject({ code: 'extension_after_freeze' });
  });
});

it.each([
  [{ step: 'shortlisting' }, 'extension_not_theirs'],
  [{ step: 'applying', until: '2026-01-01T00:00:00.000Z' }, 'extension_in_the_past'],
  [{ step: 'evaluation' }, 'extension_too_early'],
  [{ step: 'applying', until: '9999-12-31T00:00:00.000Z' }, 'extension_too_long'],
])('refuses %o by name', async (body, code) => {
  const response = await grant({ to: student, until: until(1), ...body });
  expect(await response.json()).toMatchObject({ code });
});
