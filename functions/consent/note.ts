import * as z from 'zod';
import type { Deps } from '../deps.ts';
import { StudentId } from '../ids.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Change, Item } from '../table/table.ts';
import { type Agreed, changedConsents } from './rules.ts';
import { consentChanges } from './store.ts';

/** What the item of a profile, a referral or surveys says of consents, read without the rest: items of any age have it. */
const Said = z.object({
  profile: z
    .object({
      consents: z.object({ privacy: z.string().optional(), ranking: z.boolean().optional() }).optional(),
    })
    .optional(),
  consent: z.object({ version: z.string() }).optional(),
});

const agreedIn = (item: Item | undefined): Agreed => {
  if (item === undefined) return {};
  const { profile, consent } = Said.parse(item.body);
  const { privacy, ranking } = profile?.consents ?? {};
  return {
    ...(privacy !== undefined && { privacy }),
    ...(ranking === true && { ranking: '' }),
    ...(consent && { [item.sk.startsWith('REFERRAL') ? 'referrer' : 'surveys']: consent.version }),
  };
};

/** What a change gave or took back; a removal takes nothing back, it leaves nothing to agree to. */
const changesIn = ({ before, after }: Change) =>
  after === undefined ? [] : changedConsents(agreedIn(before), agreedIn(after));

export const concernsConsents = (change: Change): boolean => changesIn(change).length > 0;

export const noteConsents = async (deps: Deps, change: Change): Promise<void> => {
  const studentId = StudentId.parse(change.key.pk.slice('STUDENT#'.length));
  const by = stamp({ kind: 'system', task: 'consents' }, 'consent.note', deps.clock.now());
  // One that is there shows that this change has been followed before.
  await writeIndependent(
    deps.table,
    changesIn(change).map((changed) =>
      consentChanges.create({ ...changed, studentId, at: change.stamp.at, change: change.id }, by),
    ),
  );
};
