import { listsOfRound } from '../../functions/ranklist/store.ts';
import type { Table } from '../../functions/table/table.ts';

/** A document of a round with its students called by their ids again. */
export const unaliased = async <T>(table: Table, roundId: string, document: T): Promise<T> => {
  let text = JSON.stringify(document);
  for await (const list of listsOfRound(table, roundId, 'student'))
    if (list.side === 'student' && list.alias !== undefined)
      text = text.replaceAll(`"${list.alias}"`, JSON.stringify(list.studentId));
  return JSON.parse(text);
};
