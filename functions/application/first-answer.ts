import type { Application, ApplicationState } from './schema.ts';

/** An outcome or an invitation, which the student sees. That somebody reads an application is no answer yet. */
const answers: readonly ApplicationState[] = ['shortlisted', 'interviewing', 'rankable', 'not_selected'];

/**
 * When an application reached the company, and how long its first answer took; undefined when it was never sent, or
 * taken back before. What was closed by coordinators or the system for a silent company is not answered by it.
 */
export const firstAnswer = ({
  history,
}: Pick<Application, 'history'>): { sentAt: string; tookMs?: number } | undefined => {
  let sentAt: string | undefined;
  for (const { state, at, by } of history) {
    if (state === 'submitted') sentAt = at;
    else if (state === 'withdrawn') sentAt = undefined;
    else if (sentAt !== undefined && by === 'company' && answers.includes(state))
      return { sentAt, tookMs: Date.parse(at) - Date.parse(sentAt) };
  }
  return sentAt === undefined ? undefined : { sentAt };
};
