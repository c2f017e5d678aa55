import { recruiters, recruitersOf } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import type { Reader } from '../notice/announcement.ts';
import { announcers } from '../notice/announcers.ts';
import { letterOf } from '../notice/letter.ts';
import { findStudent } from '../student/store.ts';
import type { Change } from '../table/table.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

const addressesOf = async (deps: Deps, reader: Reader): Promise<string[]> => {
  switch (reader.kind) {
    case 'student': {
      const student = await findStudent(deps.table, reader.studentId);
      return student ? [student.email] : [];
    }
    case 'company': {
      const all = recruiters.all(deps.table, recruitersOf(reader.companyId));
      return (await Array.fromAsync(all)).map(({ email }) => email);
    }
  }
};

const announcerOf = (change: Change) =>
  announcers.find(({ kind, actions }) => kind === kindOf(change) && actions.includes(change.stamp.action));

/** Writes to those whom a change concerns; the letter's id is the change, so that it is written once. */
export const notify: Consumer = {
  name: 'notify',
  kinds: [...new Set(announcers.map(({ kind }) => kind))],
  when: (change) => announcerOf(change) !== undefined,
  consume: each(async (deps, change) => {
    const { after, stamp } = change;
    const announcer = announcerOf(change);
    if (after === undefined || announcer === undefined) return;
    for (const announcement of await announcer.announce(deps, after, stamp.action))
      for (const to of await addressesOf(deps, announcement.to))
        await deps.mail.send({
          id: `${change.key.pk}#${change.key.sk}#${after.version}#${to}`,
          to,
          ...letterOf(announcement),
          sentAt: stamp.at,
        });
  }),
};
