import { recordedSample } from '../../functions/changes/rebuild-check.ts';
import type { Table } from '../../functions/table/table.ts';
import type { Hit } from '../../matching/ranking/evaluate.ts';
import type { Sample } from './manifest.ts';

const listOf = (of: string | undefined, hits: readonly Hit[]): Sample['postings'][number] => ({
  of: of ?? '',
  hits: hits.map(({ id, score }): [string, number] => [id, score]),
});

/** How many documents a record makes, and some of their rankings. */
export const sampleOf = async (table: Table): Promise<Sample> => {
  const { counts, postings, students } = await recordedSample({ table });
  return {
    counts,
    postings: postings.map(({ plan, hits }) => listOf(plan.subject?.id, hits)),
    students: students.map(({ plan, hits }) => listOf(plan.subject.id, hits)),
  };
};
