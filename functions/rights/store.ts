import { createHash } from 'node:crypto';
import { entity } from '../table/entity.ts';
import type { Item, Key, Operation, Query, Table } from '../table/table.ts';
import { Deletion, Erased, type StaffDeletion, type Whose } from './schema.ts';

/** Where what is kept with a person lies. */
export const ofPerson = (whose: Whose): Pick<Query, 'pk'> => ({
  pk: 'role' in whose ? `STAFF#${whose.subject}` : `STUDENT#${whose.studentId}`,
});
/** By what the issuer knows the person. */
export const subjectOf = (whose: Whose): string => ('role' in whose ? whose.subject : whose.studentId);
/** What the person's changes are signed with. */
export const signatureOf = (whose: Whose): string =>
  'role' in whose ? `${whose.role}:${whose.subject}` : `student:${whose.studentId}`;
export const isOfStaff = (deletion: Deletion): deletion is StaffDeletion => 'role' in deletion;

const deletionKey = (whose: Whose): Key => ({ ...ofPerson(whose), sk: 'DELETION' });
export const deletions = entity<Deletion>({
  schema: Deletion,
  key: deletionKey,
  index: (deletion) => {
    const sk = `${deletion.dueAt}#${deletion.word}`;
    // Those of whole cycles, which retention makes, are counted and not listed.
    const isListed =
      deletion.stage === 'asked' && !('because' in deletion && deletion.because === 'retention');
    return { gsi1: { pk: 'DELETIONS', sk }, ...(isListed && { gsi2: { pk: 'DELETIONS_ASKED', sk } }) };
  },
});
export const findDeletion = (table: Table, whose: Whose): Promise<Deletion | undefined> =>
  deletions.get(table, deletionKey(whose));

export const everyDeletion = (table: Table): AsyncGenerator<Deletion> =>
  deletions.all(table, { index: 'gsi1', pk: 'DELETIONS' });
/** Those that people asked for and that have not begun. */
export const askedDeletions = (table: Table): AsyncGenerator<Deletion> =>
  deletions.all(table, { index: 'gsi2', pk: 'DELETIONS_ASKED' });
/** Those whose time has come, the ones under way among them. */
export const deletionsDue = (table: Table, now: string): AsyncGenerator<Deletion> =>
  deletions.all(table, { index: 'gsi1', pk: 'DELETIONS', sk: { to: `${now}#~` } });

export const digestOfSubject = (subject: string): string =>
  createHash('sha256').update(`erased ${subject}`).digest('base64url');
const erasedKey = (of: string): Key => ({ pk: `ERASED#${of}`, sk: 'ERASED' });
export const erasures = entity({
  schema: Erased,
  key: ({ of }) => erasedKey(of),
  index: ({ begunAt, word, doneAt, because }) => ({
    // Whole cycles go by retention: they are counted, not listed.
    ...(because === undefined && { gsi1: { pk: 'ERASED', sk: `${begunAt}#${word}` } }),
    ...(doneAt === undefined && { gsi2: { pk: 'ERASING', sk: `${begunAt}#${word}` } }),
  }),
});
/** Whether somebody has been removed, or is just being removed. */
export const findErased = (table: Table, subject: string): Promise<Erased | undefined> =>
  erasures.get(table, erasedKey(digestOfSubject(subject)));
/** Holds in a write of something else that the removal of this person has not begun. */
export const notErased = (subject: string): Operation => ({
  check: erasedKey(digestOfSubject(subject)),
  if: { absent: true },
});
/** Those who asked to be removed and are, the latest first, as many as anybody reads. */
export const latestErased = async (table: Table): Promise<Erased[]> =>
  (await erasures.list(table, { index: 'gsi1', pk: 'ERASED', descending: true, limit: 200 })).items;

/** Removals that have not come to their end. */
export const goingOn = (table: Table): AsyncGenerator<Erased> =>
  erasures.all(table, { index: 'gsi2', pk: 'ERASING' });

/** The request with this word; undefined when the last of it is gone. */
export const findByWord = async (
  table: Table,
  { dueAt, word }: Pick<Deletion, 'dueAt' | 'word'>,
): Promise<Deletion | undefined> => {
  const query = { index: 'gsi1', pk: 'DELETIONS', sk: { prefix: `${dueAt}#${word}` } } as const;
  const [listed] = (await deletions.list(table, query)).items;
  return listed && findDeletion(table, listed);
};

/** A kept item's kind: `APPLICATION`. */
export const kindOfHeld = ({ sk }: Pick<Item, 'sk'>): string => sk.split('#', 1).join('');
