import { endOf } from '../../../../functions/placement/rules.ts';
import { hoursAfter } from '../../seed/days.ts';
import { sideBySide } from '../side-by-side.ts';
import { type Intern, latest, placementNow } from './interns.ts';
import type { WholeStage } from './play-on.ts';

/** The last day passes: every internship is completed, and nothing is left to look at. */
export const completeAll = async (stage: WholeStage, interns: readonly Intern[]): Promise<void> => {
  const { coordinator, cycleId, faults, progress, time } = stage;
  await progress.step('The internships are completed', interns.length, async (said) => {
    await time.goTo(hoursAfter(latest(interns, endOf), 1));
    await sideBySide(
      interns,
      async (intern) => {
        const { state } = await placementNow(intern);
        if (state !== 'completed') faults.push(`${intern.student.email} is ${state} after the last day.`);
      },
      { said },
    );
    const query = { alarm: 'any' } as const;
    const { items } = await coordinator.call('listCyclePlacements', { params: { cycleId }, query });
    if (items.length > 0) faults.push(`${items.length} internships have alarms at the end.`);
  });
};
