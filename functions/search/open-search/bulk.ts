import { ExponentialBackoff, handleType, retry } from 'cockatiel';
import { postingFields, studentFields } from '../../../matching/ranking/open-search/fields.ts';
import { Unavailable } from '../../errors.ts';
import { SearchWriteFailed, type SearchIndex, type SearchWrite } from '../search.ts';
import { BulkAnswer } from './answers.ts';
import type { Connection } from './connection.ts';

const mostAtOnce = 500;
/** The version is already there, or a newer one: what was wanted is so. */
const ALREADY = 409;
const BUSY = 429;
/** Nobody has built the documents yet: they wait for it, for none of them is wrong. */
const notBuilt = 'index_not_found_exception';

/** Three more tries within about two seconds; a longer pause is for whoever follows the record to wait out. */
const patiently = retry(handleType(Unavailable), {
  maxAttempts: 3,
  backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 2_000 }),
});

/**
 * Writes documents under the names of their indexes. A removal leaves a tombstone: OpenSearch forgets the versions of
 * what is deleted, and a late upsert would bring it back.
 */
export const bulkWrite = async (
  connection: Connection,
  nameOf: (index: SearchIndex) => string,
  writes: readonly SearchWrite[],
): Promise<void> => {
  const refused: { index: SearchIndex; id: string; reason: string }[] = [];
  for (let at = 0; at < writes.length; at += mostAtOnce) {
    let waiting = writes.slice(at, at + mostAtOnce);
    await patiently.execute(async () => {
      const body = waiting.flatMap((write) => linesOf(write, nameOf(write.index))).join('');
      const answer = await connection.ask({
        method: 'POST',
        path: '/_bulk',
        query: { require_alias: true },
        body,
      });
      const { items } = BulkAnswer.parse(answer);
      const busy: SearchWrite[] = [];
      for (const [position, item] of items.entries()) {
        const write = waiting[position];
        if (write === undefined || item.error === undefined || item.status === ALREADY) continue;
        if (item.status === BUSY || item.status >= 500 || item.error.type === notBuilt) busy.push(write);
        else refused.push({ index: write.index, id: write.id, reason: item.error.reason ?? item.error.type });
      }
      waiting = busy;
      if (busy.length > 0) throw new Unavailable(`OpenSearch is too busy for ${busy.length} documents.`);
    });
  }
  if (refused.length > 0) throw new SearchWriteFailed(refused);
};

const linesOf = (write: SearchWrite, name: string): string[] => {
  const { id, version, document, forGood } = write;
  const place = { _index: name, _id: id, version, version_type: 'external' };
  const isDropped = document === undefined && forGood === true;
  return (isDropped ? [{ delete: place }] : [{ index: place }, sourceOf(write)]).map(
    (line) => `${JSON.stringify(line, wellFormed)}\n`,
  );
};

/** Half a surrogate pair is no text to OpenSearch, and would take the whole request down. */
const wellFormed = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value;

const sourceOf = (write: SearchWrite): object => {
  if (write.document === undefined) return { id: write.id, live: false };
  const fields = write.index === 'postings' ? postingFields(write.document) : studentFields(write.document);
  return { ...fields, document: write.document };
};
