import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endInCycle } from '../../../functions/application/end.ts';
import { withoutOutcome } from '../../../functions/application/waiting.ts';
import { getApplication, getUsed } from '../../../functions/application/store.ts';
import { fillSearch } from '../../../functions/changes/index-documents.ts';
import { evaluatorSearch } from '../../../functions/search/evaluator.ts';
import type { Table } from '../../../functions/table/table.ts';
import { searchPostings, studentsForPosting } from '../../../matching/ranking/plan.ts';
import { posting as anyPosting } from '../../matching/ranking/documents.ts';
import { profile } from '../../support/samples.ts';
import { people, startWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const applicationOf = ({ id }: World['application']) => getApplication(world.deps.table, id);

describe('the index', () => {
  const students = async (search = world.deps.search): Promise<string[]> =>
    (await search.rankStudents(studentsForPosting({ ...anyPosting, cycleId: world.cycle.id }))).hits
      .map(({ id }) => id)
      .toSorted();
  const postings = async (q?: string, search = world.deps.search): Promise<string[]> =>
    (await search.rankPostings(searchPostings({ q }))).hits.map(({ id }) => id).toSorted();

  it('holds only students who agree to be ranked', async () => {
    expect(await students()).toEqual(['student-1', 'student-2']);
    const consents = { ...profile().consents, ranking: false };
    await world.ok('saveProfile', { as: people.student, body: { ...profile(), consents }, ifMatch: 1 });
    await world.settle();
    expect(await students()).toEqual(['student-2']);
    const preview = await world.request('previewWeights', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      body: { studentId: 'student-1', weights: world.cycle.weights },
    });
    expect(preview.status).toBe(404);
  });

  it("follows a company's name into its postings", async () => {
    const { company, posting } = world.first;
    const content = { ...company.content, name: { en: 'Zeppelin Works' } };
    const params = { companyId: company.id };
    const changed = await world.ok('updateCompany', {
      as: people.company,
      params,
      body: content,
      ifMatch: company.version,
    });
    await world.settle();
    expect(await postings('zeppelin')).toEqual([]);
    await world.ok('decideCompanyChange', {
      as: people.coordinator,
      params,
      body: { accept: true },
      ifMatch: changed.version,
    });
    await world.settle();
    expect(await postings('zeppelin')).toEqual([posting.id]);
  });

  it('built anew from the record is the one that followed the changes', async () => {
    await world.ok('movePosting', {
      as: people.otherCompany,
      params: { postingId: world.second.posting.id },
      body: { to: 'paused' },
      ifMatch: world.second.posting.version,
    });
    await world.settle();
    const search = evaluatorSearch();
    await fillSearch(world.deps, search);
    expect(await postings(undefined, search)).toEqual([world.first.posting.id]);
    expect(await postings()).toEqual([world.first.posting.id]);
    expect(await students(search)).toEqual(await students());
  });
});

describe('nobody is left without an answer', () => {
  it('when a posting is withdrawn: its applications end with its reason, others stay, the place is free again', async () => {
    const other = await world.ok('apply', {
      as: people.student,
      body: { postingId: world.second.posting.id, content: { answers: [] }, submit: true },
    });
    const draft = await world.ok('apply', {
      as: people.otherStudent,
      body: { postingId: world.second.posting.id, content: { answers: [] }, submit: false },
    });
    await world.ok('movePosting', {
      as: people.otherCompany,
      params: { postingId: world.second.posting.id },
      body: { to: 'withdrawn', reason: 'The team moves.' },
      ifMatch: world.second.posting.version,
    });
    await world.settle();
    const ended = await applicationOf(other);
    expect(ended).toMatchObject({ state: 'not_selected' });
    expect(ended.history.at(-1)).toMatchObject({
      by: 'system',
      reason: expect.stringContaining('The team moves.'),
    });
    expect((await applicationOf(draft)).state).toBe('not_submitted');
    expect((await applicationOf(world.application)).state).toBe('submitted');
    expect((await getUsed(world.deps.table, 'student-1', world.cycle.id))?.used).toBe(1);
  });

  it('when applying ends: drafts end as not submitted', async () => {
    const draft = await world.ok('apply', {
      as: people.student,
      body: { postingId: world.second.posting.id, content: { answers: [] }, submit: false },
    });
    await world.ok('moveCycle', {
      as: people.coordinator,
      params: { cycleId: world.cycle.id },
      body: { to: 'shortlisting' },
      ifMatch: world.cycle.version,
    });
    await world.settle();
    expect((await applicationOf(draft)).state).toBe('not_submitted');
    expect((await applicationOf(world.application)).state).toBe('submitted');
  });

  it.each([
    ['reviewing', 'not_selected', people.company],
    ['withdrawn', 'withdrawn', people.student],
  ] as const)('when one is made %s at the moment it is closed: it ends as %s', async (to, end, as) => {
    const { table } = world.deps;
    let first = true;
    const meanwhile: Table = {
      ...table,
      write: async (operations) => {
        if (first) {
          first = false;
          const { id, version } = world.application;
          await world.ok('moveApplication', {
            as,
            params: { applicationId: id },
            body: { to },
            ifMatch: version,
          });
        }
        await table.write(operations);
      },
    };
    await endInCycle({ ...world.deps, table: meanwhile }, world.cycle.id, {
      from: withoutOutcome,
      to: 'not_selected',
      reason: 'The company did not answer in time.',
    });
    expect((await applicationOf(world.application)).state).toBe(end);
    expect((await applicationOf(world.otherApplication)).state).toBe('not_selected');
    expect((await getUsed(table, 'student-1', world.cycle.id))?.used).toBe(0);
  });
});
