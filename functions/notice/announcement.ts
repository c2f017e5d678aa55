import type { Deps } from '../deps.ts';
import type { CompanyId, StudentId } from '../ids.ts';
import type { Item } from '../table/table.ts';

/** Whom a change concerns: a student, or all who act for a company. */
export type Reader = { kind: 'student'; studentId: StudentId } | { kind: 'company'; companyId: CompanyId };

/** What the product writes in. */
export type Language = 'zh' | 'en';

export interface Wording {
  /** A few words without a full stop. */
  subject: string;
  /** What it means and what to do next, in whole sentences. */
  text: string;
}

/** What there is to tell somebody. */
export interface Announcement {
  to: Reader;
  words: Readonly<Record<Language, Wording>>;
  /** A title or a name that the words are about, as its owner wrote it. */
  about?: { zh?: string | undefined; en?: string | undefined } | undefined;
  /** Why, as a person wrote it. */
  reason?: string | undefined;
  /** The page where the reader goes on: `/student/applications/…`. */
  path: string;
}

/** What the changes of one kind of item mean to people. Each domain has its own, listed in `announcers.ts`. */
export interface Announcer {
  /** The kind of item, as its sort key begins. */
  kind: string;
  /** The actions, of the change's stamp, that somebody waits for. */
  actions: readonly string[];
  /** Reads `item` as the change left it. Answers nothing where nobody has to know. */
  announce: (deps: Deps, item: Item, action: string) => Promise<readonly Announcement[]>;
}
