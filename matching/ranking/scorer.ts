import type { Corpus } from './corpus.ts';
import { dates } from './criteria/dates.ts';
import { hours } from './criteria/hours.ts';
import { interest } from './criteria/interest.ts';
import { language } from './criteria/language.ts';
import { major } from './criteria/major.ts';
import { overlapFacts, overlapMinutes, overlapScore } from './criteria/overlap.ts';
import { skills } from './criteria/skills.ts';
import { studyLevel } from './criteria/study-level.ts';
import { textFacts, textScore } from './criteria/text.ts';
import type { PostingDocument, StudentDocument } from './document.ts';
import type { CriterionName, Facts, Part } from './part.ts';
import type { Page } from './plan.ts';
import { criterionNames } from './weights.ts';

/** Who the student and who the posting is when a document is the candidate. */
export interface Pairing<D> {
  readonly student: (candidate: D) => StudentDocument;
  readonly posting: (candidate: D) => PostingDocument;
}

/** The criteria that need no more than the two documents. */
const criteria = { skills, major, dates, hours, language, studyLevel, interest };

/** Scores the candidates of one plan. Without a pairing only text counts. */
export class Scorer<D extends { readonly id: string }> {
  readonly #plan: Page;
  readonly #corpus: Corpus<D>;
  readonly #pairing: Pairing<D> | undefined;
  readonly #text: Float32Array;
  readonly #active: readonly CriterionName[];
  /** Average overlap by working hours, computed when first needed. */
  readonly #overlaps: Float64Array;

  constructor(plan: Page, corpus: Corpus<D>, pairing: Pairing<D> | undefined) {
    this.#plan = plan;
    this.#corpus = corpus;
    this.#pairing = pairing;
    this.#text = corpus.textScores(plan.text);
    this.#overlaps = new Float64Array(corpus.hoursCount).fill(NaN);
    this.#active = criterionNames.filter(
      (name) => plan.weights[name] > 0 && (pairing !== undefined || name === 'text'),
    );
  }

  /** The sum of the points of `parts`, added in the same order. */
  score(document: D, slot: number): number {
    let sum = 0;
    for (const name of this.#active) sum += this.#plan.weights[name] * this.#scoreOf(name, document, slot);
    return sum;
  }

  parts(document: D, slot: number): Part[] {
    return this.#active.map((criterion) => {
      const weight = this.#plan.weights[criterion];
      const score = this.#scoreOf(criterion, document, slot);
      return { criterion, score, weight, points: weight * score, facts: this.#factsOf(criterion, document) };
    });
  }

  overlapMinutes(document: D, slot: number): number {
    const pairing = this.#pairing;
    if (pairing === undefined) return 0;
    const key = this.#corpus.hours[slot] ?? 0;
    const known = this.#overlaps[key] ?? NaN;
    if (!Number.isNaN(known)) return known;
    const minutes = overlapMinutes(pairing.student(document), pairing.posting(document));
    this.#overlaps[key] = minutes;
    return minutes;
  }

  #scoreOf(name: CriterionName, document: D, slot: number): number {
    if (name === 'text') return textScore(this.#text[slot] ?? 0);
    const pairing = this.#pairing;
    if (pairing === undefined) return 0;
    const posting = pairing.posting(document);
    if (name === 'overlap') return overlapScore(this.overlapMinutes(document, slot), posting);
    return criteria[name].score(pairing.student(document), posting);
  }

  #factsOf(name: CriterionName, document: D): Facts {
    const pairing = this.#pairing;
    if (name === 'text' || pairing === undefined) {
      return textFacts(this.#plan.text, this.#corpus.textOf(document));
    }
    const [student, posting] = [pairing.student(document), pairing.posting(document)];
    return name === 'overlap' ? overlapFacts(student, posting) : criteria[name].facts(student, posting);
  }
}
