import * as z from 'zod';
import { createIndex, deleteIndex } from '../../../functions/search/open-search/indexes.ts';
import type { Connection } from '../../../functions/search/open-search/connection.ts';
import type { PostingDocument } from '../../../matching/ranking/document.ts';
import { postingFields } from '../../../matching/ranking/open-search/fields.ts';
import { textPoints } from '../../../matching/ranking/open-search/text.ts';
import { searchQuery } from '../../../matching/ranking/query.ts';
import { readJudgements, readTitles, type Title } from './read.ts';

const Answer = z.object({
  metric_score: z.number(),
  failures: z.record(z.string(), z.unknown()),
});

const index = 'judged-titles';

/**
 * nDCG@10 of the judged titles as OpenSearch's own ranking evaluation computes it, over the same queries: its index,
 * its scores, its measure.
 */
export async function rankEval(connection: Connection, folder: string): Promise<number> {
  await deleteIndex(connection, index);
  await createIndex(connection, 'postings', index, 1);
  const lines = readTitles(folder, 'corpus.tsv').flatMap((title) => [
    { index: { _id: title.id } },
    { ...postingFields(postingOf(title)), document: {} },
  ]);
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  await connection.ask({ method: 'POST', path: `/${index}/_bulk`, query: { refresh: true }, body });
  const judgements = readJudgements(folder);
  const requests = readTitles(folder, 'queries.tsv').flatMap(({ id, title }) => {
    const relevant = [...(judgements.get(id) ?? [])];
    if (relevant.length === 0) return [];
    return [
      {
        id,
        request: { query: textPoints(searchQuery(title), 1), sort: [{ _score: 'desc' }, { id: 'asc' }] },
        ratings: relevant.map((document) => ({ _index: index, _id: document, rating: 1 })),
      },
    ];
  });
  const answer = Answer.parse(
    await connection.ask({
      method: 'POST',
      path: `/${index}/_rank_eval`,
      body: { requests, metric: { dcg: { k: 10, normalize: true } } },
    }),
  );
  await deleteIndex(connection, index);
  const failed = Object.entries(answer.failures);
  if (failed.length > 0) throw new Error(`_rank_eval failed for some queries: ${JSON.stringify(failed[0])}`);
  return answer.metric_score;
}

/** A title in the place of a posting's, which says nothing else. */
function postingOf({ id, title }: Title): PostingDocument {
  return {
    id,
    title,
    cycleId: '',
    companyId: '',
    companyName: '',
    category: '',
    majors: [],
    studyLevels: [],
    skills: { required: [], preferred: [] },
    startsOn: '2026-06-29',
    endsOn: '2026-08-21',
    hours: { min: 20, max: 40 },
    workMode: 'remote',
    zone: 'Asia/Shanghai',
    coreHours: { from: '09:00', to: '18:00' },
    overlapHours: 0,
    languages: [],
    countries: [],
    text: '',
    publishedAt: '2026-03-01T00:00:00Z',
  };
}
