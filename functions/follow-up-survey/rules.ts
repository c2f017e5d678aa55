import { instantAfter } from '../clock/clock.ts';
import { monthsAfter } from '../clock/months-after.ts';
import { DomainError } from '../errors.ts';
import {
  type ConsentChoice,
  type FollowUp,
  type Months,
  type Survey,
  type SurveyAnswers,
  surveyMonths,
} from './schema.ts';

const dayMs = 24 * 3_600_000;
const openDays = 30;

/** From when to when a survey can be answered: thirty days, the same for all of a cycle. */
export const windowOf = (cycleEndedAt: string, months: Months): { opensAt: string; closesAt: string } => {
  const opensAt = monthsAfter(cycleEndedAt, months);
  return { opensAt, closesAt: instantAfter(opensAt, openDays * dayMs) };
};

export const surveysAfter = (cycleEndedAt: string): Survey[] =>
  surveyMonths.map((months) => ({ months, ...windowOf(cycleEndedAt, months) }));

const mayAsk = ({ consent, stoppedAt }: Pick<FollowUp, 'consent' | 'stoppedAt'>): boolean =>
  consent !== undefined && stoppedAt === undefined;

/** When the student is to be asked next; never without consent. */
export const askAt = (followUp: Pick<FollowUp, 'consent' | 'stoppedAt' | 'surveys'>): string | undefined =>
  mayAsk(followUp)
    ? followUp.surveys.find(
        ({ askedAt, answered, skippedAt }) => (askedAt ?? skippedAt ?? answered) === undefined,
      )?.opensAt
    : undefined;

/** Until when the student agreed to be asked. */
export const surveysUntil = (followUp: FollowUp): string | undefined =>
  mayAsk(followUp) ? followUp.surveys.at(-1)?.closesAt : undefined;

const isOpen = ({ opensAt, closesAt, answered, skippedAt }: Survey, now: string): boolean =>
  opensAt <= now && now < closesAt && answered === undefined && skippedAt === undefined;

/** The survey that can be answered now. */
export const openSurvey = (followUp: FollowUp, now: string): Survey | undefined =>
  followUp.consent === undefined ? undefined : followUp.surveys.find((survey) => isOpen(survey, now));

/** Marks what is due as asked. One whose time has passed unasked counts as asked: nobody is asked too late. */
export const ask = (followUp: FollowUp, now: string): FollowUp => ({
  ...followUp,
  surveys: followUp.surveys.map((survey) =>
    survey.opensAt <= now && survey.askedAt === undefined ? { ...survey, askedAt: now } : survey,
  ),
});

/** Agreement starts the asking; without it there are no answers. */
export const choose = (followUp: FollowUp, choice: ConsentChoice, now: string): FollowUp => {
  const { consent: _, stoppedAt: __, ...rest } = followUp;
  if (choice.agrees) return { ...rest, consent: { version: choice.version, at: now } };
  return { ...rest, surveys: followUp.surveys.map(({ answered: ___, ...survey }) => survey) };
};

/** A survey is answered while it is open, once. */
const change = (
  followUp: FollowUp,
  months: Months,
  now: string,
  to: (survey: Survey) => Survey,
): FollowUp => {
  if (openSurvey(followUp, now)?.months !== months)
    throw new DomainError(
      'conflict',
      'survey_not_open',
      'This survey is not open: it was answered or skipped, or it is over. Reload the page.',
    );
  return {
    ...followUp,
    surveys: followUp.surveys.map((survey) => (survey.months === months ? to(survey) : survey)),
  };
};

export const answer = (followUp: FollowUp, months: Months, answers: SurveyAnswers, now: string): FollowUp =>
  change(followUp, months, now, (survey) => ({ ...survey, answered: { answers, at: now } }));

export const skip = (followUp: FollowUp, months: Months, now: string): FollowUp =>
  change(followUp, months, now, (survey) => ({ ...survey, skippedAt: now }));

export const stop = (followUp: FollowUp, now: string): FollowUp => ({ ...followUp, stoppedAt: now });
