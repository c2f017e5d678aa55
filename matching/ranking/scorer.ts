import type { Aspect } from './aspects.ts';
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
import { ineligibilities, passes, type IneligibleBecause } from './eligibility.ts';
import { PerGroup } from './groups.ts';
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

/** What each rule of eligibility reads of a document. */
const aspectOf: Readonly<Record<IneligibleBecause, Aspect>> = {
  cycle: 'cycle',
  dates: 'dates',
  country: 'place',
  authorization: 'place',
  language: 'language',
  studyLevel: 'studyLevel',
};

/** Sums of the same numbers may differ this much by their order. */
const ROUNDING = 1e-9;

/** Scores the candidates of one plan. Without a pairing only text counts. */
export class Scorer<D extends { readonly id: string }> {
  readonly #plan: Page;
  readonly #corpus: Corpus<D, Aspect>;
  readonly #pairing: Pairing<D> | undefined;
  readonly #text: Float32Array;
  readonly #active: readonly CriterionName[];
  /** Of the active criteria but text, in their order. */
  readonly #weights: readonly number[];
  readonly #scores: readonly PerGroup<D>[];
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
    this.#weights = paired.map((name) => plan.weights[name]);
    this.#scores = paired.map(
      (name) => new PerGroup(corpus.groups(name), (document) => this.#pairScore(name, document)),
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
      new PerGroup(corpus.groups('overlap'), (document) =>
        overlapMinutes(pairing.student(document), pairing.posting(document)),
      );
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
    for (let at = 0; at < this.#scores.length; at += 1) {
      const score = at === this.#skills ? 1 : (this.#scores[at]?.at(slot, document) ?? 0);
      most += (this.#weights[at] ?? 0) * score;
    }
    return most >= least - ROUNDING;
  }

  /** The sum of the points of `parts`, added in the same order. */
  score(document: D, slot: number): number {
    let sum = 0;
    for (let at = 0; at < this.#scores.length; at += 1) {
      sum += (this.#weights[at] ?? 0) * (this.#scores[at]?.at(slot, document) ?? 0);
    }
    return sum + this.#textPoints(slot);
  }

  parts(document: D, slot: number): Part[] {
    return this.#active.map((criterion) => {
      const weight = this.#plan.weights[criterion];
      const score =
        criterion === 'text' ? textScore(this.#text[slot] ?? 0) : this.#pairScore(criterion, document);
      return { criterion, score, weight, points: weight * score, facts: this.#factsOf(criterion, document) };
    });
  }

  #textPoints(slot: number): number {
    return this.#plan.weights.text * textScore(this.#text[slot] ?? 0);
  }

  #pairScore(name: Exclude<CriterionName, 'text'>, document: D): number {
    const pairing = this.#pairing;
    if (pairing === undefined) return 0;
    const [student, posting] = [pairing.student(document), pairing.posting(document)];
    if (name === 'overlap') return overlapScore(overlapMinutes(student, posting), posting);
    return criteria[name].score(student, posting);
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
