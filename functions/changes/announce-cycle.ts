import { createHash } from 'node:crypto';
import { dateNews, phaseNews } from '../broadcast/rules.ts';
import { announceOperations } from '../broadcast/store.ts';
import { cycles } from '../cycle/store.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import { each, type Consumer } from './consumer.ts';

const system = { kind: 'system', task: 'announce-cycle' } as const;

/**
 * A cycle's moved dates and its new phase are told to all whom they concern: too many for a change to wait for, so a
 * job tells them. Its id is made of the change, so that there is one.
 */
export const announceCycle: Consumer = {
  name: 'announce-cycle',
  kinds: ['CYCLE'],
  when: ({ before, after }) => before !== undefined && after !== undefined,
  consume: each(async (deps, { key, before, after, stamp: { at } }) => {
    if (before === undefined || after === undefined) return;
    const [was, is] = [cycles.parse(before), cycles.parse(after)];
    const news = [...dateNews(was, is, at), ...(was.phase === is.phase ? [] : phaseNews(is))];
    for (const [index, one] of news.entries()) {
      const what = `${key.pk}#${after.version}#${index}`;
      const newId = () => createHash('sha256').update(what).digest('hex').slice(0, 20);
      const by = stamp(system, 'broadcast.send', at);
      try {
        await deps.table.write(announceOperations(newId, { ...one, cycleId: is.id }, by).operations);
      } catch (error) {
        if (!(error instanceof WriteConflict)) throw error;
      }
    }
  }),
};
