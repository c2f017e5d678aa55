import type { Application } from '../application/schema.ts';
import { hasReachedCompany } from '../application/rules.ts';
import type { Offer } from '../offer/schema.ts';
import type { Placement } from '../placement/schema.ts';
import type { CompanyStage, Stage } from './schema.ts';

type Ever = (state: string) => boolean;

/** How far an application ever came by its company's doing; undefined while only its student knows of it. */
export const stageOfApplication = (application: Application): CompanyStage | undefined => {
  const ever: Ever = (wanted) => application.history.some(({ state }) => state === wanted);
  if (ever('rankable')) return 'rankable';
  if (ever('shortlisted') || ever('interviewing')) return 'shortlisted';
  return hasReachedCompany(application) ? 'applied' : undefined;
};

/** A released offer is a match; an accepted one stays accepted unless it is taken back. */
export const stageOfOffer = ({ state }: Offer): CompanyStage =>
  state === 'accepted' ? 'accepted' : 'matched';

/** An internship that ended before it began was none. */
export const stageOfPlacement = (placement: Placement): Stage => {
  if (placement.state === 'completed') return 'completed';
  return placement.state === 'terminated' && placement.startedAt === undefined ? 'matched' : 'placed';
};
