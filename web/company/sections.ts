import type { Args, Result } from '../api/types.ts';

export type Posting = Result<'getPosting'>;
export type Draft = Args<'updatePosting'>['body']['content'];
/** What one section's form gives back: its fields, undefined where one was emptied. */
export type Patch = Partial<Draft>;

export interface SectionProps {
  content: Draft;
  /** Saves the section's fields; a cut of seats after students began to apply says why. */
  save: (patch: Patch, reason?: string) => void;
}

/** The topics of a posting, one page each, and the fields that belong to them. */
export const sections = {
  basics: ['title', 'category'],
  text: ['description', 'tasks', 'learns', 'mentor'],
  needs: ['skills', 'majors', 'studyLevels', 'languages'],
  time: ['startsOn', 'endsOn', 'hours', 'workMode', 'zone', 'coreHours', 'overlapHours'],
  terms: ['pay', 'credit', 'countries'],
  seats: ['capacity', 'validUntil'],
  questions: ['materials', 'questions'],
} as const satisfies Record<string, readonly (keyof Draft)[]>;
export type SectionName = keyof typeof sections;
export const sectionNames = [
  'basics',
  'text',
  'needs',
  'time',
  'terms',
  'seats',
  'questions',
] as const satisfies readonly SectionName[];

/** Whether something of a section is still missing; `missing` are JSON pointers into the content. */
export const isMissing = (section: SectionName, missing: readonly string[]): boolean =>
  sections[section].some((field) =>
    missing.some((pointer) => pointer === `/${field}` || pointer.startsWith(`/${field}/`)),
  );

/** Once approved only seats and validity may change. */
export const isOpen = (section: SectionName, state: Posting['state']): boolean =>
  state === 'draft' || state === 'changes_requested'
    ? true
    : section === 'seats' && (state === 'approved' || state === 'published' || state === 'paused');
