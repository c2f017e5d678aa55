import { windowOf } from '../../../../functions/follow-up-survey/rules.ts';
import { followUpConsent } from '../../../../functions/follow-up-survey/schema.ts';
import { hoursAfter } from '../../seed/days.ts';
import { sideBySide } from '../side-by-side.ts';
import type { Intern } from './interns.ts';
import type { WholeStage } from './play-on.ts';

const followUpOf = async ({ student, first }: Intern) => {
  const found = (await student.call('listMyFollowUps')).items.find(({ id }) => id === first.id);
  if (found === undefined) throw new Error(`${student.email} completed an internship that nothing follows.`);
  return found;
};

/** All but the first agree to be asked; after half a year they are, answer, and the figures are published. */
export const askAfterHalfAYear = async (stage: WholeStage, interns: readonly Intern[]): Promise<void> => {
  const { coordinator, cycleId, faults, progress, time } = stage;
  const agreed = interns.slice(1);
  for (const intern of agreed) {
    const { id, version } = await followUpOf(intern);
    const body = { agrees: true, version: followUpConsent } as const;
    await intern.student.call('chooseFollowUp', { params: { followUpId: id }, body, ifMatch: version });
  }
  const { windows } = await coordinator.call('getCycle', { params: { cycleId } });
  const { opensAt, closesAt } = windowOf(windows.active.to, 6);
  await progress.step('Students answer how they are doing after half a year', agreed.length, async (said) => {
    await time.leapTo(hoursAfter(opensAt, 1));
    await sideBySide(
      agreed,
      async (intern) => {
        const { id, version, open, category } = await followUpOf(intern);
        if (open !== 6) {
          faults.push(`${intern.student.email} is not asked after half a year.`);
          return;
        }
        const answers = { doing: 'working', country: 'CN', field: category, helped: 4 } as const;
        const params = { followUpId: id };
        await intern.student.call('answerSurvey', { params, body: { months: 6, answers }, ifMatch: version });
      },
      { said },
    );
    await time.leapTo(hoursAfter(closesAt, 1));
  });
  const { items } = await coordinator.call('listStatistics');
  const published = items.find((one) => one.cycleId === cycleId && one.months === 6);
  const expected = agreed.length < 5 ? undefined : agreed.length;
  if (published === undefined || published.answered !== expected)
    faults.push(`${published?.answered} answers are published of ${agreed.length}.`);
};
