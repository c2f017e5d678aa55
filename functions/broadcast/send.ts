import type { JobHandler } from '../job/work.ts';
import { deliver } from '../notice/deliver.ts';
import { readersOf } from './audience.ts';
import { getBroadcast } from './store.ts';

/** Tells everyone whom an announcement concerns. Begun again it goes over all once more, and tells nobody twice. */
export const sendBroadcast: JobHandler<'send_broadcast'> = async (deps, { broadcastId }, progress) => {
  const broadcast = await getBroadcast(deps.table, broadcastId);
  const { cycleId, audience, topic, words, dates, createdAt } = broadcast;
  let told = 0;
  for await (const reader of readersOf(deps, { id: cycleId }, audience)) {
    told += await deliver(deps, reader, {
      what: `broadcast#${broadcast.id}`,
      at: createdAt,
      topic,
      words,
      dates,
      path: reader.kind === 'student' ? '/student' : '/company',
    });
    await progress(told);
  }
  await progress(told, told);
};
