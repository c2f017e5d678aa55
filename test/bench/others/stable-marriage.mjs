// npm stable-marriage on an instance with seats cloned. Arguments: the folder with the package, the instance.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [, , folder, path] = process.argv;
const { Person, stableMarriage } = createRequire(join(folder, 'package.json'))('stable-marriage');
const { choices, rankings, seats } = JSON.parse(readFileSync(path, 'utf8'));

const students = choices.map((_, s) => new Person(s));
const clones = seats.map((count, p) => Array.from({ length: count }, () => new Person(p)));
for (const [s, list] of choices.entries()) {
  students[s].generatePreferences(list.flatMap((posting) => clones[posting]));
}
for (const [p, list] of rankings.entries()) {
  const ranked = list.map((student) => students[student]);
  for (const clone of clones[p]) clone.generatePreferences(ranked);
}
const started = performance.now();
stableMarriage(students);
const seconds = (performance.now() - started) / 1000;
const assignment = students.map(({ fiance }) => fiance?.name ?? -1);
process.stdout.write(JSON.stringify({ seconds, assignment }));
