import type { Aspect } from './aspects.ts';
import type { Corpus } from './corpus.ts';
import { MAJOR_WORTH, worthUnnamed } from './criteria/major.ts';
import { overlapScore } from './criteria/overlap.ts';
import { shareOfSkills, worthOfAll } from './criteria/skills.ts';
import { textFacts, textScore } from './criteria/text.ts';
import { ineligibilities, passes, type IneligibleBecause } from './eligibility.ts';
import { criteria, factsOf } from './facts.ts';
import type { Pairing } from './pairing.ts';
import type { CriterionName, Part } from './part.ts';
import { PerGroup } from './per-group.ts';
import type { Page } from './plan.ts';
import type { Top } from './top.ts';
import { criterionNames } from './weights.ts';

/** What each rule of eligibility reads of a document. */
const aspectOf: Readonly<Record<IneligibleBecause, Aspect>> = {
  cycle: 'cycle',
  dates: 'dates',
  country: 'place',
  authorization: 'place',
  language: 'language',
  studyLevel: 'studyLevel',
};

/** Small enough to stay close to the processor, large enough to find good ones in. */
const BLOCK = 2048;

/** Criteria in the order in which they are asked: those that tell documents apart, then those that many are good at. */
const tellingFirst = [
  'skills',
  'major',
  'interest',
  'overlap',
  'language',
  'dates',
  'hours',
  'studyLevel',
  'text',
] as const satisfies readonly CriterionName[];

/** A sum of 32-bit points may differ this much from that of exact ones. */
const ROUNDING = 1e-6;

/** Scores the candidates of one plan. Without a pairing only text counts. */
export class Scorer<D extends { readonly id: string }> {
  readonly #plan: Page;
  readonly #corpus: Corpus<D, Aspect, never>;
  readonly #pairing: Pairing<D> | undefined;
  readonly #active: readonly CriterionName[];
  readonly #minutes: (slot: number) => number;
  readonly #text: Float32Array;

