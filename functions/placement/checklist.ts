import { DomainError } from '../errors.ts';
import { requireGoingOn } from './parties.ts';
import type { Agreement, Checklist, Placement, Side } from './schema.ts';

/** So many versions of an agreement fit into the item; who needs more talks before writing. */
const maxVersions = 10;

type NewContent = Agreement['versions'][number]['content'];

/** A new version of the agreement. It voids what both had confirmed: nobody has agreed to these words yet. */
export const withAgreement = (
  placement: Placement,
  content: NewContent,
  by: Side,
  now: string,
): Placement => {
  requireGoingOn(placement);
  const versions = placement.checklist.agreement?.versions ?? [];
  if (versions.length >= maxVersions)
    throw new DomainError(
      'conflict',
      'too_many_versions',
      `This agreement has ${versions.length} versions, which is the most. Confirm the latest one, or ask a coordinator.`,
      { facts: { versions: versions.length } },
    );
  const version = { number: versions.length + 1, content, by, at: now };
  return {
    ...placement,
    checklist: {
      ...placement.checklist,
      agreement: { versions: [...versions, version], confirmed: {} },
    },
  };
};

/** A side confirms the version that it names, which has to be the last: nobody agrees to words not read. */
export const confirmAgreement = (
  placement: Placement,
  number: number,
  side: Side,
  now: string,
): Placement => {
  requireGoingOn(placement);
  const { agreement } = placement.checklist;
  const latest = agreement?.versions.at(-1);
  if (agreement === undefined || latest === undefined || latest.number !== number)
    throw new DomainError(
      'conflict',
      'agreement_changed',
      latest === undefined
        ? 'There is no agreement yet. Write it or upload it first.'
        : `The agreement is now at version ${latest.number}. Read that version, then confirm it.`,
      {
        fields: [{ pointer: '/number', reason: 'must be the number of the last version' }],
        facts: { latest: latest?.number ?? 0 },
      },
    );
  const confirmed = { ...agreement.confirmed, [side]: agreement.confirmed[side] ?? now };
  return { ...placement, checklist: { ...placement.checklist, agreement: { ...agreement, confirmed } } };
};

export const isAgreed = ({ agreement }: Checklist): boolean =>
  agreement?.confirmed.student !== undefined && agreement.confirmed.company !== undefined;

/** One thing of the list is settled, or settled anew. */
export const withItem = (
  placement: Placement,
  item: Pick<Checklist, 'mentor' | 'equipment' | 'firstMeeting'>,
): Placement => {
  requireGoingOn(placement);
  return { ...placement, checklist: { ...placement.checklist, ...item } };
};
