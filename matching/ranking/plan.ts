import type { PostingDocument, StudentDocument } from './document.ts';
import { profileQuery, searchQuery } from './query.ts';
import { noText, type TextQuery } from './text-query.ts';
import { defaultWeights, noWeights, normalised, type Weights } from './weights.ts';
import type { PostingWishes, StudentWishes } from './wishes.ts';

export interface PageOptions {
  readonly excluded?: readonly string[] | undefined;
  readonly weights?: Partial<Weights> | undefined;
  /** False keeps those who fail an eligibility rule in the list; true by default. */
  readonly eligibleOnly?: boolean | undefined;
  readonly limit?: number | undefined;
  /** Whether values of facets are counted, which costs more than the hits; true by default. */
  readonly facets?: boolean | undefined;
  readonly offset?: number | undefined;
}

export type PostingOptions = PostingWishes & PageOptions;
export type StudentOptions = StudentWishes & PageOptions;
export type SearchOptions = PostingWishes &
  Omit<PageOptions, 'weights' | 'eligibleOnly'> & { readonly order?: 'score' | 'newest' | undefined };

/** What every plan has. */
export interface Page {
  readonly excluded: readonly string[];
  /** Normalised: they add up to 1, or are all 0 in a plan that only filters and sorts. */
  readonly weights: Weights;
  readonly eligibleOnly: boolean;
  /** Its score is the text criterion. */
  readonly text: TextQuery;
  readonly facets: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Postings for a student, or for anybody when there is no subject. */
export interface PostingsPlan extends Page {
  readonly ranks: 'postings';
  readonly subject?: StudentDocument | undefined;
  readonly wishes: PostingWishes;
  readonly order: 'score' | 'newest';
}

/** Students for a posting. */
export interface StudentsPlan extends Page {
  readonly ranks: 'students';
  readonly subject: PostingDocument;
  readonly wishes: StudentWishes;
}

/** A ranking as data: whom for, hard filters, weighted criteria. Any engine can carry it out. */

/** Postings that fit a student; `q` searches, else the student's own text is the query. */
export function postingsForStudent(student: StudentDocument, options: PostingOptions = {}): PostingsPlan {
  const { page, wishes } = split({ cycleId: student.cycleId, ...options });
  const text = wishes.q === undefined ? profileQuery(student.text) : searchQuery(wishes.q);
  return { ranks: 'postings', subject: student, wishes, order: 'score', ...pageOf(page, text) };
}

/** Students who fit a posting; `q` searches, else the posting's title and text are the query. */
export function studentsForPosting(posting: PostingDocument, options: StudentOptions = {}): StudentsPlan {
  const { page, wishes } = split({ cycleId: posting.cycleId, ...options });
  const own = `${posting.title}\n${posting.text}`;
  const text = wishes.q === undefined ? profileQuery(own) : searchQuery(wishes.q);
  return { ranks: 'students', subject: posting, wishes, ...pageOf(page, text) };
}

/** Postings for anybody: by how well the text matches, or the newest first when there is no `q`. */
export function searchPostings({ order, ...options }: SearchOptions = {}): PostingsPlan {
  const { page, wishes } = split(options);
  const text = wishes.q === undefined ? noText : searchQuery(wishes.q);
  const weights = text.terms.length === 0 ? noWeights : { ...noWeights, text: 1 };
  const sorted = order ?? (text.terms.length === 0 ? 'newest' : 'score');
  return { ranks: 'postings', wishes, order: sorted, ...pageOf(page, text), weights };
}

function split<W extends PageOptions>(options: W) {
  const { excluded, weights, eligibleOnly, facets, limit, offset, ...wishes } = options;
  return { page: { excluded, weights, eligibleOnly, facets, limit, offset }, wishes };
}

function pageOf(options: PageOptions, text: TextQuery): Page {
  const chosen = { ...defaultWeights, ...options.weights };
  return {
    excluded: options.excluded ?? [],
    weights: normalised(text.terms.length === 0 ? { ...chosen, text: 0 } : chosen),
    eligibleOnly: options.eligibleOnly ?? true,
    text,
    facets: options.facets ?? true,
    limit: options.limit ?? 20,
    offset: options.offset ?? 0,
  };
}
