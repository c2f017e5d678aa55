import type { PlayedPosting } from '../companies.ts';
import type { Stage } from '../stage.ts';
import type { PlayedStudent } from '../students.ts';
import type { Timekeeper } from '../timekeeper.ts';
import { checkInAll } from './check-ins.ts';
import { certifyAll } from './certificates.ts';
import { completeAll } from './completion.ts';
import { evaluateAll } from './evaluations.ts';
import { askAfterHalfAYear } from './follow-ups.ts';
import { internsOf } from './interns.ts';
import { onboard } from './onboarding.ts';
import { keepLogs } from './work-logs.ts';

/** A stage on which time can be let pass. */
export interface WholeStage extends Stage {
  time: Timekeeper;
}

export interface Played {
  students: readonly PlayedStudent[];
  postings: readonly PlayedPosting[];
}

/** What follows the answers, scene by scene: each scene is a file of this folder. */
export const playOn = async (stage: WholeStage, played: Played): Promise<void> => {
  const interns = await internsOf(stage, played);
  await onboard(stage, interns);
  await checkInAll(stage, interns);
  await keepLogs(stage, interns);
  await evaluateAll(stage, interns, 'mid_term');
  await evaluateAll(stage, interns, 'final');
  await completeAll(stage, interns);
  await certifyAll(stage, interns);
  await askAfterHalfAYear(stage, interns);
};
