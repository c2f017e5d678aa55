import * as z from 'zod';
import { CompanyId, StudentId } from '../ids.ts';
import { TimeOfDay, Zone } from '../values.ts';
import { optionalTopics, topics } from './topics.ts';

const Lang = z.enum(['zh', 'en']);
export const Topic = z.enum(topics);

/** Whose notices these are. A recruiter's are of one company: who changes to another takes none along. */
export const Inbox = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('student'), studentId: StudentId }),
  z.object({ kind: z.literal('recruiter'), companyId: CompanyId, email: z.email() }),
]);
export type Inbox = z.infer<typeof Inbox>;

/** How letters of a topic come: at once, in the daily letter, or not at all. The page keeps every notice. */
export const Delivery = z.enum(['now', 'daily', 'never']);
export type Delivery = z.infer<typeof Delivery>;

const Wording = z.object({ subject: z.string(), text: z.string() });

/** What became of the letter of a notice. */
export const NoticeLetter = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('due'), how: z.enum(['now', 'daily']), dueAt: z.iso.datetime() }),
  z.object({ state: z.literal('sent'), how: z.enum(['now', 'daily']), at: z.iso.datetime() }),
]);
export type NoticeLetter = z.infer<typeof NoticeLetter>;

/** What one person was told. */
export const Notice = z.object({
  id: z.string(),
  inbox: Inbox,
  topic: Topic,
  words: z.object({ zh: Wording, en: Wording }),
  about: z.object({ zh: z.string().optional(), en: z.string().optional() }).optional(),
  reason: z.string().optional(),
  dates: z
    .array(
      z.object({
        label: z.object({ zh: z.string(), en: z.string() }),
        old: z.iso.datetime().optional(),
        at: z.iso.datetime(),
      }),
    )
    .optional(),
  path: z.string(),
  /** When it happened. */
  at: z.iso.datetime(),
  /** When the person could see it: what arrived before all was marked as read is read. */
  arrivedAt: z.iso.datetime(),
  readAt: z.iso.datetime().optional(),
  letter: NoticeLetter,
  version: z.number().int(),
});
export type Notice = z.infer<typeof Notice>;

/** What is counted and known of one person's notices. */
export const InboxState = z.object({
  inbox: Inbox,
  unread: z.number().int().min(0),
  /** All that arrived up to here is read. */
  readBefore: z.iso.datetime().optional(),
  /** What marking all as read took away, until it is undone. */
  cleared: z.object({ unread: z.number().int(), readBefore: z.iso.datetime().optional() }).optional(),
  /** As the person's browser says; what is chosen in the settings goes before it. */
  lang: Lang.optional(),
  zone: Zone.optional(),
  /** The secret behind the links that stop letters. */
  key: z.string(),
  /** The last daily letter and the notices in it. */
  lastDigest: z.object({ dueAt: z.iso.datetime(), ids: z.array(z.string()) }).optional(),
  version: z.number().int(),
});
export type InboxState = z.infer<typeof InboxState>;

export const NoticeChoice = z.strictObject({
  /** Absent: as the browser says. */
  lang: Lang.optional(),
  zone: Zone.optional(),
  /** No letter comes in these hours; absent: letters come at any hour. */
  quiet: z
    .strictObject({ from: TimeOfDay, to: TimeOfDay })
    .refine((quiet) => quiet.from !== quiet.to, { path: ['to'], error: 'must not be equal to "from"' })
    .optional(),
  /** When the daily letter comes. */
  digestAt: TimeOfDay,
  topics: z.partialRecord(z.enum(optionalTopics), Delivery),
});
export type NoticeChoice = z.infer<typeof NoticeChoice>;

/** What a person chose; version 0 before the first choice. */
export const NoticeSettings = NoticeChoice.extend({ inbox: Inbox, version: z.number().int() });
export type NoticeSettings = z.infer<typeof NoticeSettings>;

/** For the pages. */
export const NoticeView = Notice.omit({ inbox: true, letter: true, arrivedAt: true }).extend({
  read: z.boolean(),
});
export type NoticeView = z.infer<typeof NoticeView>;
export const InboxView = z.object({
  unread: z.number().int(),
  /** Whether marking all as read can be undone. */
  canUndo: z.boolean(),
  /** What the browser said last. */
  lang: Lang.optional(),
  zone: z.string().optional(),
});
export const SettingsView = NoticeChoice.extend({
  /** The topics that concern this person, in order; those that are not optional cannot be turned off. */
  offered: z.array(z.object({ topic: Topic, delivery: Delivery, optional: z.boolean() })),
  version: z.number().int(),
});
export const Noted = z.strictObject({ lang: Lang, zone: Zone });
export const Unsubscribed = z.object({ topic: Topic });
export const UnsubscribeToken = z
  .string()
  .max(600)
  .regex(/^[A-Za-z0-9_-]+$/);
