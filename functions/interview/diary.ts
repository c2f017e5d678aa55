import * as z from 'zod';
import type { CompanyId, StudentId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Stamp, Table } from '../table/table.ts';
import { Span } from './schema.ts';

/**
 * When one person has interviews, in one item. Whatever gives or takes a time writes it at the version that was read:
 * of two interviews at the same hour that are booked at the same moment, one write fails.
 */
const Diary = z.object({
  /** Where it is kept: a student's with the student, a recruiter's with the company. */
  pk: z.string(),
  sk: z.string(),
  entries: z.array(Span.extend({ id: z.string() })),
  version: z.number().int(),
});
export type Diary = z.infer<typeof Diary>;
export type DiaryEntry = Diary['entries'][number];

const diaries = entity({ schema: Diary, key: ({ pk, sk }) => ({ pk, sk }) });

export const studentDiary = (studentId: StudentId): Key => ({ pk: `STUDENT#${studentId}`, sk: 'DIARY' });
export const recruiterDiary = (of: { companyId: CompanyId; recruiter: string }): Key => ({
  pk: `COMPANY#${of.companyId}`,
  sk: `DIARY#${of.recruiter}`,
});

export const readDiary = async (table: Table, key: Key): Promise<Diary> =>
  (await diaries.get(table, key)) ?? { ...key, entries: [], version: 0 };

/** Writes a diary at the version that was read, without what is over by now. */
export const writeDiary = (diary: Diary, entries: readonly DiaryEntry[], by: Stamp): Operation => {
  const kept = { ...diary, entries: entries.filter(({ end }) => end > by.at) };
  return diary.version === 0 ? diaries.create(kept, by) : diaries.update(kept, by);
};

export const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** The entry that a time overlaps. */
export const clashIn = (
  { entries }: { entries: readonly DiaryEntry[] },
  span: Span,
): DiaryEntry | undefined => entries.find((entry) => overlaps(entry, span));

export const without = ({ entries }: Diary, id: string): DiaryEntry[] =>
  entries.filter((entry) => entry.id !== id);
