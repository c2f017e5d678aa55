import type { Key } from '../../functions/table/table.ts';

/** Marks a record that an import has begun to fill. */
export const importMark: Key = { pk: 'IMPORT_UNDER_WAY', sk: 'IMPORT_UNDER_WAY' };

/** What belongs to the place and not to the programme: how far readers of its change feed are, what its queue holds. */
const ofPlace = new Set([
  'CHECKPOINT',
  'CLOCK',
  'DEAD_CHANGE',
  importMark.pk,
  'ONCE',
  'QUEUE',
  'QUEUE_DEAD',
  'REBUILD',
]);
/** Of the issuer's table: no sessions, which end with the move. */
const ofAccounts = new Set(['ACCOUNT', 'ACCOUNT_EMAIL']);

const firstWord = ({ pk }: Key): string => pk.split('#', 1).join('');

export const isOfProgramme = (key: Key): boolean => !ofPlace.has(firstWord(key));
export const isAccount = (key: Key): boolean => ofAccounts.has(firstWord(key));
