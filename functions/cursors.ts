import { createHmac, timingSafeEqual } from 'node:crypto';
import { actorName, type Actor } from './actor.ts';
import { invalidCursor } from './table/cursor.ts';

/** Seals where a page ended, so that it comes back as it was and to the list that it belongs to. */
export interface Cursors {
  seal(list: string, cursor: string): Promise<string>;
  /** @throws DomainError `invalid_cursor` unless this was sealed for this list with this key */
  open(list: string, sealed: string): Promise<string>;
}

const macBytes = 16;

/** Cursors signed with HMAC-SHA-256, cut to 128 bits as RFC 2104 (5) allows. The key has 32 random bytes. */
export const signedCursors = (key: Uint8Array): Cursors => {
  const macOf = (list: string, cursor: string): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([list, cursor]))
      .digest()
      .subarray(0, macBytes);
  return {
    seal: async (list, cursor) =>
      Buffer.concat([macOf(list, cursor), Buffer.from(cursor)]).toString('base64url'),
    open: async (list, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const [mac, cursor] = [bytes.subarray(0, macBytes), bytes.subarray(macBytes).toString()];
      if (mac.length !== macBytes || !timingSafeEqual(mac, macOf(list, cursor))) throw invalidCursor();
      return cursor;
    },
  };
};

/** What makes a list another one: what was asked for, by whom. How long its pages are does not. */
interface Asked {
  operation: string;
  params: unknown;
  query: Readonly<Record<string, unknown>> | undefined;
  body: string;
  actor: Actor;
}

const listOf = ({ operation, params, query, body, actor }: Asked): string => {
  const { cursor: _, limit: __, ...filters } = query ?? {};
  return JSON.stringify([operation, params, filters, body, actorName(actor)]);
};

/** Opens the cursor of a request, and seals the one of its answer: handlers and stores know nothing of signatures. */
export const pagesOf = (cursors: Cursors, asked: Asked) => {
  const list = listOf(asked);
  return {
    query: async (): Promise<Asked['query']> => {
      const cursor = asked.query?.['cursor'];
      return typeof cursor === 'string'
        ? { ...asked.query, cursor: await cursors.open(list, cursor) }
        : asked.query;
    },
    answer: async (result: unknown): Promise<unknown> =>
      typeof result === 'object' && result !== null && 'next' in result && typeof result.next === 'string'
        ? { ...result, next: await cursors.seal(list, result.next) }
        : result,
  };
};
