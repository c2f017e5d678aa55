import type { PlacementView } from '../../../../functions/placement/schema.ts';
import type { Caller } from '../client.ts';
import { sideBySide } from '../side-by-side.ts';
import type { Played, WholeStage } from './play-on.ts';

/** An internship with the two who are in it. */
export interface Intern {
  student: Caller;
  recruiter: Caller;
  first: PlacementView;
}

/** Who accepted finds an internship, and nobody else does. */
export const internsOf = async (stage: WholeStage, { students, postings }: Played): Promise<Intern[]> => {
  const { faults, progress, time } = stage;
  await time.settled();
  const found = await progress.step('Students find their internships', students.length, (said) =>
    sideBySide(
      students,
      async ({ self }): Promise<Intern | undefined> => {
        const offers = await self.call('listMyOffers');
        const accepted = offers.items.find(({ state }) => state === 'accepted');
        const { items } = await self.call('listMyPlacements');
        // One that came to its end with its offer stays to be read.
        const [first, ...more] = items.filter(({ state }) => state !== 'terminated');
        if (first?.id !== accepted?.id || more.length > 0)
          faults.push(`${self.email} has other internships than were accepted.`);
        const recruiter = postings.find(({ id }) => id === first?.postingId)?.recruiter;
        return first && recruiter && { student: self, recruiter, first };
      },
      { said },
    ),
  );
  return found.flatMap((intern) => intern ?? []);
};

/** One internship as it is now. */
export const placementNow = ({ student, first }: Intern): Promise<PlacementView> =>
  student.call('getPlacement', { params: { placementId: first.id } });

/** The last of the internships' instants, so that what is due is due for all. */
export const latest = (interns: readonly Intern[], at: (placement: PlacementView) => string): string =>
  interns
    .map(({ first }) => at(first))
    .toSorted()
    .at(-1) ?? '';
