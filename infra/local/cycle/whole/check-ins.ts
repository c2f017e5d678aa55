import { sideBySide } from '../side-by-side.ts';
import { type Intern, latest, placementNow } from './interns.ts';
import type { WholeStage } from './play-on.ts';

/** In the second week both say how it is going; what they say, the other side does not read. */
export const checkInAll = async (stage: WholeStage, interns: readonly Intern[]): Promise<void> => {
  const { faults, progress, time } = stage;
  await progress.step('Both sides check in', interns.length, async (said) => {
    await time.goTo(latest(interns, ({ checkInFrom }) => checkInFrom));
    await sideBySide(
      interns,
      async (intern) => {
        const params = { placementId: intern.first.id };
        const body = { mark: 4, words: '进展顺利。It is going well.' };
        for (const caller of [intern.student, intern.recruiter]) {
          const { version } = await placementNow(intern);
          await caller.call('checkIn', { params, body, ifMatch: version });
        }
        const { checkIns, checkedIn } = await placementNow(intern);
        if (checkIns.company !== undefined || !checkedIn.company)
          faults.push(`${intern.student.email} reads what the company said, or not that it did.`);
      },
      { said },
    );
  });
};
