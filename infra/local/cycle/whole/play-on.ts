import type { PlayedPosting } from '../companies.ts';
import type { Stage } from '../stage.ts';
import type { PlayedStudent } from '../students.ts';
import type { Timekeeper } from '../timekeeper.ts';
import { onboard } from './onboarding.ts';

/** A stage on which time can be let pass. */
export interface WholeStage extends Stage {
  time: Timekeeper;
}

export interface Cast {
  students: readonly PlayedStudent[];
  postings: readonly PlayedPosting[];
}

/** What follows the answers, scene by scene: each scene is a file of this folder. */
export const playOn = async (stage: WholeStage, cast: Cast): Promise<void> => {
  await onboard(stage, cast);
};
