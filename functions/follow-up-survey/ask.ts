import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { writeIndependent } from '../table/independent.ts';
import { ask, askAt, openSurvey } from './rules.ts';
import { findFollowUp, followUps, followUpsDue } from './store.ts';

/** Asks the students whose next survey has come: the letter follows from the change. Twice is the same as once. */
export const askFollowUps = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  for await (const { id } of followUpsDue(deps.table, now)) {
    // Consent is read from the item itself: an index may still show what was withdrawn.
    const followUp = await findFollowUp(deps.table, id);
    if (followUp === undefined || (askAt(followUp) ?? '~') > now) continue;
    const asked = openSurvey(followUp, now) === undefined ? 'follow_up.missed' : 'follow_up.asked';
    const by = stamp({ kind: 'system', task: 'clock' }, asked, now);
    await writeIndependent(deps.table, [followUps.update(ask(followUp, now), by)]);
  }
};
