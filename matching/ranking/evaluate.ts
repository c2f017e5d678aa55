import type { Aspect } from './aspects.ts';
import type { Corpus, PostingCorpus, StudentCorpus } from './corpus.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import { FacetCounter, type Facets } from './facets.ts';
import type { Part } from './part.ts';
import { comesAfter, placeOf, type Place } from './place.ts';
import type { Page, PostingsPlan, StudentsPlan } from './plan.ts';
import { neededMatches } from './query.ts';
import { Scorer, type Pairing } from './scorer.ts';
import { Top, type Scored } from './top.ts';
import { postingDays, studentDays } from './zones.ts';
import { postingFilters, studentFilters, type PostingFacet, type StudentFacet } from './wish-filters.ts';

export interface Hit {
  readonly id: string;
  /** In [0, 1]: the sum of the points of its parts. */
  readonly score: number;
  readonly parts: readonly Part[];
  /** Where it stands, for a list that goes on behind it. */
  readonly place: Place;
}

export interface Ranked<F extends string> {
  /** One page, best first; ties end by id. */
  readonly hits: readonly Hit[];
  /** All that pass the filters. */
  readonly total: number;
  readonly facets: Facets<F>;
}

/** Carries out a plan over postings in memory. */
export function evaluatePostings(plan: PostingsPlan, corpus: PostingCorpus): Ranked<PostingFacet> {
  const { subject } = plan;
  const pairing =
    subject === undefined
      ? undefined
      : {
          student: () => subject,
          posting: (document: PostingDocument) => document,
          days: studentDays(subject),
        };
  const counter = new FacetCounter<PostingDocument, PostingFacet>(
    postingFilters(plan.wishes),
    ['category', 'major', 'workMode', 'language', 'company', 'paid'],
    corpus,
  );
  const newest = plan.order === 'newest' ? ({ publishedAt }: PostingDocument) => publishedAt : undefined;
  const { hits, total } = rank({ plan, corpus, pairing, counter, newest });
  const facets = {
    category: counter.counts('category'),
    major: counter.counts('major'),
    workMode: counter.counts('workMode'),
    language: counter.counts('language'),
    company: counter.counts('company'),
    paid: counter.counts('paid'),
  };
  return { hits, total, facets };
}

/** Carries out a plan over students in memory. */
export function evaluateStudents(plan: StudentsPlan, corpus: StudentCorpus): Ranked<StudentFacet> {
  const pairing = {
    student: (document: StudentDocument) => document,
    posting: () => plan.subject,
    days: postingDays(plan.subject),
  };
  const counter = new FacetCounter<StudentDocument, StudentFacet>(
    studentFilters(plan.wishes),
    ['major', 'studyLevel', 'skill', 'language', 'country'],
    corpus,
  );
  const { hits, total } = rank({ plan, corpus, pairing, counter });
  const facets = {
    major: counter.counts('major'),
    studyLevel: counter.counts('studyLevel'),
    skill: counter.counts('skill'),
    language: counter.counts('language'),
    country: counter.counts('country'),
  };
  return { hits, total, facets };
}

interface Question<D extends { readonly id: string }, F extends string> {
  readonly plan: Page & {
    readonly wishes: { readonly q?: string | undefined; readonly minimumOverlapMinutes?: number | undefined };
  };
  readonly corpus: Corpus<D, Aspect>;
  readonly pairing: Pairing<D> | undefined;
  readonly counter: FacetCounter<D, F>;
  /** Sorts by this text, the largest first, instead of by score. */
  readonly newest?: ((document: D) => string) | undefined;
}

/** One pass over the corpus for scores and counts; explanations are made for the page's hits only. */
function rank<D extends { readonly id: string }, F extends string>(question: Question<D, F>) {
  const { plan, corpus, pairing, counter, newest } = question;
  const { after } = plan;
  const { documents } = corpus;
  const { q, minimumOverlapMinutes = 0 } = plan.wishes;
  const scorer = new Scorer(plan, corpus, pairing);
  const excluded = new Set(plan.excluded);
  const needed = neededMatches(plan.text.words.length);
  const matched = q === undefined || plan.text.words.length === 0 ? undefined : corpus.textMatches(plan.text);
  const top = new Top(plan.limit, newest === undefined ? byScore : byNewest(newest));
  let total = 0;

  for (let slot = 0; slot < documents.length; slot += 1) {
    const document = documents[slot];
    if (
      document === undefined ||
      (matched?.[slot] ?? needed) < needed ||
      (excluded.size > 0 && excluded.has(document.id))
    )
      continue;
    if (pairing !== undefined) {
      if (plan.eligibleOnly && !scorer.isEligible(document, slot)) continue;
      if (minimumOverlapMinutes > 0 && scorer.overlapMinutes(document, slot) < minimumOverlapMinutes)
        continue;
    }
    if (!counter.count(document, slot)) continue;
    total += 1;
    // without a newest-first order only what may still come into the page is scored
    if (newest === undefined && !scorer.mayReach(top.least, document, slot)) continue;
    const score = scorer.score(document, slot);
    if (
      after !== undefined &&
      !comesAfter(after, { id: document.id, score, publishedAt: newest?.(document) })
    )
      continue;
    top.add(slot, score);
  }

  return { total, hits: top.list().flatMap(({ slot, score }) => hitAt(slot, score)) };

  function hitAt(slot: number, score: number): Hit[] {
    const document = documents[slot];
    if (document === undefined) return [];
    const place = placeOf({ id: document.id, score, publishedAt: newest?.(document) });
    return [{ id: document.id, score, parts: scorer.parts(document, slot), place }];
  }

  function byScore(a: Scored, b: Scored): number {
    return b.score - a.score || byIdAt(a.slot, b.slot);
  }

  function byNewest(time: (document: D) => string) {
    return (a: Scored, b: Scored): number => {
      const [first, second] = [documents[a.slot], documents[b.slot]];
      if (first === undefined || second === undefined) return 0;
      return compare(time(second), time(first)) || compare(first.id, second.id);
    };
  }

  function byIdAt(a: number, b: number): number {
    return compare(documents[a]?.id ?? '', documents[b]?.id ?? '');
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
