import { parseArgs } from 'node:util';
import { match } from '../../matching/round/match.ts';
import { instanceOf } from '../../matching/round/read/instance-of.ts';
import { canonicalJson } from '../../matching/round/canonical.ts';
import { solve } from '../../matching/round/solve/solve.ts';
import { fromFile } from './from-file.ts';
import { onePass, randomLists } from './market.ts';
import { pythonPackages } from './others.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    python: { type: 'string', default: '10000' },
  },
});

/** Median of several runs, in seconds; the first ones warm up and do not count. */
function median(task: () => unknown, runs: number): number {
  const times = Array.from({ length: runs + 2 }, () => {
    const started = performance.now();
    task();
    return (performance.now() - started) / 1000;
  });
  return times.slice(2).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const shown = (seconds: number | string): string =>
  typeof seconds === 'string'
    ? seconds
    : seconds < 0.1
      ? `${(seconds * 1000).toFixed(1)} ms`
      : `${seconds.toFixed(2)} s`;

const python = pythonPackages();
if (python === undefined)
  console.log('PyPI packages are left out: python3 with venv and pip is not at hand.');
try {
  for (const size of values.sizes.split(',').map(Number)) {
    const lists = randomLists(size);
    const pass = median(() => onePass(lists), 9);
    const ours = median(() => solve(lists), 5);
    const row: Record<string, string> = {
      students: size.toLocaleString('en'),
      'one pass': shown(pass),
      solve: shown(ours),
      'solve / pass': (ours / pass).toFixed(1),
    };
    if (size <= 100_000) {
      const instance = instanceOf(lists);
      row['match(object)'] = shown(median(() => match(instance), 3));
      if (python !== undefined && size <= Number(values.python)) {
        const document = canonicalJson(instance);
        for (const name of ['matching', 'algmatch']) {
          const other = python.time(name, document);
          row[name] = shown(other);
          if (typeof other === 'number') row[`${name} / solve`] = (other / ours).toFixed(0);
        }
      }
    }
    const file = await fromFile(lists);
    row['file to result'] = shown(file.seconds);
    row['memory'] = `${file.megabytes.toFixed(0)} MB`;
    console.log(
      Object.entries(row)
        .map(([name, value]) => `${name}: ${value}`)
        .join(' · '),
    );
  }
} finally {
  python?.remove();
}
