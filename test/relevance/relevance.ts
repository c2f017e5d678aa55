import { parseArgs } from 'node:util';
import { BadFile } from './titles/read.ts';
import { titleFigures, titleFolders } from './titles/report.ts';

const shown = (value: number): string => value.toFixed(4);

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (positionals.length === 0) throw new BadFile('usage', 'npm run relevance -- DIR…');
  const rows = positionals.flatMap(titleFolders).flatMap((folder) => Object.entries(titleFigures(folder)));
  console.table(
    Object.fromEntries(
      rows.map(([name, { queries, ndcg, map }]) => [
        name,
        { queries, 'nDCG@10': shown(ndcg), MAP: shown(map) },
      ]),
    ),
  );
} catch (error) {
  if (!(error instanceof BadFile)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
