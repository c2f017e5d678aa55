import { refusalOf } from '../client.ts';
import { sideBySide } from '../side-by-side.ts';
import type { Intern } from './interns.ts';
import type { WholeStage } from './play-on.ts';

/** The cycle asks for a weekly log; students write the first week, companies comment and countersign it. */
export const keepLogs = async (stage: WholeStage, interns: readonly Intern[]): Promise<void> => {
  const { coordinator, cycleId, faults, progress } = stage;
  const { version, forms } = await coordinator.call('getInternshipSettings', { params: { cycleId } });
  await coordinator.call('saveInternshipSettings', {
    params: { cycleId },
    body: { weeklyLog: true, forms },
    ifMatch: version,
  });
  await progress.step('Students write a week, companies countersign', interns.length, (said) =>
    sideBySide(
      interns,
      async ({ first, recruiter, student }) => {
        const params = { placementId: first.id, week: 1 };
        const body = { text: '熟悉了代码和团队。Got to know the code and the team.' };
        const written = await student.call('writeWorkLog', { params, body, ifMatch: 0 });
        const comment = { text: '开局不错。A good start.' };
        const commented = await recruiter.call('commentWorkLog', {
          params,
          body: comment,
          ifMatch: written.version,
        });
        const signed = await recruiter.call('countersignWorkLog', { params, ifMatch: commented.version });
        const late = await refusalOf(student.call('writeWorkLog', { params, body, ifMatch: signed.version }));
        if (late !== 'week_countersigned') faults.push(`${student.email} changed a countersigned week.`);
      },
      { said },
    ),
  );
};
