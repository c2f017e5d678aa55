import type { Deps } from '../deps.ts';
import type { CompanyId, StudentId } from '../ids.ts';
import type { Item } from '../table/table.ts';
import type { Inbox } from './schema.ts';
import type { Topic } from './topics.ts';

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

/** A date that is told in the reader's own zone and in the cycle's. */
export interface ToldDate {
  label: Readonly<Record<Language, string>>;
  /** What was announced before, where it was moved. */
  old?: string | undefined;
  at: string;
}

/** What there is to tell somebody. */
export interface Announcement {
  /** An inbox: one alone of those who act for a company. */
  to: Reader | Inbox;
  words: Readonly<Record<Language, Wording>>;
  /** A title or a name that the words are about, as its owner wrote it. */
  about?: { zh?: string | undefined; en?: string | undefined } | undefined;
  /** Why, as a person wrote it. */
  reason?: string | undefined;
  /** The page where the reader goes on: `/student/applications/…`. */
  path: string;
  /** What it is about, where the kind of the item does not say it. */
  topic?: Topic | undefined;
  dates?: readonly ToldDate[] | undefined;
  /**
   * When it happened, where that is not when the item changed: an item with the same key may have been before. Telling of
   * another instant is another notice; telling of the same one again is the same.
   */
  at?: string | undefined;
}

/** What the changes of one kind of item mean to people. Each domain has its own, listed in `announcers.ts`. */
export interface Announcer {
  /** The kind of item, as its sort key begins. */
  kind: string;
  /** The actions, of the change's stamp, that somebody waits for. */
  actions: readonly string[];
  /** Reads `item` as the change left it, `before` as it was. Answers nothing where nobody has to know. */
  announce: (deps: Deps, item: Item, action: string, before?: Item) => Promise<readonly Announcement[]>;
}
