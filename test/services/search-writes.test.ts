import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Unavailable } from '../../functions/errors.ts';
import { SearchWriteFailed } from '../../functions/search/search.ts';
import { connect } from '../../functions/search/open-search/connection.ts';
import { indexBehind } from '../../functions/search/open-search/indexes.ts';
import { openSearch } from '../../functions/search/open-search/open-search.ts';
import { searchPostings } from '../../matching/ranking/plan.ts';
import { posting } from '../matching/ranking/documents.ts';
import { emptyOpenSearch } from '../support/open-search.ts';
import { serviceUrl } from '../support/service.ts';

const url = serviceUrl('open-search');

describe.skipIf(url === undefined)('writing to OpenSearch', () => {
  let engine: Awaited<ReturnType<typeof emptyOpenSearch>>;
  beforeAll(async () => {
    engine = await emptyOpenSearch(url ?? '');
  });
  afterAll(() => engine.close());

  test('writes what it can of a batch, and names what was refused', async () => {
    const documents = [posting, { ...posting, id: 'refused', publishedAt: 'x'.repeat(40_000) }];
    const writing = engine.search.write(
      documents.map((document) => ({ index: 'postings', id: document.id, version: 1, document })),
    );
    const refused = [{ index: 'postings', id: 'refused', reason: expect.stringContaining('immense term') }];
    await expect(writing).rejects.toThrow(SearchWriteFailed);
    await expect(writing).rejects.toMatchObject({ refused });
    await engine.settle();
    const { hits } = await engine.search.rankPostings(searchPostings());
    expect(hits.map(({ id }) => id)).toEqual([posting.id]);
  });

  test('refuses a field that the mapping does not name', async () => {
    const path = `/${await indexBehind(engine.connection, engine.names.alias('postings'))}/_doc/more`;
    const asked = engine.connection.ask({ method: 'PUT', path, body: { nationality: 'DE' } });
    await expect(asked).rejects.toThrow(/strict_dynamic_mapping_exception/);
  });

  test('waits for documents that nobody has built, and makes no index of its own accord', async () => {
    const search = openSearch({ connection: engine.connection, nameOf: (index) => `absent-${index}` });
    const write = { index: 'postings', id: posting.id, version: 1, document: posting } as const;
    await expect(search.write([write])).rejects.toThrow(Unavailable);
    await expect(search.rankPostings(searchPostings())).rejects.toThrow(Unavailable);
    expect(await indexBehind(engine.connection, 'absent-postings')).toBeUndefined();
  });

  test('says that nobody answers', async () => {
    const connection = connect('http://127.0.0.1:9');
    const search = openSearch({ connection, nameOf: engine.names.alias });
    await expect(search.rankPostings(searchPostings())).rejects.toThrow(Unavailable);
    await connection.close();
  });
});
