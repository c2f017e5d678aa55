import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../functions/search/open-search/connection.ts';
import { rankEval } from '../relevance/titles/rank-eval.ts';
import { titleFigures } from '../relevance/titles/report.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('open-search');

const files = {
  'corpus.tsv': 'id\ttitle\nc1\tdata analyst\nc2\tdata engineer\nc3\t会计\nc4\taccountant\nc5\tanalyst\n',
  'queries.tsv': 'id\ttitle\nq1\tdata analyst\nq2\t会计实习生\nq3\tbusiness analyst\n',
  'qrels.tsv': 'query\tdocument\trelevance\nq1\tc5\t1\nq1\tc1\t1\nq2\tc4\t1\nq3\tc2\t1\n',
};

test.skipIf(url === undefined)('the evaluation of OpenSearch gives the figure that is our own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'titles-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const connection = connect(url ?? '');
  const [own] = Object.values(titleFigures(folder));
  const theirs = await rankEval(connection, folder);
  await connection.close();
  rmSync(folder, { recursive: true });
  expect(own?.ndcg).toBeGreaterThan(0.5);
  expect(own?.ndcg).toBeLessThan(1);
  expect(theirs).toBeCloseTo(own?.ndcg ?? NaN, 6);
});
