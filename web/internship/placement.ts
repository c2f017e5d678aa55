import type { Result } from '../api/types.ts';

export type Placement = Result<'getPlacement'>;
export type Evaluation = Result<'getEvaluation'>;
export type Reader = 'student' | 'company' | 'coordinator';

/** What every part of an internship's page is given. */
export interface PartProps {
  placement: Placement;
  reader: Reader;
  onChanged: (placement: Placement) => void;
}

export const isOver = ({ state }: Placement): boolean => state === 'completed' || state === 'terminated';

/** Before its first day it is the offer that both are bound by: coordinators alone end it. */
export const hasBegun = ({ state }: Placement): boolean => state !== 'confirmed' && state !== 'onboarding';

/** Which things of the check-list are settled. */
export const settledOf = ({ checklist }: Placement) => {
  const { agreement, mentor, equipment, firstMeeting } = checklist;
  return {
    agreement: agreement?.confirmed.student !== undefined && agreement.confirmed.company !== undefined,
    mentor: mentor !== undefined,
    equipment: equipment !== undefined,
    meeting: firstMeeting !== undefined,
  };
};

/** An evaluation's own page for each reader. */
export const evaluationHref = (reader: Reader, { id, placementId }: Evaluation): string =>
  reader === 'student'
    ? `/student/evaluations/${encodeURIComponent(id)}`
    : `/${reader === 'company' ? 'company/interns' : 'coordinator/placements'}/${encodeURIComponent(placementId)}/evaluations/${encodeURIComponent(id)}`;
