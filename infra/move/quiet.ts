import { deadChanges } from '../../functions/changes/dead-change.ts';
import type { Consumer } from '../../functions/changes/consumer.ts';
import { consumers } from '../../functions/changes/consumers.ts';
import { waitingFor } from '../../functions/changes/follow.ts';
import { followedFrom } from '../../functions/changes/follower.ts';
import { jobs } from '../../functions/job/store.ts';
import type { FeedPosition, Key, Table } from '../../functions/table/table.ts';
import { MoveRefused } from './refused.ts';

const hint = 'Let the product run until it has settled, with nobody working in it, and export again.';

/** Refuses while something that was committed has not had its effects: they would be lost on the way. */
export const requireSettled = async (table: Table): Promise<void> => {
  for (const consumer of consumers) {
    const waiting = await waitingFor({ table }, consumer);
    if (waiting > 0)
      throw new MoveRefused(`${waiting} changes still wait for "${consumer.name}" to follow them. ${hint}`);
  }
  for await (const dead of deadChanges(table))
    throw new MoveRefused(
      `"${dead.consumer}" could not follow a change of ${dead.failedAt}. See to it first: npm run dead-letters`,
    );
  for await (const job of jobs.all(table, { index: 'gsi1', pk: 'JOBS', descending: true }))
    if (job.state === 'queued' || job.state === 'running')
      throw new MoveRefused(`The job ${job.id} (${job.payload.kind}) is ${job.state}. ${hint}`);
};

/** Reads the feed to its end: what changed after the position, and the position of now. */
export const changedSince = async (
  table: Table,
  from: FeedPosition | undefined,
): Promise<{ keys: Key[]; position: FeedPosition | undefined }> => {
  const keys: Key[] = [];
  for (let position = from; ;) {
    const feed = await table.changes(position, 1_000);
    if (feed.lost) throw new MoveRefused(`Changes were made faster than they could be read. ${hint}`);
    position = feed.position;
    if (feed.changes.length === 0) return { keys, position };
    keys.push(...feed.changes.map(({ key }) => key));
  }
};

/** The end of the feed, found from where a consumer that follows nearly all has come to. */
export const positionOfNow = async (table: Table, near: Consumer): Promise<FeedPosition | undefined> =>
  (await changedSince(table, await followedFrom({ table }, near))).position;
