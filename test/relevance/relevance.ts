import { parseArgs } from 'node:util';
import { profileFigures } from './profiles/report.ts';
import { BadFile } from './titles/read.ts';
import { titleFigures, titleFolders } from './titles/report.ts';

const shown = (value: number): string => value.toFixed(4);

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { profiles: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0 && !values.profiles)
    throw new BadFile('usage', 'npm run relevance -- DIR… (folders with titles), or --profiles');
  const titles = positionals.flatMap(titleFolders).flatMap((folder) => Object.entries(titleFigures(folder)));
  if (titles.length > 0)
    print(
      titles.map(([name, { queries, ndcg, map }]) => [
        name,
        { queries, 'nDCG@10': shown(ndcg), MAP: shown(map) },
      ]),
    );
  if (values.profiles)
    print(
      Object.entries(profileFigures()).map(([name, { ndcg, gini, unseen }]) => [
        name,
        { 'nDCG@10': shown(ndcg), 'Gini of impressions': shown(gini), 'seen by nobody': shown(unseen) },
      ]),
    );
} catch (error) {
  if (!(error instanceof BadFile)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function print(rows: readonly [string, object][]): void {
  console.table(Object.fromEntries(rows));
}
