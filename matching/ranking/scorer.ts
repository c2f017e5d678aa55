import type { Aspect } from './aspects.ts';
import type { Corpus } from './corpus.ts';
import { overlapScore } from './criteria/overlap.ts';
import { textFacts, textScore } from './criteria/text.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import { ineligibilities, passes, type IneligibleBecause } from './eligibility.ts';
import { criteria, factsOf } from './facts.ts';
import { PerGroup } from './groups.ts';
import type { CriterionName, Facts, Part } from './part.ts';
import type { Page } from './plan.ts';
import { criterionNames } from './weights.ts';
import { sharedMinutes, type WorkingDays } from './zones.ts';

/** Who the student and who the posting is when a document is the candidate. */
export interface Pairing<D> {
  readonly student: (candidate: D) => StudentDocument;
  readonly posting: (candidate: D) => PostingDocument;
  /** The subject's. */
  readonly days: WorkingDays;
}

/** What each rule of eligibility reads of a document. */
const aspectOf: Readonly<Record<IneligibleBecause, Aspect>> = {
  cycle: 'cycle',
  dates: 'dates',
  country: 'place',
  authorization: 'place',
  language: 'language',
  studyLevel: 'studyLevel',
};

/** A sum of 32-bit points may differ this much from that of exact ones. */
const ROUNDING = 1e-6;

/** Scores the candidates of one plan. Without a pairing only text counts. */
export class Scorer<D extends { readonly id: string }> {
  readonly #plan: Page;
  readonly #corpus: Corpus<D, Aspect>;
  readonly #pairing: Pairing<D> | undefined;
  readonly #text: Float32Array;
  readonly #active: readonly CriterionName[];
  /** Of the active criteria but text, in their order, as 32-bit numbers. */
  readonly #points: readonly PerGroup<D>[];
  /** Where skills stand in these lists: they differ most from document to document. */
  readonly #skills: number;
  readonly #rules: readonly PerGroup<D>[];
  readonly #minutes: PerGroup<D> | undefined;

  constructor(plan: Page, corpus: Corpus<D, Aspect>, pairing: Pairing<D> | undefined) {
    this.#plan = plan;
    this.#corpus = corpus;
    this.#pairing = pairing;
    this.#text = corpus.textScores(plan.text);
    this.#active = criterionNames.filter(
      (name) => plan.weights[name] > 0 && (pairing !== undefined || name === 'text'),
    );
    const paired = this.#active.filter((name) => name !== 'text');
    this.#points = paired.map(
      (name) =>
        new PerGroup(corpus.groups(name), (document, group) =>
          pointsOf(plan.weights[name], this.#pairScore(name, document, group)),
        ),
    );
    this.#skills = paired.indexOf('skills');
    this.#rules =
      pairing === undefined
        ? []
        : ineligibilities.map(
            (rule) =>
              new PerGroup(corpus.groups(aspectOf[rule]), (document) =>
                Number(passes(rule, pairing.student(document), pairing.posting(document))),
              ),
          );
    this.#minutes =
      pairing &&
      new PerGroup(corpus.groups('overlap'), (_, group) => {
        const days = corpus.workingDays[group];
        return days === undefined ? 0 : sharedMinutes(pairing.days, days);
      });
  }

  isEligible(document: D, slot: number): boolean {
    for (const rule of this.#rules) if (rule.at(slot, document) === 0) return false;
    return true;
  }

  overlapMinutes(document: D, slot: number): number {
    return this.#minutes?.at(slot, document) ?? 0;
  }

  /** False only when the score is below `least`: what skills may add is taken at its best, without looking at them. */
  mayReach(least: number, document: D, slot: number): boolean {
    if (least === -Infinity) return true;
    let most = this.#textPoints(slot);
    for (let at = 0; at < this.#points.length; at += 1) {
      most += at === this.#skills ? this.#plan.weights.skills : (this.#points[at]?.at(slot, document) ?? 0);
    }
    return most >= least - ROUNDING;
  }

  /** The sum of the points of `parts`. */
  score(document: D, slot: number): number {
    let sum = this.#textPoints(slot);
    for (let at = 0; at < this.#points.length; at += 1) sum += this.#points[at]?.at(slot, document) ?? 0;
    return Math.fround(sum);
  }

  parts(document: D, slot: number): Part[] {
    const group = this.#corpus.groups('overlap').bySlot[slot] ?? 0;
    return this.#active.map((criterion) => {
      const weight = this.#plan.weights[criterion];
      const score =
        criterion === 'text' ? textScore(this.#text[slot] ?? 0) : this.#pairScore(criterion, document, group);
      const points = pointsOf(weight, score);
      return { criterion, score, weight, points, facts: this.#factsOf(criterion, document) };
    });
  }

  #textPoints(slot: number): number {
    return pointsOf(this.#plan.weights.text, textScore(this.#text[slot] ?? 0));
  }

  /** `group`: that of the overlap, for that criterion. */
  #pairScore(name: Exclude<CriterionName, 'text'>, document: D, group: number): number {
    const pairing = this.#pairing;
    if (pairing === undefined) return 0;
    const [student, posting] = [pairing.student(document), pairing.posting(document)];
    if (name === 'overlap') return overlapScore(this.#minutes?.of(group, document) ?? 0, posting);
    return criteria[name].score(student, posting);
  }

  #factsOf(name: CriterionName, document: D): Facts {
    const pairing = this.#pairing;
    if (name === 'text' || pairing === undefined) {
      return textFacts(this.#plan.text, this.#corpus.textOf(document));
    }
    return factsOf(name, { student: pairing.student(document), posting: pairing.posting(document) });
  }
}

/**
 * Points have 32 bits, as search engines keep them. Their sum then is exact in 64 bits, in any order, so that equal
 * parts are equal scores everywhere.
 */
function pointsOf(weight: number, score: number): number {
  return Math.fround(weight * score);
}
