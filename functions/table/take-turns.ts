import { setTimeout } from 'node:timers/promises';
import { WriteConflict } from './table.ts';

const attempts = 40;
const pauseMs = 15;

/**
 * Reads, decides and writes what many change at the same moment, and does all of it anew when somebody was faster. Those
 * who wait take turns in no fixed order; one that never gets its turn ends with an error of its own.
 */
export const takeTurns = async <T>(decideAndWrite: () => Promise<T>, noTurn: () => Error): Promise<T> => {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      return await decideAndWrite();
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      await setTimeout(pauseMs * Math.random());
    }
  }
  throw noTurn();
};
