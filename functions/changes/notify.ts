import { announcers } from '../notice/announcers.ts';
import { deliver } from '../notice/deliver.ts';
import { topicOf } from '../notice/topics.ts';
import type { Change } from '../table/table.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

const announcerOf = (change: Change) =>
  announcers.find(({ kind, actions }) => kind === kindOf(change) && actions.includes(change.stamp.action));

/** Tells those whom a change concerns; what is told is named by the change, so that it is told once. */
export const notify: Consumer = {
  name: 'notify',
  kinds: [...new Set(announcers.map(({ kind }) => kind))],
  when: (change) => announcerOf(change) !== undefined,
  consume: each(async (deps, change) => {
    const { before, after, stamp, key } = change;
    const announcer = announcerOf(change);
    if (after === undefined || announcer === undefined) return;
    const all = await announcer.announce(deps, after, stamp.action, before);
    for (const [index, { to, at, ...announcement }] of all.entries())
      await deliver(deps, to, {
        ...announcement,
        topic: topicOf(announcement, announcer.kind, stamp.action),
        what: [key.pk, key.sk, after.version, index, ...(at === undefined ? [] : [at])].join('#'),
        at: at ?? stamp.at,
      });
  }),
};
