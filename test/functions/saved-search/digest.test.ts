import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillSearch } from '../../../functions/changes/index-documents.ts';
import type { Deps } from '../../../functions/deps.ts';
import { companies } from '../../../functions/company/store.ts';
import { cycles } from '../../../functions/cycle/store.ts';
import { CompanyId, CycleId, PostingId, SavedSearchId } from '../../../functions/ids.ts';
import type { PostingContent } from '../../../functions/posting/schema.ts';
import { tableMailbox } from '../../../functions/mail/table-mailbox.ts';
import { getPosting, postings } from '../../../functions/posting/store.ts';
import { savedSearchHandlers } from '../../../functions/saved-search/routes.ts';
import { sendDigests } from '../../../functions/saved-search/send-digests.ts';
import { getSearch } from '../../../functions/saved-search/store.ts';
import { students } from '../../../functions/student/store.ts';
import { type TestDeps, makeDeps } from '../../support/deps.ts';
import { bodiesOf, callOf, dying, studentActor } from '../../support/market.ts';
import { companyContent, cycleSettings, postingContent, profile } from '../../support/samples.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const stamp = { by: 'test', action: 'test', at: '2026-03-20T08:00:00.000Z' };
const cycleId = CycleId.parse('cyc_0000000000000001');
const companyId = CompanyId.parse('com_0000000000000001');
const actor = studentActor(1);

let deps: TestDeps;
let published = 0;
beforeEach(async () => {
  published = 0;
  deps = await makeDeps();
  await deps.table.write([
    cycles.create({ ...cycleSettings(), id: cycleId, phase: 'applying' }, stamp),
    companies.create(
      {
        id: companyId,
        state: 'verified',
        content: companyContent(),
        createdAt: stamp.at,
        verifiedAt: stamp.at,
      },
      stamp,
    ),
    students.create(
      { id: actor.studentId, email: actor.email, profile: profile(), updatedAt: stamp.at },
      stamp,
    ),
  ]);
});
afterEach(() => deps.close());

const publish = async (content: Partial<PostingContent> = {}): Promise<PostingId> => {
  published += 1;
  const id = PostingId.parse(`pos_${String(published).padStart(16, '0')}`);
  const at = deps.clock.now();
  const posting = { id, cycleId, companyId, state: 'published', createdAt: at, publishedAt: at } as const;
  await deps.table.write([
    postings.create({ ...posting, content: { ...postingContent(), ...content } }, stamp),
  ]);
  await fillSearch(deps, deps.search);
  return id;
};
const save = (more: object = {}) =>
  savedSearchHandlers.saveSearch({
    ...callOf(deps),
    params: undefined,
    actor,
    body: { name: 'Data', conditions: { category: ['data-ai'] }, digest: true, lang: 'en', ...more },
  });
const letters = async () => (await deps.mail.received(actor.email, { limit: 50 })).letters;
const texts = async () => (await letters()).map(({ text }) => text);
/** To some minutes after the next morning in the student's zone. */
const tomorrow = () => deps.clock.advance(day);

test('tells once of what was published since, in one letter for all searches', async () => {
  const before = await publish();
  deps.clock.advance(1);
  await save();
  await save({ name: 'Paid', conditions: { paid: 'true' } });
  deps.clock.advance(hour);
  const data = await publish();
  const other = await publish({ category: 'design-ux' });
  await publish({ category: 'design-ux', pay: { kind: 'unpaid', reason: 'study credit' } });
  await sendDigests(deps);
  expect(await letters()).toEqual([]);
  tomorrow();
  for (let turn = 0; turn < 3; turn += 1) await sendDigests(deps);
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter?.subject).toBe('2 new internships for your saved searches');
  const text = letter?.text ?? '';
  // The posting that both find is told under the first of them only; the newest search comes first.
  expect(text.split(`http://localhost/postings/${data}`)).toHaveLength(2);
  expect(text).toContain(`http://localhost/postings/${other}`);
  expect(text).not.toContain(before);
  expect(text).toContain('turn it off here: http://localhost/student/saved');
  expect(text).toContain(
    'Apply by 12 April 2026 at 18:00 (Shanghai time); 12 April 2026 at 03:00 (Vancouver time).',
  );
  for (let turn = 0; turn < 3; turn += 1) {
    tomorrow();
    await sendDigests(deps);
  }
  expect(await letters()).toHaveLength(1);
});

test('speaks the language that the student reads in', async () => {
  await save({ lang: 'zh' });
  deps.clock.advance(hour);
  await publish();
  tomorrow();
  await sendDigests(deps);
  const [letter] = await letters();
  expect(letter?.subject).toBe('你保存的搜索有1个新岗位');
  expect(letter?.text).toContain('- 数据分析实习生，样例科技1');
  expect(letter?.text).toContain('申请截止：2026年4月12日 18:00（上海时间）');
});

