import type { Announcement, Announcer } from '../notice/announcement.ts';
import { findPosting } from '../posting/store.ts';
import { isAgreed } from './checklist.ts';
import { otherSide, readerOf } from './parties.ts';
import type { Placement, Side } from './schema.ts';
import { placements } from './store.ts';
import { agreementWords, placementWords } from './words.ts';

const pathFor = ({ id }: Placement, side: Side): string =>
  side === 'student' ? '/student/placement' : `/company/interns/${id}`;

const both = ['student', 'company'] as const;
/** What the company settles is news to the student. */
const forStudents: readonly string[] = ['placement.mentor', 'placement.first_meeting'];

/** Whom an action concerns and what it says to them. */
const toldOf = (placement: Placement, action: string): { side: Side; words: Announcement['words'] }[] => {
  const { agreement } = placement.checklist;
  const writer = agreement?.versions.at(-1)?.by;
  switch (action) {
    case 'placement.agreement':
      return writer === 'student' || writer === 'company'
        ? [{ side: otherSide(writer), words: agreementWords.changed }]
        : [];
    case 'placement.agreement_confirmed':
      return isAgreed(placement.checklist)
        ? both.map((side) => ({ side, words: agreementWords.agreed }))
        : both
            .filter((side) => agreement?.confirmed[side] === undefined)
            .map((side) => ({ side, words: agreementWords.yourTurn }));
    // The student is told together with what is next: the certificate.
    case 'placement.completed': {
      const words = placementWords[action];
      return words ? [{ side: 'company', words }] : [];
    }
    default: {
      const words = placementWords[action];
      const sides = forStudents.includes(action) ? (['student'] as const) : both;
      return words ? sides.map((side) => ({ side, words })) : [];
    }
  }
};

export const placementAnnouncer: Announcer = {
  kind: 'PLACEMENT',
  actions: [...Object.keys(placementWords), 'placement.agreement', 'placement.agreement_confirmed'],
  announce: async (deps, item, action) => {
    const placement = placements.parse(item);
    const about = (await findPosting(deps.table, placement.postingId))?.content.title;
    return toldOf(placement, action).map(({ side, words }) => ({
      to: readerOf(placement, side),
      words,
      about,
      reason: item.stamp.reason,
      path: pathFor(placement, side),
    }));
  },
};
