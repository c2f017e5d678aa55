import type { Occurrences } from './posting-lists.ts';
import { WordLists } from './word-lists.ts';

/** Skill to what it is worth to whoever has it or asks for it: whole numbers from 1. */
export type SkillWorths = ReadonlyMap<string, number>;

/** Who has or asks for which skill: most documents share none with a subject and are not looked at. */
export class SkillIndex {
  readonly #lists = new WordLists();
  readonly #found: Occurrences;
  #sums = new Uint16Array();

  /** `found`: room to read lists into, which several indexes can share. */
  constructor(found: Occurrences) {
    this.#found = found;
  }

  /** Slots are given in ascending order and never given twice. */
  add(slot: number, skills: SkillWorths): void {
    for (const [skill, worth] of skills) this.#lists.append(skill, slot, worth);
  }

  /** By slot what the skills that it shares with a subject are worth, to be read before the next subject's. */
  shared(subject: SkillWorths, slots: number): Uint16Array {
    if (this.#sums.length < slots) this.#sums = new Uint16Array(Math.ceil(1.25 * slots));
    const sums = this.#sums.fill(0);
    for (const [skill, worth] of subject) {
      this.#lists.read(skill, this.#found);
      const { count, slots: having, frequencies } = this.#found;
      for (let at = 0; at < count; at += 1) {
        const slot = having[at] ?? 0;
        sums[slot] = (sums[slot] ?? 0) + worth * (frequencies[at] ?? 0);
      }
    }
    return sums;
  }
}
