import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { averagePrecision, mean, ndcg } from '../measures.ts';
import { TitleRanker } from './rank.ts';
import { BadFile, readJudgements, readTitles } from './read.ts';

export interface TitleFigures {
  readonly queries: number;
  readonly ndcg: number;
  readonly map: number;
}

/** Folders with titles: the one given, or those in it. */
export function titleFolders(folder: string): string[] {
  const isOne = (path: string): boolean => existsSync(join(path, 'corpus.tsv'));
  if (isOne(folder)) return [folder];
  if (!existsSync(folder)) throw new BadFile(folder, 'there is no such folder');
  const found = readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .filter(isOne);
  if (found.length === 0) throw new BadFile(folder, 'neither it nor a folder in it has a corpus.tsv');
  return found;
}

/** nDCG@10 and mean average precision over the queries that have something relevant; `all`, and each half by turns. */
export function titleFigures(folder: string): Record<string, TitleFigures> {
  const ranker = new TitleRanker(readTitles(folder, 'corpus.tsv'));
  const judgements = readJudgements(folder);
  const judged = readTitles(folder, 'queries.tsv').flatMap(({ id, title }) => {
    const relevant = judgements.get(id);
    if (relevant === undefined || relevant.size === 0) return [];
    const ranked = ranker.rank(title).map(({ document }) => relevant.has(document));
    const all = Array.from(relevant, () => 1);
    return [{ ndcg: ndcg(ranked.map(Number), all), precision: averagePrecision(ranked, relevant.size) }];
  });
  const figures = (list: typeof judged): TitleFigures => ({
    queries: list.length,
    ndcg: mean(list.map((one) => one.ndcg)),
    map: mean(list.map((one) => one.precision)),
  });
  const name = basename(folder);
  return {
    [name]: figures(judged),
    [`${name}, 1st 3rd …`]: figures(judged.filter((_, index) => index % 2 === 0)),
    [`${name}, 2nd 4th …`]: figures(judged.filter((_, index) => index % 2 === 1)),
  };
}
