import type { Deps } from '../deps.ts';
import { everyItem } from '../table/every.ts';
import { boxOf, guardOf } from './table-mailbox.ts';

/** Removes letters to an address, where letters stay here. Nothing is derived from one: its key, which holds the address, goes untold. */
export const removeLetters = async (
  { table, remains }: Pick<Deps, 'table' | 'remains'>,
  address: string,
): Promise<void> => {
  for (const { pk, sk, body } of await Array.fromAsync(everyItem(table, { pk: boxOf(address) })))
    await remains.takeOut([{ pk, sk }, ...(typeof body.id === 'string' ? [guardOf(body.id)] : [])]);
};
