import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application, ApplicationState } from '../../../functions/application/schema.ts';
import { ApplicationId, CompanyId, CycleId, PostingId, StudentId } from '../../../functions/ids.ts';
import { countCompanyFigures } from '../../../functions/company-figures/count.ts';
import { countsOf, shownOf } from '../../../functions/company-figures/rules.ts';
import type { Table } from '../../../functions/table/table.ts';
import { startWorld, type World } from '../../support/world.ts';

const posting = PostingId.parse('pos_0123456789abcdef');
type Step = [state: ApplicationState, at: string, by?: 'student' | 'company' | 'coordinator' | 'system'];
const application = (...steps: Step[]): Application => ({
  id: ApplicationId.parse(`student-1~${posting}`),
  cycleId: CycleId.parse('cyc_0123456789abcdef'),
  studentId: StudentId.parse('student-1'),
  postingId: posting,
  companyId: CompanyId.parse('com_0123456789abcdef'),
  state: steps.at(-1)?.[0] ?? 'draft',
  content: { answers: [] },
  history: steps.map(([state, day, by = 'student']) => ({ state, at: `2026-03-${day}T00:00:00.000Z`, by })),
  version: 1,
});
const now = '2026-04-01T00:00:00.000Z';
const answered = (day: string) => application(['submitted', '10'], ['shortlisted', day, 'company']);

describe('what is counted', () => {
  it('is the median time from an application to the first answer', () => {
    expect(countsOf([answered('11'), answered('12'), answered('20')], [], now)).toMatchObject({
      applications: 3,
      answered: 3,
      medianHours: 48,
    });
    expect(countsOf([answered('11'), answered('12')], [], now).medianHours).toBe(36);
  });

  it('is silence after two weeks, not before, and not what the student took back', () => {
    const waiting = application(['submitted', '10']);
    expect(countsOf([waiting], [], '2026-03-23T23:59:59.999Z').applications).toBe(0);
    expect(countsOf([waiting], [], '2026-03-24T00:00:00.000Z')).toMatchObject({
      applications: 1,
      answered: 0,
    });
    const back = application(['submitted', '10'], ['withdrawn', '12']);
    expect(countsOf([back, application(['draft', '10'])], [], now).applications).toBe(0);
  });

  it('is not answered by somebody who only reads it', () => {
    const read = application(['submitted', '10'], ['reviewing', '11', 'company']);
    expect(countsOf([read], [], now)).toMatchObject({ applications: 1, answered: 0 });
    const invited = application(
      ['submitted', '10'],
      ['reviewing', '11', 'company'],
      ['shortlisted', '13', 'company'],
    );
    expect(countsOf([invited], [], now)).toMatchObject({ answered: 1, medianHours: 72 });
  });

  it('is not an answer when a coordinator closed it for a silent company', () => {
    const closed = application(['submitted', '10'], ['not_selected', '20', 'coordinator']);
    expect(countsOf([closed], [], now)).toMatchObject({ applications: 1, answered: 0 });
  });

  it('begins anew when the student took it back and sent it again', () => {
    const again = application(
      ['submitted', '01'],
      ['withdrawn', '02'],
      ['submitted', '10'],
      ['not_selected', '11', 'company'],
    );
    expect(countsOf([again], [], now).medianHours).toBe(24);
  });
});

it('nothing is shown over fewer than five', () => {
  const four = Array.from({ length: 4 }, () => answered('11'));
  expect(shownOf(countsOf(four, [], now))).toEqual({});
  expect(shownOf(countsOf([...four, answered('12')], [], now))).toEqual({
    applications: 5,
    answeredShare: 1,
    medianHours: 24,
  });
});

describe('the daily count', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  it('is made once a day, by however many clocks, and is public', async () => {
    // The server's own clock has counted today, before the companies were verified.
    world.clock.advance(24 * 3_600_000);
    await Promise.all([countCompanyFigures(world.deps), countCompanyFigures(world.deps)]);
    const { items } = await world.ok('listCompanyFigures', { query: {} });
    expect(items.map(({ companyId }) => companyId).toSorted()).toEqual(
      [world.first.company.id, world.second.company.id].toSorted(),
    );
    expect(items.every(({ medianHours }) => medianHours === undefined)).toBe(true);
    world.clock.advance(60_000);
    await countCompanyFigures(world.deps);
    expect((await world.ok('listCompanyFigures', { query: {} })).items).toEqual(items);
  });

  it('of a company whose record cannot be read holds up no other, and says so', async () => {
    world.clock.advance(24 * 3_600_000);
    const bad = [world.first, world.second].map(({ company }) => company.id).toSorted()[0] ?? '';
    const reads: string[] = [];
    const table: Table = {
      get: (key) => world.deps.table.get(key),
      write: (operations) => world.deps.table.write(operations),
      changes: (after, limit) => world.deps.table.changes(after, limit),
      query: (query) => {
        reads.push(query.pk);
        if (query.pk.startsWith(`COMPANY#${bad}#`)) throw new Error('damaged');
        return world.deps.table.query(query);
      },
    };
    await expect(countCompanyFigures({ ...world.deps, table })).rejects.toThrow(AggregateError);
    const { items } = await world.ok('listCompanyFigures', { query: {} });
    const today = items.filter(({ countedAt }) => countedAt === world.clock.now());
    expect(today).toHaveLength(1);
    expect(today[0]?.companyId).not.toBe(bad);
    // The next turn of the clock does not go through all companies once more: tomorrow's count tries again.
    reads.length = 0;
    await countCompanyFigures({ ...world.deps, table });
    expect(reads).toEqual([]);
  });
});
