import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { openDynamoDbTable } from '../../../functions/table/dynamo-db/dynamo-db.ts';
import { testClock } from '../../support/clock.ts';
import { makeDeps } from '../../support/deps.ts';
import { killingAt, withoutTransactions } from './killing.ts';
import { isPlay, plays } from './plays/plays.ts';

/**
 * One process that brings a play to its end, or dies on the way; it says what was answered, line by line, at once. One
 * that is told what was answered before says what of it was lost, and at the end what people see.
 */
const Options = z.object({
  play: z.string(),
  folder: z.string(),
  now: z.string(),
  /** A table in DynamoDB; the record is a file in the folder when none is named. */
  table: z.string().optional(),
  endpoint: z.string().optional(),
  call: z.coerce.number().int().optional(),
  when: z.enum(['before', 'after']).default('before'),
  split: z.boolean().default(false),
  answered: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string()))
    .optional(),
});
const text = { type: 'string' } as const;
const options = Options.parse(
  parseArgs({
    options: {
      play: text,
      folder: text,
      now: text,
      table: text,
      endpoint: text,
      call: text,
      when: text,
      split: { type: 'boolean' },
      answered: text,
    },
  }).values,
);
const { folder, now, call, when, split, answered } = options;
if (!isPlay(options.play)) throw new Error(`There is no play ${options.play}.`);
const play = plays[options.play];

const record =
  options.table === undefined || options.endpoint === undefined
    ? undefined
    : openDynamoDbTable({ table: options.table, endpoint: options.endpoint, clock: testClock(now) });
const say = (line: string): void => void writeSync(1, `${line}\n`);
const own = await makeDeps({ folder, now, ...(record && { record }) });
const { deps, calls, changing } = killingAt(own, call === undefined ? undefined : { call, when });
const within: number[] = [];
const table = split ? withoutTransactions(deps.table, () => within.push(calls() + 1)) : deps.table;

if (answered) say(`lost ${JSON.stringify(await play.lost(own, answered))}`);
await play.drive({ ...deps, table }, (what) => say(`answered ${what}`));
say(`calls ${calls()}`);
say(`changing ${changing.join(' ')}`);
say(`within ${within.join(' ')}`);
if (answered) say(`facts ${JSON.stringify(await play.facts(own))}`);
await own.close();
