import type { RoundStep } from '../cycle/in-round.ts';
import type { Round } from '../round/schema.ts';
import { rounds } from '../round/store.ts';
import type { Operation, Stamp } from '../table/table.ts';

/** The change of an open supplementary round to another step. */
export const moveStep = (round: Extract<Round, { state: 'open' }>, to: RoundStep, by: Stamp): Operation =>
  rounds.update({ ...round, step: to }, by);
