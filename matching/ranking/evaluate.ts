import { dayIn, type Aspect } from './aspects.ts';
import type { Corpus, PostingCorpus, StudentCorpus } from './corpus.ts';
import type { PostingDocument } from './document.ts';
import { FacetCounter, type Facets } from './facets.ts';
import { always, type Groups } from './groups.ts';
import { withPosting, withStudent, type Pairing } from './pairing.ts';
import type { Part } from './part.ts';
import { comesAfter, placeOf, type Place } from './place.ts';
import type { Page, PostingsPlan, StudentsPlan } from './plan.ts';
import { neededMatches } from './query.ts';
import { Scorer } from './scorer.ts';
import { Top, type Scored } from './top.ts';
import {
  postingFacetWishes,
  studentFacetWishes,
  type PostingFacet,
  type StudentFacet,
} from './wish-filters.ts';

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
  /** Empty where the plan does not ask for them. */
  readonly facets: Facets<F>;
}

/** Carries out a plan over postings in memory. */
export function evaluatePostings(plan: PostingsPlan, corpus: PostingCorpus): Ranked<PostingFacet> {
  const { subject, wishes } = plan;
  const pairing = subject && withStudent(subject, corpus);
  const cycles = wishes.cycleId === undefined ? undefined : [wishes.cycleId];
  const columns = {
    category: corpus.groups('facet category'),
    major: corpus.lists('facet major'),
    workMode: corpus.groups('facet workMode'),
    language: corpus.groups('facet language'),
    company: corpus.groups('facet company'),
    paid: corpus.groups('facet paid'),
  };
  const counter = new FacetCounter<PostingFacet>(columns, postingFacetWishes(wishes), plan.facets, corpus);
  const newest =
    plan.order === 'newest' ? { time: publishedAt, days: corpus.groups('published') } : undefined;
  const { hits, total } = rank({ plan, corpus, pairing, counter, cycles, newest });
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
  const { subject, wishes } = plan;
  const pairing = withPosting(subject, corpus);
  // a student of no cycle is of each
  const cycles = wishes.cycleId === undefined ? undefined : [wishes.cycleId, ''];
  const columns = {
    major: corpus.groups('facet major'),
    studyLevel: corpus.groups('facet studyLevel'),
    skill: corpus.lists('facet skill'),
    language: corpus.groups('facet language'),
    country: corpus.groups('facet country'),
  };
  const counter = new FacetCounter<StudentFacet>(columns, studentFacetWishes(wishes), plan.facets, corpus);
  const { hits, total } = rank({ plan, corpus, pairing, counter, cycles });
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
  readonly plan: Page & { readonly wishes: Wishes };
  readonly corpus: Corpus<D, Aspect, never>;
  readonly pairing: Pairing<D> | undefined;
  readonly counter: FacetCounter<F>;
  readonly cycles: readonly string[] | undefined;
  /** The newest first, instead of the best. */
  readonly newest?: Newest<D> | undefined;
}

interface Newest<D> {
  readonly time: (document: D) => string;
  /** Documents by the day that the time begins with. */
  readonly days: Groups;
}

interface Wishes {
  readonly q?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly minimumOverlapMinutes?: number | undefined;
}

/** One step after the other over all that are left; explanations are made for the page's hits only. */
function rank<D extends { readonly id: string }, F extends string>(question: Question<D, F>) {
  const { plan, corpus, pairing, counter, newest } = question;
  const { after } = plan;
  const { documents } = corpus;
  const scorer = new Scorer(plan, corpus, pairing);
  const slots = counter.keep(wished(question, scorer));
  const top = new Top(plan.limit, newest === undefined ? byScore : byNewest(newest.time), isBehind);
  if (newest === undefined) scorer.addBest(slots, top);
  else addNewest(newest);

  return { total: slots.length, hits: top.list().flatMap(({ slot, score }) => hitAt(slot, score)) };

  /** Most are of an earlier day than the last of the page, which is seen without a look at them. */
  function addNewest({ time, days }: Newest<D>): void {
    const { bySlot, names } = days;
    const isEarlier = new Uint8Array(days.size);
    let { worst } = top;
    for (const slot of slots) {
      if (isEarlier[bySlot[slot] ?? 0] === 1) continue;
      top.add(slot, 0);
      if (worst === top.worst) continue;
      worst = top.worst;
      const last = documents[worst ?? slot];
      if (last === undefined) continue;
      for (const [group, day] of names.entries()) isEarlier[group] = Number(day < dayIn(time(last)));
    }
  }

  function isBehind({ slot, score }: Scored): boolean {
    if (after === undefined) return true;
    const document = documents[slot];
    if (document === undefined) return false;
    return comesAfter(after, { id: document.id, score, publishedAt: newest?.time(document) });
  }

  function hitAt(slot: number, score: number): Hit[] {
    const document = documents[slot];
    if (document === undefined) return [];
    const parts = scorer.parts(document, slot);
    const place = placeOf({ id: document.id, score, publishedAt: newest?.time(document) });
    return [{ id: document.id, score: newest === undefined ? score : scoreOf(parts), parts, place }];
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

/** The slots that pass all but the wishes that facets look past, ascending. */
function wished<D extends { readonly id: string }, F extends string>(
  { plan, corpus, pairing, cycles }: Question<D, F>,
  scorer: Scorer<D>,
): Uint32Array<ArrayBuffer> {
  const { q, only, minimumOverlapMinutes = 0 } = plan.wishes;
  let slots = corpus.slots(only);
  if (q !== undefined && plan.text.words.length > 0) {
    const matched = corpus.textMatches(plan.text);
    const needed = neededMatches(plan.text.words.length);
    slots = kept(slots, (slot) => (matched[slot] ?? 0) >= needed);
  }
  if (cycles !== undefined) slots = kept(slots, corpus.groups('cycle').having(new Set(cycles)));
  if (plan.excluded.length > 0) {
    const excluded = new Set(corpus.slots(plan.excluded));
    slots = kept(slots, (slot) => !excluded.has(slot));
  }
  if (pairing === undefined) return slots;
  if (plan.eligibleOnly) slots = scorer.eligible(slots);
  if (minimumOverlapMinutes > 0)
    slots = kept(slots, (slot) => scorer.overlapMinutes(slot) >= minimumOverlapMinutes);
  return slots;
}

function kept(slots: Uint32Array<ArrayBuffer>, passes: (slot: number) => boolean): Uint32Array<ArrayBuffer> {
  if (passes === always) return slots;
  let count = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    if (!passes(slot)) continue;
    slots[count] = slot;
    count += 1;
  }
  return slots.subarray(0, count);
}

function publishedAt(posting: PostingDocument): string {
  return posting.publishedAt;
}

function scoreOf(parts: readonly Part[]): number {
  return Math.fround(parts.reduce((sum, { points }) => sum + points, 0));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
