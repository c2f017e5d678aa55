import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Clock, instantAfter } from '../clock/clock.ts';
import { Unavailable } from '../errors.ts';
import { WriteConflict, type Key, type Table } from '../table/table.ts';

const State = z.enum(['sending', 'sent', 'refused']);
type State = z.infer<typeof State>;
const Claim = z.object({ state: State, at: z.iso.datetime() });

/** Longer than any attempt to send takes: who has not said by then what became of a letter was cut off. */
const claimMs = 2 * 60_000;
/** No change is replayed so late that its letter could be forgotten by then. */
const keptMs = 365 * 24 * 60 * 60_000;

/** A letter that is ours to send. */
export interface Claimed {
  letter: string;
  version: number;
}

/** What a letter is called in the record and in logs: its id may hold the address. */
export const nameOf = (letterId: string): string => createHash('sha256').update(letterId).digest('base64url');

const keyOf = (letter: string): Key => ({ pk: `LETTER#${letter}`, sk: 'LETTER' });

/**
 * Which letters have been sent, in the record. Whoever sends one claims it before and says afterwards what became of
 * it. A claim whose owner was cut off in between lapses, and the letter is sent again, perhaps for the second time:
 * nobody can know, and a result that arrives twice harms less than one that never does.
 */
export const letterClaims = ({ table, clock }: { table: Table; clock: Clock }) => {
  const put = (letter: string, state: State, version?: number): Promise<void> => {
    const at = clock.now();
    const expiresAt = instantAfter(at, keptMs);
    const stamp = { by: 'mail', action: `mail.${state}`, at };
    return table.write([
      {
        put: { ...keyOf(letter), body: { state, at }, stamp, expiresAt },
        if: version === undefined ? { absent: true } : { version },
      },
    ]);
  };
  /** Whether the write was done before another's. */
  const first = async (write: Promise<void>): Promise<boolean> => {
    try {
      await write;
      return true;
    } catch (error) {
      if (error instanceof WriteConflict) return false;
      throw error;
    }
  };
  const busy = () => new Unavailable('This letter is being sent by another process.');

  return {
    /** Undefined when all has been done with the letter. Throws `Unavailable` while another sends it. */
    claim: async (letterId: string): Promise<Claimed | undefined> => {
      const letter = nameOf(letterId);
      if (await first(put(letter, 'sending'))) return { letter, version: 1 };
      const item = await table.get(keyOf(letter));
      if (item === undefined) throw busy();
      const { state, at } = Claim.parse(item.body);
      if (state !== 'sending') return undefined;
      if (Date.parse(clock.now()) - Date.parse(at) < claimMs) throw busy();
      if (!(await first(put(letter, 'sending', item.version)))) throw busy();
      return { letter, version: item.version + 1 };
    },
    /** Nothing more is to be done with the letter. */
    settle: async ({ letter, version }: Claimed, state: 'sent' | 'refused'): Promise<void> => {
      await first(put(letter, state, version));
    },
    /** The letter was certainly not sent: the next one need not wait. */
    release: async ({ letter, version }: Claimed): Promise<void> => {
      const stamp = { by: 'mail', action: 'mail.released', at: clock.now() };
      await first(table.write([{ delete: { ...keyOf(letter), stamp }, if: { version } }]));
    },
  };
};
