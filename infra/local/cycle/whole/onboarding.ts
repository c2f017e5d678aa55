import { startOf } from '../../../../functions/placement/rules.ts';
import { hoursAfter } from '../../seed/days.ts';
import { sideBySide } from '../side-by-side.ts';
import { type Intern, latest, placementNow } from './interns.ts';
import type { WholeStage } from './play-on.ts';

/** Both settle one checklist: the company writes and names, both confirm. */
const settle = async (stage: WholeStage, intern: Intern): Promise<void> => {
  const { first, recruiter, student } = intern;
  const params = { placementId: first.id };
  const text = `实习自${first.startsOn}起，至${first.endsOn}止。From ${first.startsOn} to ${first.endsOn}.`;
  let now = await recruiter.call('writeAgreement', { params, body: { text }, ifMatch: first.version });
  now = await recruiter.call('saveMentor', {
    params,
    body: { name: '导师 Mentor', email: recruiter.email },
    ifMatch: now.version,
  });
  now = await recruiter.call('saveEquipment', {
    params,
    body: { note: '自备电脑，账号由企业开通。Your own computer; we open the accounts.' },
    ifMatch: now.version,
  });
  now = await recruiter.call('saveFirstMeeting', {
    params,
    body: { startsAt: hoursAfter(startOf(first), 10), place: 'https://meet.example/first-day' },
    ifMatch: now.version,
  });
  const body = { number: 1 };
  now = await recruiter.call('confirmAgreement', { params, body, ifMatch: now.version });
  now = await student.call('confirmAgreement', { params, body, ifMatch: now.version });
  const { agreement } = now.checklist;
  if (agreement?.confirmed.student === undefined || agreement.confirmed.company === undefined)
    stage.faults.push(`The agreement of ${student.email} is not confirmed by both.`);
};

/** Check-lists are settled, and the first day comes. */
export const onboard = async (stage: WholeStage, interns: readonly Intern[]): Promise<void> => {
  const { faults, progress, time } = stage;
  await progress.step('Both sides settle the checklist', interns.length, (said) =>
    sideBySide(interns, (intern) => settle(stage, intern), { said }),
  );
  await progress.step('The first day comes', interns.length, async (said) => {
    await time.goTo(hoursAfter(latest(interns, startOf), 9));
    await sideBySide(
      interns,
      async (intern) => {
        const { state } = await placementNow(intern);
        if (state !== 'active') faults.push(`${intern.student.email} is ${state} on the first day.`);
      },
      { said },
    );
  });
};
