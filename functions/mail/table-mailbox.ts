import * as z from 'zod';
import type { Key, Table } from '../table/table.ts';
import { WriteConflict } from '../table/table.ts';
import type { Mailbox } from './mail.ts';

const StoredLetter = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.string(),
});

export const boxOf = (address: string): string => `MAIL#${address.trim().toLowerCase()}`;
/** What keeps a letter from being put down twice. */
export const guardOf = (letterId: string): Key => ({ pk: `MAIL_SENT#${letterId}`, sk: 'GUARD' });

/** Letters kept in the record instead of sent: what a page shows on a laptop. */
export function tableMailbox({ table }: { table: Table }): Mailbox {
  return {
    send: async (letter) => {
      const stamp = { by: 'mail', action: 'mail.send', at: letter.sentAt };
      const guard = { ...guardOf(letter.id), body: {}, stamp };
      const sk = `${letter.sentAt}#${letter.id}`;
      try {
        await table.write([
          { put: guard, if: { absent: true } },
          { put: { pk: boxOf(letter.to), sk, body: { ...letter }, stamp } },
        ]);
      } catch (error) {
        if (!(error instanceof WriteConflict)) throw error;
      }
    },
    received: async (address, { limit, cursor }) => {
      const query = {
        pk: boxOf(address),
        limit,
        descending: true,
        cursor,
      };
      const page = await table.query(query);
      const letters = page.items.map(({ body }) => StoredLetter.parse(body));
      return page.cursor === undefined ? { letters } : { letters, cursor: page.cursor };
    },
  };
}
