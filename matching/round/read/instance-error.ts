export type InstanceProblem =
  | 'notJson'
  | 'wrongType'
  | 'unknownMember'
  | 'missingMember'
  | 'unknownPosting'
  | 'unknownStudent'
  | 'duplicateId'
  | 'duplicateChoice'
  | 'negativeSeats'
  | 'fractionalSeats'
  | 'emptyGroup'
  | 'crossingGroups'
  | 'overlappingReserves'
  | 'reservesExceedSeats'
  | 'transferInGroup'
  | 'transferCycle';

/** A document that is no instance. `entry` is the path of what is wrong, as in `postings.p1.ranking[2]`. */
export class InstanceError extends Error {
  override readonly name = 'InstanceError';
  readonly problem: InstanceProblem;
  readonly entry: string;

  constructor(problem: InstanceProblem, entry: string, sentence: string) {
    super(`${entry}: ${sentence}`);
    this.problem = problem;
    this.entry = entry;
  }
}
