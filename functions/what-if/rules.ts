import type { Change as EngineChange, ChangeError } from '../../matching/round/change.ts';
import { DomainError } from '../errors.ts';
import type { Aliases } from '../round/aliases.ts';
import type { Round, SnapshotFacts } from '../round/schema.ts';
import type { Change } from './schema.ts';

type WithResult = Extract<Round, { result: unknown }>;

/** There is something to compare with once the round was run. */
export const requireResult = (round: Round): WithResult => {
  if ('result' in round) return round;
  throw new DomainError(
    'conflict',
    'round_not_computed',
    `The round is ${round.state}: there is no result to compare with. Run it first.`,
  );
};

/** Answered at once, and so only while that keeps nobody else waiting: a city's round belongs on the command line. */
const mostChoices = 100_000;
export const requireQuick = ({ choices }: Pick<SnapshotFacts, 'choices'>): void => {
  if (choices <= mostChoices) return;
  throw new DomainError(
    'too_large',
    'round_too_large_to_ask',
    `This round has ${choices} choices; what-if answers up to ${mostChoices}. Download the snapshot, change it, and compare both with "npm run compare".`,
    { facts: { choices, most: mostChoices } },
  );
};

/** A change as the engine knows it, with its place in the question. */
interface Placed {
  at: number;
  change: EngineChange;
}

const refuse = (pointer: string, reason: string): DomainError =>
  new DomainError('invalid', 'invalid_input', `A change cannot be made: ${pointer} ${reason}.`, {
    fields: [{ pointer, reason }],
  });

/** The changes for the engine, which knows no companies: one that leaves takes each of its postings along. */
export const engineChanges = (
  changes: readonly Change[],
  postingsOf: ReadonlyMap<string, readonly string[]>,
  { aliasOf }: Pick<Aliases, 'aliasOf'>,
): Placed[] =>
  changes.flatMap((change, at): Placed[] => {
    switch (change.kind) {
      case 'posting_seats':
        return [{ at, change: { kind: 'seats', posting: change.postingId, seats: change.seats } }];
      case 'posting_leaves':
        return [{ at, change: { kind: 'postingLeaves', posting: change.postingId } }];
      case 'student_leaves':
        return [{ at, change: { kind: 'studentLeaves', student: aliasOf(change.studentId) } }];
      case 'group_seats':
        return [{ at, change: { kind: 'groupSeats', group: change.groupId, seats: change.seats } }];
      case 'company_leaves': {
        const postings = postingsOf.get(change.companyId) ?? [];
        if (postings.length === 0) throw refuse(`/changes/${at}/companyId`, 'has no posting in this round');
        return postings.map((posting) => ({ at, change: { kind: 'postingLeaves', posting } }));
      }
    }
  });

const subjectField = {
  posting_seats: 'postingId',
  posting_leaves: 'postingId',
  company_leaves: 'companyId',
  student_leaves: 'studentId',
  group_seats: 'groupId',
} as const satisfies Record<Change['kind'], string>;

/** The engine's refusal of a change, by the field of the question. */
export const refusalOf = (
  { at, what }: ChangeError,
  placed: readonly Placed[],
  changes: readonly Change[],
): DomainError => {
  const asked = placed[at]?.at ?? 0;
  const field = `/changes/${asked}/${subjectField[changes[asked]?.kind ?? 'posting_seats']}`;
  switch (what.problem) {
    case 'unknown':
      return refuse(field, 'takes no part in this round');
    case 'changedTwice':
      return refuse(field, 'is changed twice');
    case 'belowReserved':
      return refuse(`/changes/${asked}/seats`, `must not be below the ${what.reserved} reserved seats`);
  }
};
