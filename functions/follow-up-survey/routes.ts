import type { Verb } from '../audit/actions.ts';
import type { Handlers } from '../call.ts';
import type { PlacementId } from '../ids.ts';
import type { StudentActor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireStudent, requireVersion } from '../ownership.ts';
import { stamp } from '../stamp.ts';
import { commit } from '../table/entity.ts';
import type { followUpSurveyOperations } from './api.ts';
import { answer, choose, openSurvey, skip, stop } from './rules.ts';
import { type FollowUp, followUpConsent, type FollowUpView } from './schema.ts';
import { followUps, followUpsOf, getFollowUp } from './store.ts';

const view = (followUp: FollowUp, now: string): FollowUpView => ({
  ...followUp,
  open: openSurvey(followUp, now)?.months,
});

interface Asked {
  actor: StudentActor;
  params: { followUpId: PlacementId };
  version: number;
  deps: Deps;
  now: string;
}

/** One change to a student's own follow-up. */
const changed = async (
  { actor, params, version, deps, now }: Asked,
  action: `follow_up.${Verb<'follow_up'>}`,
  to: (followUp: FollowUp) => FollowUp,
): Promise<FollowUpView> => {
  const followUp = await getFollowUp(deps.table, params.followUpId);
  requireStudent(actor, followUp, 'follow-up');
  requireVersion(followUp, version, 'follow-up');
  await commit(deps.table, [followUps.update(to(followUp), stamp(actor, action, now))]);
  return view(await getFollowUp(deps.table, followUp.id), now);
};

export const followUpSurveyHandlers: Handlers<keyof typeof followUpSurveyOperations> = {
  listMyFollowUps: async ({ actor, deps, now }) => {
    const all = await Array.fromAsync(followUpsOf(deps.table, actor.studentId));
    return { items: all.map((followUp) => view(followUp, now)), consentVersion: followUpConsent };
  },

  chooseFollowUp: async (call) => {
    const { body, now } = call;
    const action = body.agrees ? 'follow_up.consented' : 'follow_up.withdrawn';
    return changed(call, action, (followUp) => choose(followUp, body, now));
  },

  answerSurvey: async (call) => {
    const { body, now } = call;
    return changed(call, 'follow_up.answered', (followUp) =>
      answer(followUp, body.months, body.answers, now),
    );
  },

  skipSurvey: async (call) =>
    changed(call, 'follow_up.skipped', (followUp) => skip(followUp, call.body.months, call.now)),

  stopFollowUp: async (call) => changed(call, 'follow_up.stopped', (followUp) => stop(followUp, call.now)),
};
