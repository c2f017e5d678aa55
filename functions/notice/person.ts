import { recruiters, recruitersOf } from '../company/recruiters.ts';
import { findCurrentCycle } from '../cycle/store.ts';
import type { Deps } from '../deps.ts';
import { zoneOn } from '../student/rules.ts';
import { findStudent } from '../student/store.ts';
import type { Language, Reader } from './announcement.ts';
import type { Inbox, InboxState, NoticeSettings } from './schema.ts';
import { findInbox, settingsOf } from './store.ts';

/** Somebody who is told something: how to write, when and in what. */
export interface Person {
  inbox: Inbox;
  email: string;
  /** Unknown until the person has chosen, or a browser has said it. */
  lang?: Language | undefined;
  zone: string;
  cycleZone: string;
  settings: NoticeSettings;
  state: InboxState | undefined;
}

/** The zone in which dates are announced. It is the same for all who are told something: read it once for them. */
export const cycleZoneNow = async ({ table }: Deps): Promise<string> =>
  (await findCurrentCycle(table))?.zone ?? 'UTC';

/** A person as letters need to know; undefined when there is nobody any more. */
export const personOf = async (deps: Deps, inbox: Inbox, cycleZone: string): Promise<Person | undefined> => {
  const student = inbox.kind === 'student' ? await findStudent(deps.table, inbox.studentId) : undefined;
  if (inbox.kind === 'student' && student === undefined) return undefined;
  const [settings, state] = await Promise.all([settingsOf(deps.table, inbox), findInbox(deps.table, inbox)]);
  const lives = student && zoneOn(student.profile, deps.clock.now().slice(0, 10));
  return {
    inbox,
    email: inbox.kind === 'recruiter' ? inbox.email : (student?.email ?? ''),
    lang: settings.lang ?? state?.lang,
    zone: settings.zone ?? lives ?? state?.zone ?? cycleZone,
    cycleZone,
    settings,
    state,
  };
};

/** Everyone behind a reader: each recruiter of a company has an inbox, of what came after joining it. */
export const inboxesOf = async (deps: Deps, reader: Reader | Inbox, joinedBy?: string): Promise<Inbox[]> => {
  if (reader.kind !== 'company') return [reader];
  const all = await Array.fromAsync(recruiters.all(deps.table, recruitersOf(reader.companyId)));
  const then = all.filter(({ invitedAt }) => joinedBy === undefined || invitedAt <= joinedBy);
  return then.map(({ email, companyId }) => ({ kind: 'recruiter', email, companyId }));
};
