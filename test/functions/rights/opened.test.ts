import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteOpened } from '../../../functions/rights/opened.ts';
import { erasures, digestOfSubject } from '../../../functions/rights/store.ts';
import { StudentId } from '../../../functions/ids.ts';
import { coordinator } from '../../support/entities.ts';
import type { Person } from '../../support/request.ts';
import { people, startWorld, type World } from '../../support/world.ts';

const dayMs = 24 * 60 * 60 * 1000;
const studentId = people.student.subject;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const seen = async (as: Person = people.student) =>
  (await world.ok('getMyData', { as })).seenBy.filter(({ kind }) => kind === 'coordinator');
const open = () => world.ok('getStudent', { as: people.coordinator, params: { studentId } });

it('tells a student that a coordinator opened the profile, once a day, and not who it was', async () => {
  const at = world.clock.now();
  await world.ok('listStudents', { as: people.coordinator });
  expect(await seen()).toEqual([]);
  await open();
  await open();
  expect(await seen()).toEqual([{ kind: 'coordinator', what: 'profile', at }]);
  world.clock.advance(dayMs);
  await open();
  expect(await seen()).toHaveLength(2);
  expect(await seen(people.otherStudent)).toEqual([]);
  const { held } = await world.ok('getMyData', { as: people.student });
  expect(held['look']).toHaveLength(2);
  expect(JSON.stringify(held)).not.toContain(people.coordinator.subject);
  const page = await world.request('getMyDataPage', { as: people.student, query: { lang: 'zh' } });
  expect(await page.text()).toContain('协调员 · 打开了你的档案');
});

it('is told of no look while a coordinator has not said why: what the form asks tells nothing of anybody', async () => {
  const before = await seen();
  const ask = (of: string) =>
    world.request('findStudentToLookAt', { as: people.coordinator, params: { studentId: of } });
  expect(await (await ask(studentId)).json()).toEqual({ studentId });
  expect((await ask('nobody')).status).toBe(404);
  expect(await seen()).toEqual(before);
});

it('names them in the trail', async () => {
  await world.settle();
  const query = { entity: studentId, action: 'student.look' };
  const { items } = await world.ok('listAudit', { as: people.coordinator, query });
  expect(items.map(({ by }) => by)).toEqual(Array(2).fill(`coordinator:${people.coordinator.subject}`));
});

it('is told of a look at the certificates, which hold names', async () => {
  await world.ok('listStudentCertificates', { as: people.coordinator, params: { studentId } });
  expect((await seen()).map(({ what }) => what)).toContain('certificate');
});

it('counts an application, and only where a coordinator opens it', async () => {
  const params = { applicationId: world.application.id };
  await world.ok('getApplicant', { as: people.company, params });
  expect((await seen()).map(({ what }) => what)).not.toContain('application');
  await world.ok('getApplicant', { as: people.coordinator, params });
  expect((await seen()).map(({ what }) => what)).toContain('application');
});

it('leaves nothing with somebody who is just being removed', async () => {
  const { table } = world.deps;
  const going = { studentId: StudentId.parse('going'), what: 'profile', now: world.clock.now() } as const;
  const by = { by: 'test', action: 'test', at: going.now };
  await table.write([
    erasures.create({ of: digestOfSubject(going.studentId), word: 'w', begunAt: going.now }, by),
  ]);
  await noteOpened(table, coordinator, going);
  expect((await table.query({ pk: 'STUDENT#going' })).items).toEqual([]);
});
