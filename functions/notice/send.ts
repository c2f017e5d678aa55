import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import { digestOf, letterOf, type Ways } from './letter.ts';
import type { Person } from './person.ts';
import { afterQuiet, deliveryOf, nextDigest } from './rules.ts';
import type { Notice, NoticeLetter } from './schema.ts';
import { findInbox, inboxes, nameOfInbox, notices } from './store.ts';
import { unsubscribeToken } from './unsubscribe.ts';

export const system = { kind: 'system', task: 'notices' } as const;

/** Writes what became of a letter; whoever was faster has written the same. */
export const settle = async (deps: Deps, notice: Notice, letter: NoticeLetter): Promise<void> => {
  const by = stamp(system, `notice.letter_${letter.state}`, deps.clock.now());
  await writeIndependent(deps.table, [notices.update({ ...notice, letter }, by)]);
};

const addressee = (deps: Deps, { lang, zone, cycleZone }: Person) => ({
  lang,
  zones: [zone, cycleZone],
  site: deps.site,
});

const waysFor = (
  deps: Deps,
  { inbox, state }: Person,
  topic?: Notice['topic'],
): Ways & { oneClick?: string } => {
  const settings = `${deps.site}/${inbox.kind === 'student' ? 'student' : 'company'}/notices/settings`;
  if (topic === undefined || topic === 'result' || state === undefined) return { settings };
  const token = unsubscribeToken(inbox, topic, state.key);
  return {
    settings,
    stop: `${deps.site}/unsubscribe/${token}`,
    oneClick: `${deps.site}/v1/unsubscribe/${token}`,
  };
};

/** The letter of one notice, unless it has to wait after all; its id is the notice, so that it comes once. */
export const sendOne = async (deps: Deps, person: Person, notice: Notice): Promise<void> => {
  const now = deps.clock.now();
  if (deliveryOf(notice.topic, person.settings) === 'never') return settle(deps, notice, { state: 'none' });
  const dueAt = afterQuiet(now, person.settings.quiet, person.zone);
  if (dueAt > now) return settle(deps, notice, { state: 'due', how: 'now', dueAt });
  const { oneClick, ...ways } = waysFor(deps, person, notice.topic);
  await deps.mail.send({
    id: `notice#${nameOfInbox(person.inbox)}#${notice.id}`,
    to: person.email,
    ...letterOf(notice, addressee(deps, person), ways),
    sentAt: now,
    ...(oneClick !== undefined && { unsubscribe: oneClick }),
  });
  return settle(deps, notice, { state: 'sent', how: 'now', at: now });
};

/** Says which notices are in the daily letter that is due, before it is sent: a later turn then sends the same. */
const claim = async (
  deps: Deps,
  { inbox, zone, settings }: Person,
  due: readonly Notice[],
  dueAt: string,
) => {
  const now = deps.clock.now();
  const state = await findInbox(deps.table, inbox);
  if (state === undefined) return [];
  const { lastDigest } = state;
  if (lastDigest?.dueAt === dueAt) return lastDigest.ids;
  // One a day at most, also for whoever has moved its hour.
  if (lastDigest !== undefined && nextDigest(lastDigest.dueAt, settings, zone, lastDigest.dueAt) > now)
    return [];
  const ids = due.map(({ id }) => id);
  await deps.table.write([
    inboxes.update({ ...state, lastDigest: { dueAt, ids } }, stamp(system, 'inbox.digest', now)),
  ]);
  return ids;
};

/** The daily letter of one person. What came too late for it waits for the next. */
export const sendDaily = async (
  deps: Deps,
  person: Person,
  list: readonly Notice[],
  dueAt: string,
): Promise<void> => {
  const now = deps.clock.now();
  const { settings, zone } = person;
  const wanted = list.filter(({ topic }) => deliveryOf(topic, settings) !== 'never');
  for (const notice of list) if (!wanted.includes(notice)) await settle(deps, notice, { state: 'none' });
  if (wanted.length === 0) return;
  const awake = afterQuiet(now, settings.quiet, zone);
  const ids = awake > now ? [] : await claim(deps, person, wanted, dueAt);
  const [told, late] = [
    wanted.filter(({ id }) => ids.includes(id)),
    wanted.filter(({ id }) => !ids.includes(id)),
  ];
  if (told.length > 0) {
    await deps.mail.send({
      id: `daily#${nameOfInbox(person.inbox)}#${dueAt}`,
      to: person.email,
      ...digestOf(told, addressee(deps, person), waysFor(deps, person)),
      sentAt: now,
    });
    for (const notice of told) await settle(deps, notice, { state: 'sent', how: 'daily', at: now });
  }
  const last = (await findInbox(deps.table, person.inbox))?.lastDigest?.dueAt;
  const next = awake > now ? awake : nextDigest(now, settings, zone, last);
  for (const notice of late) await settle(deps, notice, { state: 'due', how: 'daily', dueAt: next });
};
