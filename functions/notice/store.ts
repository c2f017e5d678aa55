import { createHash } from 'node:crypto';
import { notFound } from '../errors.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { defaultChoice } from './rules.ts';
import { type Inbox, InboxState, Notice, NoticeSettings } from './schema.ts';

/** Where a person's notices are kept: a student's with all that is the student's. */
const partitionOf = (inbox: Inbox): string =>
  inbox.kind === 'student'
    ? `STUDENT#${inbox.studentId}`
    : `RECRUITER#${inbox.email.toLowerCase()}#${inbox.companyId}`;

/** What an inbox is called in letters' ids and links: it tells nobody an address. */
export const nameOfInbox = (inbox: Inbox): string =>
  createHash('sha256').update(partitionOf(inbox)).digest('hex').slice(0, 32);

/** A notice's id by what it tells: telling it again is the same notice. */
export const noticeId = (what: string): string =>
  createHash('sha256').update(what).digest('hex').slice(0, 24);

const noticeKey = (notice: { inbox: Inbox; at: string; id: string }): Key => ({
  pk: partitionOf(notice.inbox),
  sk: `NOTICE#${notice.at}#${notice.id}`,
});
export const notices = entity({
  schema: Notice,
  key: noticeKey,
  index: (notice) =>
    notice.letter.state === 'due'
      ? {
          gsi1: {
            pk: 'LETTERS_DUE',
            sk: `${notice.letter.dueAt}#${nameOfInbox(notice.inbox)}#${notice.id}`,
          },
        }
      : {},
});

export const findNotice = (
  table: Table,
  notice: { inbox: Inbox; at: string; id: string },
): Promise<Notice | undefined> => notices.get(table, noticeKey(notice));

/** A person's notices, newest first. */
export const noticesOf = (table: Table, inbox: Inbox, page: { limit: number; cursor?: string | undefined }) =>
  notices.list(table, { pk: partitionOf(inbox), sk: { prefix: 'NOTICE#' }, descending: true, ...page });

/** The notices whose letters are due, the longest due first. */
export const lettersDue = (table: Table, now: string): AsyncGenerator<Notice> =>
  notices.all(table, { index: 'gsi1', pk: 'LETTERS_DUE', sk: { to: `${now}#~` } });

/** The notice of a person by its place in the list. */
export const getNotice = async (table: Table, inbox: Inbox, place: { at: string; id: string }) => {
  const notice = await findNotice(table, { inbox, ...place });
  if (notice === undefined) throw notFound('notice');
  return notice;
};

const stateKey = (inbox: Inbox): Key => ({ pk: partitionOf(inbox), sk: 'INBOX' });
export const inboxes = entity({ schema: InboxState, key: ({ inbox }) => stateKey(inbox) });
export const findInbox = (table: Table, inbox: Inbox): Promise<InboxState | undefined> =>
  inboxes.get(table, stateKey(inbox));

const settingsKey = (inbox: Inbox): Key => ({ pk: partitionOf(inbox), sk: 'NOTICE_SETTINGS' });
export const noticeSettings = entity({
  schema: NoticeSettings,
  key: ({ inbox }) => settingsKey(inbox),
});
export const settingsOf = async (table: Table, inbox: Inbox): Promise<NoticeSettings> =>
  (await noticeSettings.get(table, settingsKey(inbox))) ?? { ...defaultChoice, inbox, version: 0 };
