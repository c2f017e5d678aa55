import { parseArgs } from 'node:util';
import { TitleRanker } from './titles/rank.ts';
import { BadFile, readTitles } from './titles/read.ts';

const TAG = 'text';

/** A reader such as `head` may stop before the end. */
process.stdout.on('error', () => process.exit());

try {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, ...rest] = positionals;
  if (folder === undefined || rest.length > 0)
    throw new BadFile('usage', 'npm run --silent rank-titles -- DIR');
  const ranker = new TitleRanker(readTitles(folder, 'corpus.tsv'));
  for (const { id, title } of readTitles(folder, 'queries.tsv')) {
    const lines = ranker
      .rank(title)
      .map(({ document, rank, score }) => `${id} Q0 ${document} ${rank} ${score.toPrecision(9)} ${TAG}\n`);
    process.stdout.write(lines.join(''));
  }
} catch (error) {
  if (!(error instanceof BadFile)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
