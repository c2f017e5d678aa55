import { entryKeys } from '../audit/store.ts';
import { recruiters } from '../company/recruiters.ts';
import type { Change } from '../table/table.ts';
import { referrerPeople } from '../referral/store.ts';
import { listsGo } from '../round/reduce.ts';
import { kindOf, type Consumer } from './consumer.ts';

/** What people did; counters, queues and other derived items are not worth a line. */
const audited = [
  'CYCLE',
  'COMPANY',
  'RECRUITER',
  'POSTING',
  'PROFILE',
  'APPLICATION',
  'INTERVIEW',
  'INTERVIEW_SLOT',
  'RANKLIST',
  'SEATING',
  'ROUND',
  'OFFER',
  'PLACEMENT',
  'EVALUATION',
  'WORK_LOG',
  'INTERNSHIP',
  'CERTIFICATE',
  'FOLLOW_UP',
  'IMPORT',
  'BROADCAST',
  'EXTENSION',
  'SUPPORT_LOOK',
  'LOOK',
  'REFERRER',
  'REFERRER_PERSON',
  'INVITATION_LINK',
  'REFERRAL',
  'DELETION',
  'KEPT',
  'API_KEY',
  'WEBHOOK',
];

/** What an item is called in the trail: the ids in its keys, without the kind. */
const entityOf = (change: Change): string => {
  const { key } = change;
  // A recruiter is known by an e-mail address, which must not outlive its owner here: the company stands for it.
  const item = change.after ?? change.before;
  if (kindOf(change) === 'RECRUITER' && item) return recruiters.parse(item).companyId;
  if (kindOf(change) === 'REFERRER_PERSON' && item) return referrerPeople.parse(item).referrerId;
  const owner = key.pk.slice(key.pk.indexOf('#') + 1);
  // What concerns one person or company as a whole is found by who that is.
  if (['EXTENSION', 'SUPPORT_LOOK', 'LOOK'].includes(kindOf(change))) return owner;
  const of = key.sk.indexOf('#');
  return of === -1 ? owner : `${owner}/${key.sk.slice(of + 1)}`;
};

const entry = (change: Change) => {
  const { stamp } = change;
  const entity = entityOf(change);
  const version = (change.after ?? change.before)?.version ?? 0;
  const body = { ...stamp, entity: `${kindOf(change).toLowerCase()} ${entity}`, version };
  // An item is found by the last id that it names: an application by its posting.
  const item = entity.split('/').at(-1) ?? entity;
  return { put: { ...entryKeys({ id: change.id, at: stamp.at, item, by: stamp.by }), body, stamp } };
};

/** Writes the audit trail; an entry's key is its change, so that seeing it again writes the same. */
export const audit: Consumer = {
  name: 'audit',
  kinds: [...audited, 'JOB'],
  // A job is the product's own doing, its cancellation somebody's. That a round's lists went is told once, of the round.
  // That the time of an invitation has passed is nobody's doing.
  when: (change) => {
    if (change.stamp.action === 'table.expire') return false;
    if (kindOf(change) === 'JOB') return change.stamp.action === 'job.cancel';
    return kindOf(change) !== 'RANKLIST' || change.stamp.action !== listsGo;
  },
  consume: async (deps, changes) => {
    const entries = new Map(
      changes
        .map(entry)
        .map((operation) => [JSON.stringify([operation.put.pk, operation.put.sk]), operation]),
    );
    await deps.table.write([...entries.values()]);
  },
};
