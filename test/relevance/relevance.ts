import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { profileFigures } from './profiles/report.ts';
import { BadFile } from './titles/read.ts';
import { rankEval } from './titles/rank-eval.ts';
import { titleFigures, titleFolders } from './titles/report.ts';
import { withOpenSearch } from './with-open-search.ts';

const shown = (value: number): string => value.toFixed(4);

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { profiles: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0 && !values.profiles)
    throw new BadFile('usage', 'npm run relevance -- DIR… (folders with titles), or --profiles');
  const folders = positionals.flatMap(titleFolders);
  const titles = folders.flatMap((folder) => Object.entries(titleFigures(folder)));
  if (titles.length > 0) {
    const second = await withOpenSearch(async (connection) => {
      const figures = new Map<string, number>();
      for (const folder of folders) figures.set(basename(folder), await rankEval(connection, folder));
      return figures;
    });
    const beside = (name: string): object => {
      const figure = typeof second === 'string' ? undefined : second.get(name);
      return figure === undefined ? {} : { 'nDCG@10 by _rank_eval': shown(figure) };
    };
    print(
      titles.map(([name, { queries, ndcg, map }]) => [
        name,
        { queries, 'nDCG@10': shown(ndcg), MAP: shown(map), ...beside(name) },
      ]),
    );
    if (typeof second === 'string') console.log(`OpenSearch's own _rank_eval was left out. ${second}`);
  }
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
