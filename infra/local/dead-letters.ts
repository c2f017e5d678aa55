import { askForReplay, type DeadChange, deadChanges, giveUp } from '../../functions/changes/dead-change.ts';
import { systemClock } from '../../functions/clock/system.ts';
import type { DeadLetter } from '../../functions/queue/queue.ts';
import { sqsAt } from '../../functions/queue/sqs.ts';
import { sqsDeadLetters } from '../../functions/queue/sqs-dead-letters.ts';
import { queuedMessages } from '../../functions/queue/table-messages.ts';
import { optionsOf } from '../command-line.ts';
import { recordAt, recordOptions, recordUsage } from './record-at.ts';

const usage = `Usage
  npm run dead-letters                               what could not be worked off, the longest waiting first
  npm run dead-letters -- show ID                    one of them whole: what it is, and its error
  npm run dead-letters -- replay ID|all [--as-it-is] give it to its consumer again, once the fault is mended;
                                                     --as-it-is: with the item as it is by then, not as it was
  npm run dead-letters -- drop ID                    give it up
They are those of ${recordUsage}.
With --queue-url URL the messages are those of a queue of SQS.`;

/** A queue's own address says where it is when that is not AWS. */
const sqsOf = (queueUrl: string, region: string | undefined) => {
  const { origin, hostname } = new URL(queueUrl);
  const isAws = /\.amazonaws\.com(\.cn)?$/.test(hostname);
  return sqsAt({ ...(region !== undefined && { region }), ...(!isAws && { endpoint: origin }) });
};

const { values, positionals } = optionsOf(usage, {
  allowPositionals: true,
  options: {
    ...recordOptions,
    'queue-url': { type: 'string' },
    'as-it-is': { type: 'boolean', default: false },
  },
});
const [command = 'list', wanted] = positionals;
const table = recordAt(values, systemClock);
const { 'queue-url': queueUrl } = values;
const deadJobs =
  queueUrl === undefined
    ? queuedMessages({ table, clock: systemClock }).deadLetters
    : sqsDeadLetters({ client: sqsOf(queueUrl, values.region), queueUrl });
const stamp = (action: string) => ({ by: 'operator', action, at: systemClock.now() });

/** A change or a job's message, under the name by which this command is asked for it. */
type Dead =
  { id: string; kind: 'change'; dead: DeadChange } | { id: string; kind: 'message'; dead: DeadLetter };

const everyDead = async (): Promise<Dead[]> => {
  const changes = await Array.fromAsync(deadChanges(table), (dead): Dead => ({
    id: `${dead.consumer}/${dead.change.id.replace(/^0+/, '')}`,
    kind: 'change',
    dead,
  }));
  const letters = (await deadJobs.all()).map((dead): Dead => ({
    id: `queue/${dead.message.id}`,
    kind: 'message',
    dead,
  }));
  return [...changes, ...letters].toSorted((a, b) => (a.dead.failedAt < b.dead.failedAt ? -1 : 1));
};

const inWords = ({ id, kind, dead }: Dead): string => {
  const [error = ''] = dead.error.split('\n', 1);
  if (kind === 'message') return `${id}  ${dead.failedAt}  ${dead.message.topic}  ${error}`;
  const { change, failures, replay } = dead;
  const asked = replay === undefined ? '' : '  replay asked for';
  return `${id}  ${dead.failedAt}  ${change.key.pk} ${change.key.sk}  failed ${failures}×${asked}  ${error}`;
};

const replay = async ({ kind, dead }: Dead): Promise<void> => {
  if (kind === 'message') await deadJobs.revive(dead);
  else {
    const how = values['as-it-is'] || dead.cut ? 'asItIs' : 'asItWas';
    await askForReplay(table, dead, how, stamp('dead_letter.replay'));
  }
};

const drop = async ({ kind, dead }: Dead): Promise<void> => {
  if (kind === 'message') await deadJobs.giveUp(dead);
  else await giveUp(table, dead, stamp('dead_letter.drop'));
};

const run = async (): Promise<void> => {
  const all = await everyDead();
  if (command === 'list') {
    for (const dead of all) console.log(inWords(dead));
    console.log(all.length === 0 ? 'There is none.' : `${all.length} in all.`);
    return;
  }
  const meant = wanted === 'all' && command === 'replay' ? all : all.filter(({ id }) => id === wanted);
  if (wanted === undefined || !['show', 'replay', 'drop'].includes(command)) throw new RangeError(usage);
  if (meant.length === 0)
    throw new RangeError(`There is no dead letter ${wanted}. \`npm run dead-letters\` lists them.`);
  for (const dead of meant) {
    if (command === 'show') console.log(JSON.stringify(dead.dead, null, 2));
    if (command === 'replay') await replay(dead);
    if (command === 'drop') await drop(dead);
    if (command !== 'show')
      console.log(`${dead.id}: ${command === 'drop' ? 'given up' : 'given to its consumer again'}`);
  }
};

try {
  await run();
} catch (error) {
  console.error(error instanceof RangeError ? error.message : error);
  process.exitCode = 1;
} finally {
  table.close();
}
