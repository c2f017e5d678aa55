import * as z from 'zod';
import { operations } from '../operation.ts';
import { Instant, pageOf, PageQuery } from '../values.ts';
import {
  InboxView,
  Noted,
  NoticeChoice,
  NoticeView,
  SettingsView,
  Unsubscribed,
  UnsubscribeToken,
} from './schema.ts';

export const noticeOperations = operations({
  listNotices: {
    method: 'get',
    path: '/notices',
    summary: 'What the person was told, newest first',
    query: PageQuery,
    response: pageOf(NoticeView),
  },
  getInbox: {
    method: 'get',
    path: '/notices/inbox',
    summary: 'How many notices are unread',
    response: InboxView,
  },
  readNotice: {
    method: 'post',
    path: '/notices/read',
    summary: 'Mark one notice as read',
    body: z.strictObject({ id: z.string().max(64), at: Instant }),
    response: InboxView,
  },
  readAllNotices: {
    method: 'post',
    path: '/notices/read-all',
    summary: 'Mark all notices as read; can be undone until the next time',
    response: InboxView,
  },
  undoReadAllNotices: {
    method: 'post',
    path: '/notices/read-all/undo',
    summary: 'Make unread again what marking all as read took away',
    response: InboxView,
  },
  noteReader: {
    method: 'put',
    path: '/notices/reader',
    summary: "Say the browser's language and zone, which count where none are chosen",
    body: Noted,
    response: InboxView,
  },
  getNoticeSettings: {
    method: 'get',
    path: '/notices/settings',
    summary: 'Which emails are sent, when and in which language',
    response: SettingsView,
  },
  saveNoticeSettings: {
    method: 'put',
    path: '/notices/settings',
    summary: 'Choose which emails are sent, when and in which language',
    body: NoticeChoice,
    response: SettingsView,
    ifMatch: true,
  },
  unsubscribe: {
    method: 'post',
    path: '/unsubscribe/{token}',
    summary: 'Stop the emails that a link in one of them names (RFC 8058)',
    params: z.object({ token: UnsubscribeToken }),
    response: Unsubscribed,
  },
});
