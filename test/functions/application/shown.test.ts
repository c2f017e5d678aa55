import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isReachable, isShownToCompany } from '../../../functions/application/rules.ts';
import type { ApplicationState } from '../../../functions/application/schema.ts';
import { applications, getApplication } from '../../../functions/application/store.ts';
import type { OfferState } from '../../../functions/offer/schema.ts';
import { placements } from '../../../functions/placement/store.ts';
import type { PlacementState } from '../../../functions/placement/schema.ts';
import { Student } from '../../../functions/student/schema.ts';
import { commit } from '../../../functions/table/entity.ts';
import { applicationIn } from '../../support/entities.ts';
import { confirmedPlacement } from '../../support/placement.ts';
import { profile } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const studentWith = (consents: object | undefined) =>
  Student.parse({
    id: 'student-1',
    email: 'student1@example.com',
    profile: { ...profile(), consents },
    updatedAt: '2026-02-02T00:00:00.000Z',
    version: 1,
  });
const agreed = studentWith(profile().consents);

describe('who applied is shown', () => {
  it.each<[ApplicationState, boolean]>([
    ['submitted', true],
    ['reviewing', true],
    ['shortlisted', true],
    ['interviewing', true],
    ['rankable', true],
    ['matched', false],
    ['unmatched', false],
    ['not_selected', false],
    ['withdrawn', false],
  ])('while it is %s, without an offer: %s', (state, shown) => {
    const had = { offers: [], placements: [] };
    const application = applicationIn(state);
    expect(isShownToCompany(application, { student: agreed, ...had })).toBe(shown);
    expect(isShownToCompany(application, { student: studentWith(undefined), ...had })).toBe(false);
    expect(isShownToCompany(application, { student: undefined, ...had })).toBe(false);
  });

  it.each<[OfferState[], PlacementState[], boolean]>([
    [['pending'], [], true],
    [['accepted'], [], true],
    [['declined'], [], false],
    [['expired'], [], false],
    [['declined', 'pending'], [], true],
    [['accepted'], ['confirmed'], true],
    [['accepted'], ['extended'], true],
    [['accepted'], ['completed'], false],
    [['waived'], ['terminated'], false],
  ])('when it is matched, with offers %j and internships %j: %s', (offers, internships, shown) => {
    const had = {
      offers: offers.map((state) => ({ state })),
      placements: internships.map((state) => ({ state })),
    };
    expect(isShownToCompany(applicationIn('matched'), { student: agreed, ...had })).toBe(shown);
    expect(isReachable({ student: agreed, ...had })).toBe(shown);
    expect(isReachable({ student: studentWith(undefined), ...had })).toBe(false);
    expect(isShownToCompany(applicationIn('withdrawn'), { student: agreed, ...had })).toBe(false);
  });
});

describe('the company', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const sees = async (application: { id: string }) => {
    const read = await world.ok('getApplicant', {
      as: people.company,
      params: { applicationId: application.id },
    });
    const { items } = await world.ok('listApplicants', {
      as: people.company,
      params: { postingId: world.first.posting.id },
    });
    expect(items.find(({ id }) => id === read.id)).toEqual(read);
    return read;
  };
  const nobody = { shown: false, email: '', profile: {}, content: { answers: [] } };
  const saveProfile = async (as: typeof people.student | typeof people.otherStudent, changes: object) => {
    const { version } = await world.ok('getProfile', { as });
    await world.ok('saveProfile', { as, body: { ...profile(), ...changes }, ifMatch: version });
    await world.settle();
  };

  it('no longer sees who withdrew, whatever the profile says later, but how the application went', async () => {
    const { application } = world;
    expect(await sees(application)).toMatchObject({ shown: true, email: people.student.email });
    await world.ok('moveApplication', {
      as: people.student,
      params: { applicationId: application.id },
      body: { to: 'withdrawn' },
      ifMatch: application.version,
    });
    await saveProfile(people.student, { about: 'A new secret.' });
    const read = await sees(application);
    expect(read).toMatchObject({ ...nobody, state: 'withdrawn' });
    expect(read).not.toHaveProperty('fit');
    expect(read.history.map(({ state }) => state)).toEqual(['submitted', 'withdrawn']);
  });

  it('no longer sees who took the consent to the privacy notice back, until it is given again', async () => {
    const { otherApplication } = world;
    await saveProfile(people.otherStudent, { consents: undefined });
    expect(await sees(otherApplication)).toMatchObject({ ...nobody, state: 'submitted' });
    await saveProfile(people.otherStudent, {});
    expect(await sees(otherApplication)).toMatchObject({ shown: true, email: people.otherStudent.email });
  });

  it('sees an intern until the internship is over', async () => {
    const { otherApplication } = world;
    const { table } = world.deps;
    const by = { by: 'system:test', action: 'test', at: world.clock.now() };
    const found = await getApplication(table, otherApplication.id);
    await commit(table, [applications.update({ ...found, state: 'matched' }, by)]);
    const placement = await confirmedPlacement(world, people.otherStudent);
    expect(await sees(otherApplication)).toMatchObject({ shown: true, email: people.otherStudent.email });
    await commit(table, [
      placements.update(
        { ...placement, state: 'completed', startedAt: by.at, completedAt: by.at },
        { ...by, action: 'placement.completed' },
      ),
    ]);
    expect(await sees(otherApplication)).toMatchObject({ ...nobody, state: 'matched' });
  });
});
