import type { Action } from '../audit/actions.ts';
import type { RecruiterActor, StudentActor } from '../actor.ts';
import type { Handlers } from '../call.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import { WriteConflict } from '../table/table.ts';
import type { noticeOperations } from './api.ts';
import { newInbox } from './deliver.ts';
import { bringBack, clear, deliveryOf, isRead } from './rules.ts';
import type { Inbox, InboxState, NoticeSettings } from './schema.ts';
import { system } from './send.ts';
import { findInbox, getNotice, inboxes, notices, noticeSettings, noticesOf, settingsOf } from './store.ts';
import { topicsOf } from './topics.ts';
import { openUnsubscribe } from './unsubscribe.ts';

const inboxOf = (actor: StudentActor | RecruiterActor): Inbox =>
  actor.kind === 'student'
    ? { kind: 'student', studentId: actor.studentId }
    : { kind: 'recruiter', companyId: actor.companyId, email: actor.email };

const view = (state: InboxState | undefined) => ({
  unread: state?.unread ?? 0,
  canUndo: state?.cleared !== undefined && state.cleared.unread > 0,
  lang: state?.lang,
  zone: state?.zone,
});

/** Changes what is known of an inbox; a notice that arrives at the same moment is counted too. */
const change = async (
  deps: Deps,
  actor: StudentActor | RecruiterActor,
  action: Action,
  to: (state: InboxState) => InboxState | undefined,
) => {
  const inbox = inboxOf(actor);
  const by = stamp(actor, action, deps.clock.now());
  for (;;) {
    const state = (await findInbox(deps.table, inbox)) ?? newInbox(deps.newId, inbox);
    const changed = to(state);
    if (changed === undefined) return view(state);
    const { version, ...first } = changed;
    try {
      await deps.table.write([version === 0 ? inboxes.create(first, by) : inboxes.update(changed, by)]);
      return view(changed);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
    }
  }
};

const settingsView = (settings: NoticeSettings) => {
  const { inbox, ...choice } = settings;
  const offered = topicsOf[inbox.kind].map((topic) => ({
    topic,
    delivery: deliveryOf(topic, settings),
    optional: topic !== 'result',
  }));
  return { ...choice, offered };
};

const save = async (deps: Deps, settings: NoticeSettings, by: ReturnType<typeof stamp>): Promise<void> => {
  const { version, ...first } = settings;
  await commit(deps.table, [
    version === 0 ? noticeSettings.create(first, by) : noticeSettings.update(settings, by),
  ]);
};

export const noticeHandlers: Handlers<keyof typeof noticeOperations> = {
  listNotices: async ({ actor, query, deps }) => {
    const inbox = inboxOf(actor);
    const [page, state] = await Promise.all([
      noticesOf(deps.table, inbox, query),
      findInbox(deps.table, inbox),
    ]);
    return { ...page, items: page.items.map((notice) => ({ ...notice, read: isRead(notice, state) })) };
  },

  getInbox: async ({ actor, deps }) => view(await findInbox(deps.table, inboxOf(actor))),

  readNotice: async ({ actor, body, deps, now }) => {
    const inbox = inboxOf(actor);
    const by = stamp(actor, 'notice.read', now);
    for (;;) {
      const notice = await getNotice(deps.table, inbox, body);
      const state = await findInbox(deps.table, inbox);
      if (state === undefined || isRead(notice, state)) return view(state);
      const counted = { ...state, unread: Math.max(0, state.unread - 1) };
      try {
        await deps.table.write([notices.update({ ...notice, readAt: now }, by), inboxes.update(counted, by)]);
        return view(counted);
      } catch (error) {
        if (!(error instanceof WriteConflict)) throw error;
      }
    }
  },

  readAllNotices: ({ actor, deps, now }) =>
    change(deps, actor, 'inbox.read_all', (state) => (state.unread === 0 ? undefined : clear(state, now))),

  undoReadAllNotices: ({ actor, deps }) =>
    change(deps, actor, 'inbox.undo', (state) =>
      state.cleared === undefined ? undefined : bringBack(state),
    ),

  noteReader: ({ actor, body, deps }) =>
    change(deps, actor, 'inbox.reader', (state) =>
      state.lang === body.lang && state.zone === body.zone ? undefined : { ...state, ...body },
    ),

  getNoticeSettings: async ({ actor, deps }) => settingsView(await settingsOf(deps.table, inboxOf(actor))),

  saveNoticeSettings: async ({ actor, body, version, deps, now }) => {
    const inbox = inboxOf(actor);
    requireVersion(await settingsOf(deps.table, inbox), version, 'settings');
    await save(deps, { ...body, inbox, version }, stamp(actor, 'notice_settings.save', now));
    return settingsView(await settingsOf(deps.table, inbox));
  },

  unsubscribe: async ({ params, deps, now }) => {
    const { inbox, topic } = await openUnsubscribe(deps, params.token);
    if (topic === 'result')
      throw new DomainError('conflict', 'results_always_told', 'Emails about results cannot be stopped.');
    const settings = await settingsOf(deps.table, inbox);
    if (settings.topics[topic] !== 'never') {
      const topics = { ...settings.topics, [topic]: 'never' as const };
      await save(deps, { ...settings, topics }, stamp(system, 'notice_settings.unsubscribe', now));
    }
    return { topic };
  },
};
