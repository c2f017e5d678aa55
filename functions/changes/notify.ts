import { applications } from '../application/store.ts';
import { companies, recruiters, recruitersOf } from '../company/store.ts';
import type { Deps } from '../deps.ts';
import { findPosting, postings } from '../posting/store.ts';
import { findStudent } from '../student/store.ts';
import type { Change } from '../table/table.ts';
import { each, kindOf, type Consumer } from './consumer.ts';
import { letterFor, type Notice } from './letters.ts';

const addressesOf = async (deps: Deps, companyId: string): Promise<string[]> =>
  (await Array.fromAsync(recruiters.all(deps.table, recruitersOf(companyId)))).map(({ email }) => email);

interface Addressed {
  to: readonly string[];
  notice: Notice;
}

/** Whom a committed change concerns, and what to tell them; undefined when nobody has to know. */
const addressed = async (deps: Deps, change: Change): Promise<Addressed | undefined> => {
  if (!change.after) return undefined;
  const reason = change.stamp.reason;
  switch (kindOf(change)) {
    case 'COMPANY': {
      const company = companies.parse(change.after);
      return {
        to: await addressesOf(deps, company.id),
        notice: { kind: 'company', state: company.state, reason },
      };
    }
    case 'POSTING': {
      const posting = postings.parse(change.after);
      return {
        to: await addressesOf(deps, posting.companyId),
        notice: { kind: 'posting', state: posting.state, title: posting.content.title, reason },
      };
    }
    case 'APPLICATION': {
      const application = applications.parse(change.after);
      const student = await findStudent(deps.table, application.studentId);
      const title = (await findPosting(deps.table, application.postingId))?.content.title ?? {};
      return (
        student && {
          to: [student.email],
          notice: {
            kind: 'application',
            state: application.state,
            title,
            reason: application.history.at(-1)?.reason,
          },
        }
      );
    }
    default:
      return undefined;
  }
};

/** States whose arrival somebody waits for. The result of a round is announced by its publication. */
const announced =
  /^(company\.(needs_info|verified|rejected|suspended)|posting\.(approved|changes_requested|paused)|application\.(shortlisted|interviewing|rankable|not_selected))$/;

/** Writes to those whom a change concerns; the letter's id is the change, so that it is written once. */
export const notify: Consumer = {
  name: 'notify',
  kinds: ['COMPANY', 'POSTING', 'APPLICATION'],
  when: (change) => announced.test(change.stamp.action),
  consume: each(async (deps, change) => {
    const found = await addressed(deps, change);
    for (const to of found?.to ?? []) {
      const letter = found && letterFor(found.notice);
      if (letter)
        await deps.mail.send({
          id: `${change.key.pk}#${change.key.sk}#${change.after?.version}#${to}`,
          to,
          ...letter,
          sentAt: change.stamp.at,
        });
    }
  }),
};
