import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import type { Announcement, Reader } from './announcement.ts';
import { cycleZoneNow, inboxesOf, type Person, personOf } from './person.ts';
import { arrivalIn, letterFor } from './rules.ts';
import type { Inbox, InboxState, Notice } from './schema.ts';
import { sendOne, system } from './send.ts';
import { findInbox, findNotice, inboxes, noticeId, notices } from './store.ts';
import type { Topic } from './topics.ts';

/** Something to tell: `what` names it and nothing else, `at` is when it happened. */
export type News = Omit<Announcement, 'to' | 'topic' | 'at'> & {
  topic: Topic;
  what: string;
  at: string;
  /** Those who act for a company since then at the latest; since it happened, unless told. */
  joinedBy?: string;
};

/** What is known of an inbox that nobody has looked into yet. */
export const newInbox = (newId: () => string, inbox: Inbox): InboxState => ({
  inbox,
  unread: 0,
  key: `${newId()}${newId()}`,
  version: 0,
});

/** A notice, and the inbox that it is in. */
interface Arrived {
  notice: Notice | undefined;
  state: InboxState | undefined;
}

/** Puts a notice into an inbox and counts it, once: one that is there stays as it is. */
const arrive = async (deps: Deps, person: Person, news: News): Promise<Arrived> => {
  const { inbox, zone, settings } = person;
  const { what, words, about, reason, dates, path, topic, at } = news;
  const place = { inbox, at, id: noticeId(what) };
  for (let known = person.state; ; known = await findInbox(deps.table, inbox)) {
    const state = known ?? newInbox(deps.newId, inbox);
    const now = deps.clock.now();
    const by = stamp(system, 'notice.arrive', now);
    const lastDigest = state.lastDigest?.dueAt;
    const notice = {
      ...place,
      topic,
      words,
      about,
      reason,
      dates: dates && [...dates],
      path,
      arrivedAt: arrivalIn(state, now),
      letter: letterFor(topic, { settings, zone, lastDigest }, now),
    };
    const { version, ...counted } = { ...state, unread: state.unread + 1 };
    try {
      await deps.table.write([
        notices.create(notice, by),
        version === 0 ? inboxes.create(counted, by) : inboxes.update({ ...counted, version }, by),
      ]);
      return { notice: { ...notice, version: 1 }, state: { ...counted, version: version + 1 } };
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      if (error.operations.includes(0))
        return { notice: await findNotice(deps.table, place), state: await findInbox(deps.table, inbox) };
    }
  }
};

/** Tells one person. Telling again what was told changes nothing, and sends a letter that was cut off. */
const deliverTo = async (deps: Deps, inbox: Inbox, news: News, cycleZone: string): Promise<void> => {
  const person = await personOf(deps, inbox, cycleZone);
  if (person === undefined) return;
  const { notice, state } = await arrive(deps, person, news);
  if (notice?.letter.state !== 'due' || notice.letter.how !== 'now') return;
  if (notice.letter.dueAt > deps.clock.now()) return;
  // Its letters have a way to stop them, which the inbox holds the key of: it may have come just now.
  await sendOne(deps, { ...person, state }, notice);
};

/** Tells a reader, each person behind it. Answers how many those are; somebody who is gone is no fault. */
export const deliver = async (
  deps: Deps,
  reader: Reader | Inbox,
  news: News,
  /** Read once by whoever tells many. */
  knownZone?: string,
): Promise<number> => {
  const all = await inboxesOf(deps, reader, news.joinedBy ?? news.at);
  if (all.length === 0) return 0;
  const cycleZone = knownZone ?? (await cycleZoneNow(deps));
  for (const inbox of all) await deliverTo(deps, inbox, news, cycleZone);
  return all.length;
};
