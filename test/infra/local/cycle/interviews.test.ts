import { expect, it } from 'vitest';
import { localCast } from '../../../../infra/local/cycle/cast.ts';
import { publishPostings, registerCompanies } from '../../../../infra/local/cycle/companies.ts';
import { moveTo } from '../../../../infra/local/cycle/coordinator.ts';
import { bookInterviews } from '../../../../infra/local/cycle/interviews.ts';
import { setUp } from '../../../../infra/local/cycle/play.ts';
import { progressOn } from '../../../../infra/local/cycle/progress.ts';
import { selectApplicants } from '../../../../infra/local/cycle/selection.ts';
import { applyToPostings, registerStudents } from '../../../../infra/local/cycle/students.ts';
import { withTemporaryServer } from '../../../../infra/local/temporary-server.ts';

it('students of a played cycle book, move and call off interviews, and every application gets its outcome', async () => {
  const errors: object[] = [];
  const log = (entry: { level: string }) => void (entry.level === 'error' && errors.push(entry));
  const server = { seed: 'coordinators', site: false, passwordCost: 2 ** 10, log } as const;
  await withTemporaryServer(server, async ({ origin, settled }) => {
    const progress = progressOn({ write: () => true });
    const stage = await setUp(localCast(origin), { seed: 'interviews' }, progress);
    await moveTo(stage, 'posting');
    const postings = await publishPostings(stage, await registerCompanies(stage, 2), 4);
    await moveTo(stage, 'applying');
    const students = await registerStudents(stage, 8);
    await applyToPostings(stage, students);
    await moveTo(stage, 'shortlisting');
    expect(await bookInterviews(stage, postings, students)).toBeGreaterThan(4);
    await selectApplicants(stage, postings);
    await settled();
    const { applications } = await stage.coordinator.call('getFigures', {
      params: { cycleId: stage.cycleId },
    });
    expect(Object.keys(applications)).not.toEqual(expect.arrayContaining(['shortlisted']));
    expect(stage.faults).toEqual([]);
  });
  expect(errors).toEqual([]);
}, 120_000);
