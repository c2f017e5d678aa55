import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { match } from '../../matching/round/match.ts';
import { instanceOf } from '../../matching/round/read/instance-of.ts';
import type { Lists } from '../../matching/round/read/lists.ts';
import { solve } from '../../matching/round/solve/solve.ts';
import { fromFile, type Took } from './from-file.ts';
import { assignmentOf, randomLists, rowsOf } from './market.ts';
import { ask, installOthers, type Other, throwAwayFolder } from './others.ts';
import { type Line, table } from './table.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    limit: { type: 'string', default: '120' },
  },
});
const limit = Number(values.limit);

const Once = z.object({ pass: z.number(), solve: z.number(), practised: z.number() });

const median = (of: readonly number[]): number =>
  of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

/** Medians of five processes that each make one pass and one match, of a market that is the same in all. */
function once(students: number) {
  const runs = Array.from({ length: 5 }, () =>
    Once.parse(
      JSON.parse(
        execFileSync(process.execPath, ['test/bench/once.ts', String(students)], { encoding: 'utf8' }),
      ),
    ),
  );
  return {
    pass: median(runs.map((run) => run.pass)),
    ours: median(runs.map((run) => run.solve)),
    practised: median(runs.map((run) => run.practised)),
  };
}

/** The median of five runs in this process, in seconds. */
function repeated(task: () => unknown): number {
  return median(
    Array.from({ length: 5 }, () => {
      const started = performance.now();
      task();
      return (performance.now() - started) / 1000;
    }),
  );
}

/** Packages that took too long are not asked again with more students. */
const gaveUp = new Map<Other, string>();

function otherLine(other: Other, lists: Lists, ours: readonly number[], path: string): Line {
  const { name } = other;
  const answer = gaveUp.get(other) ?? ask(other, path, limit);
  if (typeof answer !== 'string') {
    const isSame = answer.assignment.every((posting, student) => posting === ours[student]);
    return { name, seconds: answer.seconds, note: isSame ? 'same assignment' : 'OTHER ASSIGNMENT' };
  }
  if (!gaveUp.has(other)) {
    gaveUp.set(other, `${answer} with ${lists.studentIds.length.toLocaleString('en')} students`);
  }
  return { name, note: answer };
}

const fileLine = (name: string, took: Took, size = ''): Line =>
  typeof took === 'string'
    ? { name, note: took }
    : { name, seconds: took.seconds, note: `peak ${took.megabytes.toFixed(0)} MB${size}` };

const folder = throwAwayFolder();
try {
  const others = installOthers(folder.path);
  for (const size of values.sizes.split(',').map(Number)) {
    const lists = randomLists(size);
    const { pass, ours, practised } = once(size);
    const lines: Line[] = [
      { name: 'one pass over the input', seconds: pass },
      { name: 'the same, fastest of a hundred', seconds: practised },
      { name: 'solve', seconds: ours },
    ];
    if (size <= 100_000) {
      const instance = instanceOf(lists);
      lines.push({
        name: 'match: object to certified result',
        seconds: repeated(() => match(instance)),
      });
    }
    const path = join(folder.path, 'rows.json');
    if (others.some((other) => !gaveUp.has(other))) writeFileSync(path, JSON.stringify(rowsOf(lists)));
    const assignment = assignmentOf(lists, solve(lists).granted);
    lines.push(...others.map((other) => otherLine(other, lists, assignment, path)));
    const file = await fromFile(lists, folder.path, 5 * limit);
    const sizes = ` · instance ${file.instance.toFixed(0)} MB, result ${file.result.toFixed(0)} MB`;
    lines.push(fileLine('match: file to written result', file.match, sizes));
    lines.push(fileLine('verify: file and result', file.verify));
    const [students, postings] = [size, lists.postingIds.length].map((count) => count.toLocaleString('en'));
    console.log(table(`${students} students, ${postings} postings`, lines, { pass, solve: ours }));
  }
} finally {
  folder.remove();
}
