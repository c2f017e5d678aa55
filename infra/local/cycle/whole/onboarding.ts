import { instantAt } from '../../seed/days.ts';
import { zone } from '../../seed/season.ts';
import type { Cast, WholeStage } from './play-on.ts';

/** The time until the first day. */
export const onboard = async (stage: WholeStage, { students }: Cast): Promise<void> => {
  await stage.progress.step('The first day comes', students.length, () =>
    stage.time.goTo(instantAt(stage.season.startsOn, '09:00', zone)),
  );
};
