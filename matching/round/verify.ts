import type { Instance } from './instance.ts';
import { entriesOf, WrongKind } from './read/entries.ts';
import { EntryReader } from './read/entry-reader.ts';
import { readLists } from './read/instance-reader.ts';
import type { Lists } from './read/lists.ts';
import { ResultError } from './result-form.ts';
import { snapshotHash } from './snapshot-text.ts';
import { assignmentFaults } from './verify/assignment.ts';
import { studentsBest } from './verify/best.ts';
import { wrongFigures } from './verify/figures.ts';
import { Limits } from './verify/limits.ts';
import { missedChoices } from './verify/missed.ts';
import { notBest } from './verify/optimum.ts';
import { Seating } from './verify/seating.ts';
import { type Standings, standingsOf } from './verify/standings.ts';
import { resultSections, type Stated, StatedReader } from './verify/stated.ts';
import { seatsAfter, wrongTransfers } from './verify/transfers.ts';
import type { Violation } from './verify/violation.ts';

/**
 * Every fault of a result; none means that it is a stable match of the instance, the best of its kind for the side that
 * proposed, and that its figures and its certificate are right. Written from the definitions, apart from the solver:
 * they share the parser and the hash only, so that one mistake cannot hide in both. `result` may come from anywhere.
 * `snapshot` is the hash of the document that the instance was taken from; that of the instance itself when absent.
 * @throws InstanceError when the instance is none
 */
export function verify(instance: Instance, result: unknown, snapshot?: string): readonly Violation[] {
  const lists = readLists(instance);
  const standings = standingsOf(lists);
  const reader = new StatedReader(standings);
  const form = formFault(() => {
    for (const entry of entriesOf(result, resultSections)) reader.add(entry);
  });
  return verified(standings, { reader, form }, snapshot ?? snapshotHash(lists)).violations;
}

export interface Verified {
  readonly violations: readonly Violation[];
  /** What the result says; undefined when it has not the form of one. */
  readonly stated: Stated | undefined;
}

/** Verifies a result whose text comes in pieces of any length, in memory that is linear in the numbers it holds. */
export class Verifier {
  readonly #standings: Standings;
  readonly #reader: StatedReader;
  readonly #text: EntryReader;
  /** The first fault of form is the one that is told; nothing more is read then. */
  #form: string | undefined;

  constructor(lists: Lists) {
    this.#standings = standingsOf(lists);
    this.#reader = new StatedReader(this.#standings);
    this.#text = new EntryReader(resultSections, (entry) => this.#reader.add(entry));
  }

  /** @throws NotJson */
  push(text: string): void {
    this.#form ??= formFault(() => this.#text.push(text));
  }

  /**
   * `snapshot` is the hash that the result must state.
   * @throws NotJson when the text ends too early
   */
  end(snapshot: string): Verified {
    this.#form ??= formFault(() => this.#text.end());
    return verified(this.#standings, { reader: this.#reader, form: this.#form }, snapshot);
  }
}

function verified(
  standings: Standings,
  read: { reader: StatedReader; form: string | undefined },
  snapshot: string,
): Verified {
  let stated: Stated | undefined;
  const entry = read.form ?? formFault(() => (stated = read.reader.end()));
  if (stated === undefined) {
    return { violations: [{ violation: 'unreadableResult', entry: entry ?? '' }], stated };
  }
  return { violations: [...faults(standings, stated, snapshot)], stated };
}

/** The path of what has not the form of a result, if a step of reading meets such a thing. */
function formFault(step: () => void): string | undefined {
  try {
    step();
    return undefined;
  } catch (error) {
    if (error instanceof ResultError || error instanceof WrongKind) return error.entry;
    throw error;
  }
}

function* faults(standings: Standings, stated: Stated, snapshot: string): Generator<Violation> {
  const { lists } = standings;
  const { seats, wrong } = seatsAfter(standings, stated);
  const limits = new Limits(standings, seats);
  const seating = new Seating(standings, stated.assignment, limits);
  if (snapshot !== stated.snapshot) {
    yield { violation: 'wrongSnapshot', stated: stated.snapshot, found: snapshot };
  }
  yield* stated.faults;
  yield* assignmentFaults(standings, stated.assignment, seating);
  yield* missedChoices(standings, stated, seating);
  const isStrict = [lists.ties, lists.groups, lists.reserves].every(({ length }) => length === 0);
  const best = isStrict ? undefined : studentsBest(standings, limits);
  const given =
    lists.transfers.length === 0
      ? []
      : wrongTransfers(standings, stated, { seating, best: best ?? studentsBest(standings, limits) });
  for (const p of [...wrong, ...given]) {
    yield { violation: 'wrongTransfer', posting: lists.postingIds[p] ?? '' };
  }
  yield* notBest(standings, stated, { seating, best });
  yield* wrongFigures(standings, stated, seating);
}
