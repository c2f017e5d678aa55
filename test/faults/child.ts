import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { RoundId } from '../../functions/ids.ts';
import { makeDeps } from '../support/deps.ts';
import { driveToEnd } from './drive.ts';
import { killingAt, withoutTransactions } from './killing.ts';

/** One process that brings a round to its end, or dies on the way; it says what was answered, line by line, at once. */
const Options = z.object({
  folder: z.string(),
  round: RoundId,
  students: z.coerce.number().int(),
  now: z.string(),
  call: z.coerce.number().int().optional(),
  when: z.enum(['before', 'after']).default('before'),
  split: z.boolean().default(false),
});
const text = { type: 'string' } as const;
const { folder, round, students, now, call, when, split } = Options.parse(
  parseArgs({
    options: {
      folder: text,
      round: text,
      students: text,
      now: text,
      call: text,
      when: text,
      split: { type: 'boolean' },
    },
  }).values,
);

const say = (line: string): void => void writeSync(1, `${line}\n`);
const own = await makeDeps({ folder, now });
const { deps, calls } = killingAt(own, call === undefined ? undefined : { call, when });
const within: number[] = [];
const table = split ? withoutTransactions(deps.table, () => within.push(calls() + 1)) : deps.table;
await driveToEnd({ ...deps, table }, { roundId: round, students }, say);
say(`calls ${calls()}`);
say(`within ${within.join(' ')}`);