test('takes the words of a search as they are where it was saved so', async () => {
  const conditions = { q: 'pyhton' };
  await save({ name: 'Exact', conditions: { ...conditions, exact: 'true' } });
  await save({ name: 'Meant', conditions });
  deps.clock.advance(hour);
  await publish({ title: { en: 'Python developer' } });
  tomorrow();
  await sendDigests(deps);
  const [text] = await texts();
  expect(text).toContain('Meant');
  expect(text).not.toContain('Exact');
});

test('says nothing when nothing is new, nor of a posting that is gone by then', async () => {
  await save();
  deps.clock.advance(hour);
  const id = await publish();
  const posting = await getPosting(deps.table, id);
  if (posting.state !== 'published') throw new Error('the posting is not published');
  await deps.table.write([postings.update({ ...posting, state: 'paused' }, stamp)]);
  tomorrow();
  await sendDigests(deps);
  expect(await letters()).toEqual([]);
});

test('counts beyond ten of one search', async () => {
  await save();
  deps.clock.advance(hour);
  for (let number = 0; number < 12; number += 1) await publish();
  tomorrow();
  await sendDigests(deps);
  const [text = ''] = await texts();
  expect(text.match(/\/postings\/pos_/g)).toHaveLength(10);
  expect(text).toContain('2 more: open the search to see them.');
});

test('a posting published while the letter is written comes in the next one', async () => {
  await save();
  deps.clock.advance(hour);
  const first = await publish();
  deps.clock.advance(day - hour);
  const second = await publish();
  await sendDigests(deps);
  deps.clock.advance(2 * day);
  await sendDigests(deps);
  const [later = '', earlier = ''] = await texts();
  expect([earlier.includes(first), earlier.includes(second)]).toEqual([true, false]);
  expect([later.includes(first), later.includes(second)]).toEqual([false, true]);
});

test('dies at every write and is started again: one letter, and nothing that was new is lost', async () => {
  await save();
  deps.clock.advance(hour);
  const id = await publish();
  tomorrow();
  const written = [];
  for (let last = 0; last < 4; last += 1) {
    const table = dying(deps.table, last);
    await sendDigests({ ...deps, table, mail: tableMailbox({ table }) });
    written.push(table.written());
    expect((await letters()).length).toBeLessThanOrEqual(1);
  }
  expect(written.slice(0, 2)).toEqual([0, 1]);
  expect(await texts()).toEqual([expect.stringContaining(id)]);
  const after = await bodiesOf(deps.table);
  await sendDigests(deps);
  expect(await bodiesOf(deps.table)).toEqual(after);
});

test('two processes at once send one letter', async () => {
  await save();
  deps.clock.advance(hour);
  await publish();
  tomorrow();
  await Promise.all([sendDigests(deps), sendDigests(deps)]);
  expect(await letters()).toHaveLength(1);
});

test('turned off it tells nothing; deleted and saved again within the day it has lost nothing', async () => {
  const { id, version, studentId } = await save();
  const params = { savedSearchId: SavedSearchId.parse(id) };
  deps.clock.advance(hour);
  const told = await publish();
  await savedSearchHandlers.deleteSavedSearch({ ...callOf(deps), actor, params, version });
  await expect(getSearch(deps.table, studentId, id)).rejects.toMatchObject({ kind: 'not_found' });
  deps.clock.advance(1);
  const again = await save();
  tomorrow();
  await sendDigests(deps);
  expect(await texts()).toEqual([expect.stringContaining(told)]);
  await savedSearchHandlers.updateSavedSearch({
    ...callOf(deps),
    actor,
    params: { savedSearchId: SavedSearchId.parse(again.id) },
    version: again.version,
    body: { name: 'Data', digest: false, lang: 'en' },
  });
  await publish();
  for (let turn = 0; turn < 2; turn += 1) {
    tomorrow();
    await sendDigests(deps);
  }
  expect(await letters()).toHaveLength(1);
  const at = await bodiesOf(deps.table);
  expect(at[`STUDENT#${studentId} DIGEST`]).not.toHaveProperty('window');
});

test('one that fails holds up no other', async () => {
  await save();
  const other = studentActor(2);
  await savedSearchHandlers.saveSearch({
    ...callOf(deps),
    params: undefined,
    actor: other,
    body: { name: 'All', conditions: {}, digest: true, lang: 'en' },
  });
  deps.clock.advance(hour);
  await publish();
  tomorrow();
  const failing: Deps = {
    ...deps,
    mail: {
      send: async (letter) => {
        if (letter.to === actor.email) throw new Error('no such address');
        await deps.mail.send(letter);
      },
    },
  };
  await sendDigests(failing);
  expect((await deps.mail.received(other.email, { limit: 5 })).letters).toHaveLength(1);
  expect(await letters()).toEqual([]);
  await sendDigests(deps);
  expect(await letters()).toHaveLength(1);
});
