import type { JobHandler } from '../job/work.ts';
import { deliver } from '../notice/deliver.ts';
import { cycleZoneNow } from '../notice/person.ts';
import { inTurns } from '../in-turns.ts';
import { readersOf } from './audience.ts';
import { getBroadcast } from './store.ts';

/** Tells everyone whom an announcement concerns. Begun again it goes over all once more, and tells nobody twice. */
export const sendBroadcast: JobHandler<'send_broadcast'> = async (deps, { broadcastId }, progress) => {
  const broadcast = await getBroadcast(deps.table, broadcastId);
  const { cycleId, audience, topic, words, dates, createdAt } = broadcast;
  const readers = await Array.fromAsync(readersOf(deps, { id: cycleId }, audience));
  const cycleZone = await cycleZoneNow(deps);
  let told = 0;
  await inTurns(
    readers,
    async (reader) => {
      const path = reader.kind === 'student' ? '/student' : '/company';
      const news = { what: `broadcast#${broadcast.id}`, at: createdAt, topic, words, dates, path };
      const reached = await deliver(deps, reader, news, cycleZone);
      told += reached;
    },
    () => progress(told),
  );
  await progress(told, told);
};
