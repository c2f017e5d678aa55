import type { Handlers } from '../call.ts';
import { getCycle } from '../cycle/store.ts';
import { DomainError } from '../errors.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { broadcastOperations } from './api.ts';
import { peopleIn } from './audience.ts';
import { Audience } from './schema.ts';
import { announceOperations, broadcastsOf, getBroadcast } from './store.ts';

const audienceOf = ({ to, who }: { to: string; who: string }): Audience => {
  const parsed = Audience.safeParse(to === 'all' ? { to } : { to, who });
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid', 'invalid_input', `There is no such group of ${to}.`, {
    fields: [{ pointer: '/query/who', reason: 'is not a part of them' }],
  });
};

export const broadcastHandlers: Handlers<keyof typeof broadcastOperations> = {
  listBroadcasts: async ({ params, query, deps }) =>
    broadcastsOf(deps.table, (await getCycle(deps.table, params.cycleId)).id, query),

  previewBroadcast: async ({ params, query, deps }) => ({
    people: await peopleIn(deps, await getCycle(deps.table, params.cycleId), audienceOf(query)),
  }),

  sendBroadcast: async ({ actor, params, body, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const by = stamp(actor, 'broadcast.send', now);
    const { id, operations } = announceOperations(
      deps.newId,
      { ...body, cycleId: cycle.id, topic: 'announcement' },
      by,
    );
    await commit(deps.table, operations);
    return getBroadcast(deps.table, id);
  },
};