  constructor(plan: Page, corpus: Corpus<D, Aspect, never>, pairing: Pairing<D> | undefined) {
    this.#plan = plan;
    this.#corpus = corpus;
    this.#pairing = pairing;
    this.#active = criterionNames.filter(
      (name) => plan.weights[name] > 0 && (pairing !== undefined || name === 'text'),
    );
    this.#minutes = pairing === undefined ? () => 0 : corpus.clocks.minutesWith(pairing.days);
    this.#text = plan.weights.text > 0 ? corpus.textScores(plan.text) : new Float32Array();
  }

  /** The slots that pass every rule of eligibility, in the place of all. */
  eligible(slots: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const { student, posting } = this.#pairing ?? {};
    if (student === undefined || posting === undefined) return slots;
    return [...new Set(Object.values(aspectOf))].reduce((left, aspect) => {
      const rules = ineligibilities.filter((rule) => aspectOf[rule] === aspect);
      const passesAll = (document: D): number =>
        Number(rules.every((rule) => passes(rule, student(document), posting(document))));
      return this.#perGroup(aspect, 'eligible', passesAll).keep(left);
    }, slots);
  }

  overlapMinutes(slot: number): number {
    return this.#minutes(slot);
  }

  /**
   * Adds to `top` what belongs to it. A block of slots is left alone as soon as the criteria that are still to be asked
   * cannot bring it into the top, the telling ones first: few are asked for everything.
   */
  addBest(slots: Uint32Array, top: Top): void {
    const criteriaLeft = tellingFirst.filter((name) => this.#active.includes(name));
    const summands = criteriaLeft.map((name) => ({
      weight: this.#plan.weights[name],
      points: this.#points(name),
    }));
    const whole = summands.reduce((sum, { weight }) => sum + weight, 0);
    const sums = new Float64Array(BLOCK);
    for (let from = 0; from < slots.length; from += BLOCK) {
      let left = slots.slice(from, from + BLOCK);
      let open = whole;
      sums.fill(0);
      for (const { weight, points } of summands) {
        add(sums, points(left), left.length);
        open -= weight;
        left = reaching(top.least - open - ROUNDING, sums, left);
      }
      for (let at = 0; at < left.length; at += 1) top.add(left[at] ?? 0, Math.fround(sums[at] ?? 0));
    }
  }

  parts(document: D, slot: number): Part[] {
    return this.#active.map((criterion): Part => {
      const weight = this.#plan.weights[criterion];
      const pairing = this.#pairing;
      if (criterion === 'text' || pairing === undefined) {
        const score = textScore(this.#text[slot] ?? 0);
        const facts = textFacts(this.#plan.text, this.#corpus.textOf(document));
        return { criterion, score, weight, points: pointsOf(weight, score), facts };
      }
      const pair = { student: pairing.student(document), posting: pairing.posting(document) };
      const score =
        criterion === 'overlap'
          ? overlapScore(this.#minutes(slot), pair.posting.overlapHours * 60)
          : criteria[criterion].score(pair.student, pair.posting);
      return { criterion, score, weight, points: pointsOf(weight, score), facts: factsOf(criterion, pair) };
    });
  }

  /** What a criterion gives each of a block of slots, to be read before the next block is asked for. */
  #points(name: CriterionName): (slots: Uint32Array) => Float64Array {
    const weight = this.#plan.weights[name];
    const pairing = this.#pairing;
    const given = new Float64Array(BLOCK);
    if (name === 'text' || pairing === undefined) {
      const text = this.#text;
      return (slots) => {
        for (let at = 0; at < slots.length; at += 1)
          given[at] = pointsOf(weight, textScore(text[slots[at] ?? 0] ?? 0));
        return given;
      };
    }
    const { student, posting, skills, namesMajor } = pairing;
    if (name === 'skills') {
      const needed = this.#perGroup(name, 'needed', (document) => worthOfAll(posting(document).skills));
      return (slots) => {
        needed.write(given, slots);
        for (let at = 0; at < slots.length; at += 1)
          given[at] = pointsOf(weight, shareOfSkills(skills[slots[at] ?? 0] ?? 0, given[at] ?? 0));
        return given;
      };
    }
    if (name === 'overlap') {
      const minutes = this.#minutes;
      const needed = this.#perGroup(name, 'needed', (document) => posting(document).overlapHours * 60);
      return (slots) => {
        needed.write(given, slots);
        for (let at = 0; at < slots.length; at += 1)
          given[at] = pointsOf(weight, overlapScore(minutes(slots[at] ?? 0), given[at] ?? 0));
        return given;
      };
    }
    if (name === 'major' && namesMajor !== undefined) {
      const named = pointsOf(weight, MAJOR_WORTH.named);
      const unnamed = this.#perGroup(name, String(weight), (document) =>
        pointsOf(weight, worthUnnamed(student(document), posting(document))),
      );
      return (slots) => {
        unnamed.write(given, slots);
        for (let at = 0; at < slots.length; at += 1) if (namesMajor(slots[at] ?? 0)) given[at] = named;
        return given;
      };
    }
    const points = this.#perGroup(name, String(weight), (document) =>
      pointsOf(weight, criteria[name].score(student(document), posting(document))),
    );
    return (slots) => {
      points.write(given, slots);
      return given;
    };
  }

  /** `what`: tells apart what is computed of an aspect. */
  #perGroup(aspect: Aspect, what: string, compute: (document: D) => number): PerGroup<D> {
    const name = `${what} ${this.#pairing?.subjectKey(aspect) ?? ''}`;
    return new PerGroup(this.#corpus.groups(aspect), this.#corpus.documents, name, compute);
  }
}

function add(sums: Float64Array, points: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) sums[at] = (sums[at] ?? 0) + (points[at] ?? 0);
}

/** The slots whose sums reach `least`, with their sums, in the place of all. */
function reaching(
  least: number,
  sums: Float64Array,
  slots: Uint32Array<ArrayBuffer>,
): Uint32Array<ArrayBuffer> {
  let kept = 0;
  for (let at = 0; at < slots.length; at += 1) {
    const sum = sums[at] ?? 0;
    slots[kept] = slots[at] ?? 0;
    sums[kept] = sum;
    if (sum >= least) kept += 1;
  }
  return slots.subarray(0, kept);
}

/**
 * Points have 32 bits, as search engines keep them. Their sum then is exact in 64 bits, in any order, so that equal
 * parts are equal scores everywhere.
 */
function pointsOf(weight: number, score: number): number {
  return Math.fround(weight * score);
}
